import type { Command } from 'commander';
import { fitModel, influence, instrumentReport } from '../../bindings/index.js';
import { exitCodes } from '../exit.js';
import type { Host } from '../host.js';
import { interruptible } from '../bootstrap/interruptible.js';
import { printResult } from '../print.js';
import {
  dynamicPanel,
  modelWithData,
  type RefitCommandOptions,
  refitReporter,
  withRefitOptions,
} from '../refits.js';
import { withDataOptions } from '../run.js';

interface InfluenceCommandOptions extends RefitCommandOptions {
  readonly cluster?: string;
}

/** `wasmetrics instruments model.yaml`: how the instruments affect the estimates of a dynamic panel. */
export function addInstruments(program: Command, host: Host): void {
  const command = program
    .command('instruments')
    .description('report how the instruments of a dynamic panel affect its estimates')
    .argument('<model>', 'model file, or - for standard input');
  withDataOptions(command)
    .option('--json', 'print the report and errors as JSON')
    .action(async (path: string, options: RefitCommandOptions) => {
      const { json = false } = options;
      const { model, table } = await dynamicPanel(host, 'instruments', path, options);
      const report = await instrumentReport(await fitModel(table, model));
      printResult(host, report, { json });
    });
}

/** `wasmetrics influence model.yaml`: the estimates without each unit, cluster or row. */
export function addInfluence(program: Command, host: Host): void {
  const command = program
    .command('influence')
    .description('leave out each unit, cluster or row in turn and report how the estimates change')
    .argument('<model>', 'model file, or - for standard input')
    .option(
      '--cluster <column>',
      'leave out each value of this column in turn; not for dynamic panels',
    );
  withRefitOptions(command).action(async (path: string, options: InfluenceCommandOptions) => {
    const { json = false, workers, cluster } = options;
    const { model, table } = await modelWithData(host, path, options);
    const fit = await fitModel(table, model);
    const onProgress = refitReporter(host, options, 'units');
    const result = await interruptible(host, 'stopped before the first units were done', (signal) =>
      influence(fit, { workers, signal, onProgress, cluster }),
    );
    printResult(host, result, { json });
    host.exitCode = result.partial ? exitCodes.interrupted : exitCodes.ok;
  });
}
