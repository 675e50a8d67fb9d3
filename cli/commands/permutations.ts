import { type Command, Option } from 'commander';
import { fitModel, permutationTest } from '../../bindings/index.js';
import type { Host } from '../host.js';
import { interruptible } from '../bootstrap/interruptible.js';
import { number } from '../numbers.js';
import { printResult } from '../print.js';
import { modelWithData } from '../refits.js';
import { type DataOptions, withDataOptions } from '../run.js';

interface PermutationCommandOptions extends DataOptions {
  readonly of: string;
  readonly reps: number;
  readonly seed?: number;
  readonly cluster?: string;
  readonly json?: boolean;
}

interface PermuteOptions extends PermutationCommandOptions {
  readonly within?: string;
  readonly statistic?: 't' | 'coefficient';
}

export const stopped = 'stopped before the test was done';

function withShared(command: Command): Command {
  return withDataOptions(command)
    .argument('<model>', 'model file, or - for standard input')
    .requiredOption('--of <regressor>', 'regressor whose coefficient is tested')
    .option('--reps <number>', 'number of permutations or replicates', number, 9999)
    .option('--seed <number>', 'seed of the draws (default: 1)', number)
    .option('--json', 'print the result and errors as JSON');
}

/** `wasmetrics permute model.yaml --of x`: a permutation test of a regressor. */
export function addPermute(program: Command, host: Host): void {
  const command = program
    .command('permute')
    .description(
      'test a regressor of least squares by permuting the residuals of the model without it',
    );
  withShared(command)
    .option('--within <column>', 'permute rows or clusters only within the values of this column')
    .option(
      '--cluster <column>',
      'permute whole clusters of this column with others of the same size',
    )
    .addOption(
      new Option('--statistic <name>', 'test statistic (default: t)').choices(['t', 'coefficient']),
    )
    .action(async (path: string, options: PermuteOptions) => {
      const { json = false, of, reps, seed, within, cluster, statistic } = options;
      const { model, table } = await modelWithData(host, path, options);
      const fit = await fitModel(table, model);
      const test = await interruptible(host, stopped, (signal) =>
        permutationTest(fit, { of, reps, seed, within, cluster, statistic, signal }),
      );
      printResult(host, test, { json });
    });
}
