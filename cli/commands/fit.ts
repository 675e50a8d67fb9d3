import type { Command } from 'commander';
import { compatReport, parseModel } from '../../bindings/index.js';
import { exitCodes } from '../exit.js';
import type { Host } from '../host.js';
import { readDocument } from '../io.js';
import { printResult } from '../print.js';
import {
  type DataOptions,
  located,
  type LocatedModel,
  readModelData,
  run,
  warnOfData,
  withDataOptions,
  withRunOptions,
  type RunOptions,
} from '../run.js';

interface FitOptions extends RunOptions, DataOptions {
  readonly explain?: boolean;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics fit examples/employment.yaml
  npx wasmetrics fit examples/employment.yaml --json --workers 2
  npx wasmetrics fit - --data examples/abdata.csv < examples/employment.yaml`;

/** `wasmetrics fit model.yaml`: run a model file. */
export function addFit(program: Command, host: Host): void {
  const command = program
    .command('fit')
    .description('run a model file, YAML or JSON')
    .argument('<model>', 'model file, or - for standard input');
  withDataOptions(command).option(
    '--explain',
    'print which numbers each rule of compat changes, instead of the result',
  );
  withRunOptions(command, { bootstraps: true })
    .addHelpText('after', examples)
    .action(async (path: string, options: FitOptions) => {
      const model = located(parseModel(await readDocument(host, path)), path, options);
      host.exitCode = await (options.explain === true ? explainCompat : run)(host, model, options);
    });
}

async function explainCompat(
  host: Host,
  located: LocatedModel,
  options: FitOptions,
): Promise<number> {
  const { model } = located;
  const { json = false } = options;
  const table = await readModelData(host, located, options);
  warnOfData(host, table, model, json);
  const report = await compatReport(table, model);
  printResult(host, report, { json });
  return exitCodes.ok;
}
