import type { Command } from 'commander';
import { compatReport } from '../../../bindings/entries/interchange.js';
import { readModelData } from '../../data/data.js';
import { exitCodes } from '../../exit.js';
import type { Host } from '../../host.js';
import type { Shown } from '../../models/each.js';
import { type LocatedModel, warnOfData, withDataOptions } from '../../models/located.js';
import { type ModelFlags, readSources, withModelArguments } from '../../models/source.js';
import { printResult } from '../../print.js';
import { run, type RunOptions, withRunOptions } from '../../run.js';
import { runModels } from '../../run-models.js';

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
      await runModels(host, sources, options, options.explain === true ? explainCompat : run);
    });
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
