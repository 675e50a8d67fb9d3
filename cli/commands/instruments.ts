import type { Command } from 'commander';
import { fitModel, influence, instrumentReport } from '../../bindings/index.js';
import { exitCodes } from '../exit.js';
import type { Host } from '../host.js';
import { interruptible } from '../interruptible.js';
import { printResult } from '../print.js';
import {
  dynamicPanel,
  modelWithData,
  type RefitCommandOptions,
  refitReporter,
  withRefitOptions,
} from '../refits.js';

interface InfluenceCommandOptions extends RefitCommandOptions {
  readonly cluster?: string;
}

/** `wasmetrics instruments model.yaml`: how instruments shape a dynamic panel's estimates. */
export function addInstruments(program: Command, host: Host): void {
  program
    .command('instruments')
    .description('report how the instruments of a dynamic panel shape its estimates')
    .argument('<model>', 'the model file, - for standard input')
    .option('--data <file>', 'data file, instead of the one in the model file')
    .option('--json', 'print the report, and any error, as JSON')
    .action(async (path: string, { data, json = false }: RefitCommandOptions) => {
      const { model, table } = await dynamicPanel(host, 'instruments', path, data);
      const report = await instrumentReport(await fitModel(table, model));
      printResult(host, report, { json });
    });
}

/** `wasmetrics influence model.yaml`: a model without each of its units, clusters or rows. */
export function addInfluence(program: Command, host: Host): void {
  const command = program
    .command('influence')
    .description('estimate a model without each of its units, clusters or rows')
    .argument('<model>', 'the model file, - for standard input')
    .option(
      '--cluster <column>',
      'leave out the values of this column, other than in dynamic panels',
    );
  withRefitOptions(command).action(async (path: string, options: InfluenceCommandOptions) => {
    const { data, json = false, workers, cluster } = options;
    const { model, table } = await modelWithData(host, path, data);
    const fit = await fitModel(table, model);
    const onProgress = refitReporter(host, options, 'units');
    const result = await interruptible(host, 'stopped before the first units', (signal) =>
      influence(fit, { workers, signal, onProgress, cluster }),
    );
    printResult(host, result, { json });
    host.exitCode = result.partial ? exitCodes.interrupted : exitCodes.ok;
  });
}
