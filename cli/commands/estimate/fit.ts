import type { Command } from 'commander';
import { compatReport } from '../../../bindings/entries/interchange.js';
import { oneModel } from '../../../bindings/words/errors/program/commands.js';
import { readModelData } from '../../data/data.js';
import { exitCodes, usage } from '../../exit.js';
import type { Host } from '../../host.js';
import { eachModel, type Shown } from '../../models/each.js';
import { type LocatedModel, warnOfData, withDataOptions } from '../../models/located.js';
import { type ModelFlags, readSources, withModelArguments } from '../../models/source.js';
import { printResult } from '../../print.js';
import { printModels, run, type RunOptions, withRunOptions } from '../../run.js';

interface FitOptions extends RunOptions, Omit<ModelFlags, 'json'> {
  readonly explain?: boolean;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics fit examples/employment.yaml
  npx wasmetrics fit examples/employment.yaml --json --workers 2
  npx wasmetrics fit examples/employment.yaml --set steps=1 --set "gmm[0].lags=[2, 3]"
  npx wasmetrics fit examples/abdata.csv "n ~ w + k" --estimator panel --unit id --time year
  npx wasmetrics fit - --data examples/abdata.csv < examples/employment.yaml`;

/** `wasmetrics fit model.yaml`: run the models of a file. */
export function addFit(program: Command, host: Host): void {
  const command = withModelArguments(
    program.command('fit').description('run the models of a file, YAML or JSON'),
    { bootstraps: true },
  );
  withDataOptions(command).option(
    '--explain',
    'print which numbers each rule of compat changes, instead of the result',
  );
  withRunOptions(command, { bootstraps: true })
    .addHelpText('after', examples)
    .action(async (_: string, __: string | undefined, options: FitOptions) => {
      const sources = await readSources(host, command, options);
      if (options.printModel === true) {
        return printModels(
          host,
          sources.map(({ located }) => located),
          options,
        );
      }
      if (sources.length > 1) checkSingle(options);
      await eachModel(host, sources, options, ({ located }, shown) =>
        (options.explain === true ? explainCompat : run)(host, located, { ...options, ...shown }),
      );
    });
}

/** Refuses files that the models of one command would overwrite. */
function checkSingle({ checkpoint, replicates }: FitOptions): void {
  const [first] = Object.entries({ checkpoint, replicates }).filter(
    ([, value]) => value !== undefined,
  );
  if (first === undefined) return;
  throw usage(oneModel({ subject: `--${first[0]}`, found: undefined }));
}

async function explainCompat(
  host: Host,
  located: LocatedModel,
  options: FitOptions & Shown,
): Promise<number> {
  const { model } = located;
  const { json, origin, collect } = options;
  const table = await readModelData(host, located, options);
  warnOfData(host, table, model, json);
  printResult(host, await compatReport(table, model), { json, origin, collect });
  return exitCodes.ok;
}
