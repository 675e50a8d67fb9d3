import type { Command } from 'commander';
import pc from 'picocolors';
import {
  fitModel,
  influence,
  influenceText,
  instrumentReport,
  instrumentReportText,
} from '../../bindings/index.js';
import { exitCodes } from '../exit.js';
import { interruptible } from '../interruptible.js';
import { print } from '../io.js';
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

const color = () => process.stdout.isTTY === true && pc.isColorSupported;

/** `wasmetrics instruments model.yaml`: how instruments shape a dynamic panel's estimates. */
export function addInstruments(program: Command): void {
  program
    .command('instruments')
    .description('report how the instruments of a dynamic panel shape its estimates')
    .argument('<model>', 'the model file, - for standard input')
    .option('--data <file>', 'data file, in place of the one in the model file')
    .option('--json', 'print the report, and any error, as JSON')
    .action(async (path: string, { data, json }: RefitCommandOptions) => {
      const { model, table } = await dynamicPanel('instruments', path, data);
      const report = await instrumentReport(await fitModel(table, model));
      print(
        json === true
          ? JSON.stringify(report, null, 2)
          : instrumentReportText(report, { color: color() }),
      );
    });
}

/** `wasmetrics influence model.yaml`: a model without each of its units, clusters or rows. */
export function addInfluence(program: Command): void {
  const command = program
    .command('influence')
    .description('estimate a model without each of its units, clusters or rows')
    .argument('<model>', 'the model file, - for standard input')
    .option(
      '--cluster <column>',
      'leave out the values of this column, other than in dynamic panels',
    );
  withRefitOptions(command).action(async (path: string, options: InfluenceCommandOptions) => {
    const { data, json, workers, cluster } = options;
    const { model, table } = await modelWithData(path, data);
    const fit = await fitModel(table, model);
    const onProgress = refitReporter(options, 'units');
    const result = await interruptible('stopped before the first units', (signal) =>
      influence(fit, { workers, signal, onProgress, cluster }),
    );
    print(
      json === true ? JSON.stringify(result, null, 2) : influenceText(result, { color: color() }),
    );
    process.exitCode = result.partial ? exitCodes.interrupted : exitCodes.ok;
  });
}
