import type { Command } from 'commander';
import { fitModel, influence, instruments } from '../../../bindings/index.js';
import { exitCodes } from '../../exit.js';
import type { Host } from '../../host.js';
import { interruptible } from '../../bootstrap/interruptible.js';
import { eachModel } from '../../models/each.js';
import { withDataOptions } from '../../models/located.js';
import { type ModelFlags, readSources, withModelArguments } from '../../models/source.js';
import { printResult } from '../../print.js';
import {
  dynamicModel,
  modelWithData,
  type RefitCommandOptions,
  refitReporter,
  withRefitOptions,
} from '../../refits.js';

interface InfluenceCommandOptions extends RefitCommandOptions {
  readonly estimator?: string;
  readonly cluster?: string;
}

/** `wasmetrics instruments model.yaml`: how the instruments affect the estimates of a dynamic panel. */
export function addInstruments(program: Command, host: Host): void {
  const command = withModelArguments(
    program
      .command('instruments')
      .description('report how the instruments of a dynamic panel affect its estimates'),
    { trait: 'dynamics' },
  );
  withDataOptions(command)
    .option('--json', 'print the report and errors as JSON')
    .action(async (_: string, __: string | undefined, options: ModelFlags) => {
      const sources = await readSources(host, command, options);
      await eachModel(host, sources, options, async ({ located }, shown) => {
        const whole = await modelWithData(host, located, options);
        const { model, table } = dynamicModel('instruments', whole);
        printResult(host, await instruments(await fitModel(table, model)), shown);
      });
    });
}

const influenceExamples = `
Examples, from a checkout:
  npx wasmetrics influence examples/employment.yaml
  npx wasmetrics influence examples/abdata.csv "n ~ w + k" --cluster id`;

/** `wasmetrics influence model.yaml`: the estimates without each unit, cluster or row. */
export function addInfluence(program: Command, host: Host): void {
  const command = withModelArguments(
    program
      .command('influence')
      .description(
        'leave out each unit, cluster or row in turn and report how the estimates change',
      ),
  ).option(
    '--cluster <column>',
    'leave out each value of this column in turn, of a formula with errors clustered by it; not for dynamic panels',
  );
  withRefitOptions(command)
    .addHelpText('after', influenceExamples)
    .action(async (_: string, __: string | undefined, options: InfluenceCommandOptions) => {
      const { workers, cluster } = options;
      const sources = await readSources(host, command, options);
      await eachModel(host, sources, options, async ({ located }, shown) => {
        const { model, table } = await modelWithData(host, located, options);
        const fit = await fitModel(table, model);
        const onProgress = refitReporter(host, options, 'units');
        const result = await interruptible(host, 'units', (signal) =>
          influence(fit, { workers, signal, onProgress, cluster }),
        );
        printResult(host, result, shown);
        return result.partial ? exitCodes.interrupted : exitCodes.ok;
      });
    });
}
