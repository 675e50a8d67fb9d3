import { type Command, Option } from 'commander';
import {
  compareGroups,
  fitModel,
  type GroupMethod,
  permutationTest,
} from '../../bindings/index.js';
import type { Host } from '../host.js';
import { interruptible } from '../interruptible.js';
import { number } from '../numbers.js';
import { printResult } from '../print.js';
import { modelWithData } from '../refits.js';

interface PermutationCommandOptions {
  readonly of: string;
  readonly reps: number;
  readonly seed?: number;
  readonly cluster?: string;
  readonly data?: string;
  readonly json?: boolean;
}

interface PermuteOptions extends PermutationCommandOptions {
  readonly within?: string;
  readonly statistic?: 't' | 'coefficient';
}

interface GroupsOptions extends PermutationCommandOptions {
  readonly by: string;
  readonly method?: GroupMethod;
}

const stopped = 'stopped before the end';

function withShared(command: Command): Command {
  return command
    .argument('<model>', 'the model file, - for standard input')
    .requiredOption('--of <regressor>', 'the regressor whose coefficient is tested')
    .option('--reps <number>', 'how many to draw', number, 9999)
    .option('--seed <number>', 'seed of the draws (default: 1)', number)
    .option('--data <file>', 'data file, instead of the one in the model file')
    .option('--json', 'print the result, and any error, as JSON');
}

/** `wasmetrics permute model.yaml --of x`: a permutation test of a regressor. */
export function addPermute(program: Command, host: Host): void {
  const command = program
    .command('permute')
    .description('test a regressor of least squares by permutations of the residuals without it');
  withShared(command)
    .option('--within <column>', 'exchange rows or clusters within its values only')
    .option('--cluster <column>', 'exchange its values whole, with others of as many rows')
    .addOption(
      new Option('--statistic <name>', 'what is compared (default: t)').choices([
        't',
        'coefficient',
      ]),
    )
    .action(async (path: string, { data, json = false, ...options }: PermuteOptions) => {
      const { model, table } = await modelWithData(host, path, data);
      const fit = await fitModel(table, model);
      const test = await interruptible(host, stopped, (signal) =>
        permutationTest(fit, { ...options, signal }),
      );
      printResult(host, test, { json });
    });
}

/** `wasmetrics groups model.yaml --by region --of x`: differences of a coefficient between groups. */
export function addGroups(program: Command, host: Host): void {
  const command = program
    .command('groups')
    .description('estimate groups of rows apart and test whether a coefficient differs');
  withShared(command)
    .requiredOption('--by <column>', 'the column whose values are the groups')
    .option('--cluster <column>', 'clusters to draw and relabel (default: as a bootstrap draws)')
    .addOption(
      new Option('--method <name>', 'one test only (default: both)').choices([
        'bootstrap',
        'permutation',
      ]),
    )
    .action(async (path: string, { data, json = false, method, ...options }: GroupsOptions) => {
      const { model, table } = await modelWithData(host, path, data);
      const methods = method === undefined ? undefined : [method];
      const result = await interruptible(host, stopped, (signal) =>
        compareGroups(table, model, { ...options, methods, signal }),
      );
      printResult(host, result, { json });
    });
}
