import { type Command, Option } from 'commander';
import { fitModel, permutationTest } from '../../../bindings/index.js';
import type { Host } from '../../host.js';
import { interruptible } from '../../bootstrap/interruptible.js';
import { number } from '../../options/numbers.js';
import { eachModel } from '../../models/each.js';
import { inputsOf, withDataOptions } from '../../models/located.js';
import { type ModelFlags, readSources, withModelArguments } from '../../models/source.js';
import {
  checkTableOutput,
  printOrTable,
  type TableOutputOptions,
  withTableOutput,
} from '../../output/table.js';
import { modelWithData } from '../../refits.js';

interface PermuteOptions extends ModelFlags, TableOutputOptions {
  readonly of: string;
  readonly reps: number;
  readonly seed?: number;
  readonly cluster?: string;
  readonly within?: string;
  readonly statistic?: 't' | 'coefficient';
}

const examples = `
Examples, from a checkout:
  npx wasmetrics permute examples/abdata.csv "n ~ w + k" --of w --reps 999
  npx wasmetrics permute examples/abdata.csv "n ~ w + k" --of w --reps 999 --within year`;

/** `wasmetrics permute model.yaml --of x`: a permutation test of a regressor. */
export function addPermute(program: Command, host: Host): void {
  const command = withModelArguments(
    program
      .command('permute')
      .description('permutation test of one coefficient of least squares (Freedman-Lane)'),
    { keeps: ['seed', 'cluster'] },
  );
  withDataOptions(withTableOutput(command, 'a report'))
    .requiredOption('--of <regressor>', 'regressor whose coefficient is tested')
    .option('--reps <number>', 'number of permutations or replicates', number, 9999)
    .option('--seed <number>', 'seed of the draws (default: 1)', number)
    .option('--within <column>', 'permute rows or clusters only within the values of this column')
    .option(
      '--cluster <column>',
      'permute whole clusters of this column with others of the same size',
    )
    .addOption(
      new Option('--statistic <name>', 'test statistic (default: t)').choices(['t', 'coefficient']),
    )
    .option('--json', 'print the result and errors as JSON')
    .addHelpText('after', examples)
    .action(async (_: string, __: string | undefined, options: PermuteOptions) => {
      const { of, reps, seed, within, cluster, statistic } = options;
      const sources = await readSources(host, command, options);
      await eachModel(host, sources, options, async ({ located }, shown) => {
        await checkTableOutput(host, options, inputsOf(located));
        const { model, table } = await modelWithData(host, located, options);
        const fit = await fitModel(table, model);
        const runner = host.distributed?.runner;
        const test = await interruptible(host, 'test', (signal) =>
          permutationTest(fit, { of, reps, seed, within, cluster, statistic, runner, signal }),
        );
        await printOrTable(host, test, { ...shown, labels: model.labels }, options);
      });
    });
}
