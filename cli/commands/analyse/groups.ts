import type { Command } from 'commander';
import { compareGroups } from '../../../bindings/index.js';
import { comparisonTable, usualEstimator } from '../../../bindings/entries/report.js';
import type { GroupMethod } from '../../../bindings/entries/types.js';
import { printBuilt, readModelData } from '../../data/data.js';
import { bootstrapHeading } from '../../estimators/describe.js';
import { estimatorHas } from '../../estimators/options.js';
import type { Host } from '../../host.js';
import { interruptible } from '../../bootstrap/interruptible.js';
import { listed } from '../../options/lists.js';
import { eachModel } from '../../models/each.js';
import { inputsOf, withDataOptions } from '../../models/located.js';
import { type ModelFlags, readSources, withModelArguments } from '../../models/source.js';
import { number } from '../../options/numbers.js';
import { printResult } from '../../print.js';
import { workerCount } from '../../run.js';
import {
  plainHeading,
  type ReportFlags,
  reportOptions,
  withFull,
} from '../../options/report-options.js';
import {
  asksForTable,
  checkTableOutput,
  type TableOutputOptions,
  tableSpec,
  withTableOutput,
  writeTable,
} from '../../output/table.js';

interface GroupsOptions extends ModelFlags, TableOutputOptions, Pick<ReportFlags, 'full'> {
  readonly by: string;
  readonly of: string;
  readonly levels?: readonly string[];
  readonly method?: readonly string[];
  readonly cluster?: string;
  readonly common?: boolean;
  readonly compat?: 'bdiff';
  readonly continuous?: boolean;
  readonly reps: number;
  readonly seed?: number;
  readonly workers?: number;
}

const more = (text: string, before: readonly string[] = []): string[] => [
  ...before,
  ...listed(text),
];

/** Methods of a comparison. Any other value of `--method`, such as `liml`, is the estimator's. */
const methodNames: readonly string[] = ['wald', 'cr2', 'permutation', 'bootstrap', 'suest', 'wild'];

/** The estimator's method among the values of `--method`, if there is one. */
function estimatorMethods(
  methods: readonly string[] = [],
  estimator: string = usualEstimator,
): readonly string[] {
  if (!estimatorHas(estimator, '--method')) return [];
  return methods.filter((one) => !methodNames.includes(one));
}

const examples = `
Examples, from a checkout:
  npx wasmetrics groups examples/abdata.csv "n ~ w + k" --by ind --levels 1,5 --of w --cluster id --method wald
  npx wasmetrics groups examples/abdata.csv "n ~ w + k" --by ind --levels 1,5 --of w --method wald \\
    --estimator panel --unit id --time year`;

const drawsHeading = `${bootstrapHeading.slice(0, -1)} and permutations:`;

/**
 * `wasmetrics groups model.yaml --by region --of x`, or `wasmetrics groups data.csv "y ~ x" --by region --of x` with the
 * options of an estimator: the difference of a coefficient between groups.
 */
export function addGroups(program: Command, host: Host): void {
  const command = withModelArguments(
    program
      .command('groups')
      .description(
        'estimate a model by groups and test whether a coefficient differs between them',
      ),
    {
      keeps: ['method', 'cluster', 'seed'],
      shared: ({ method }, estimator) => ({
        method: estimatorMethods(method as GroupsOptions['method'], estimator)[0],
      }),
    },
  )
    .requiredOption('--of <regressor>', 'regressor whose coefficient is compared')
    .requiredOption('--by <column>', 'column that defines the groups')
    .option('--levels <values>', 'groups and their order, as a,b,c (default: all values)', listed)
    .option(
      '--method <names>',
      'wald, cr2, suest, permutation, bootstrap, wild (default: all that the model has); with a formula also the method of its estimator',
      more,
    )
    .option(
      '--cluster <column>',
      'clusters of the errors, to exchange and to draw (default: units)',
    )
    .option('--compat <command>', 'bdiff: add the p-value that it prints; see `explain bdiff`')
    .option('--continuous', 'multiply the regressors by --by, a number')
    .option('--common', 'keep the other coefficients equal across groups')
    .optionsGroup(drawsHeading)
    .option('--reps <number>', 'number of permutations and replicates', number, 9999)
    .option('--seed <number>', 'seed of the draws (default: 1)', number)
    .option(
      '--workers <n>',
      'number of workers; 0 uses the main thread only (default: number of cores)',
      workerCount,
    )
    .optionsGroup(plainHeading)
    .option('--json', 'print the result and errors as JSON')
    .addHelpText('after', examples);
  withFull(withDataOptions(withTableOutput(command, 'a report'))).action(
    async (_: string, __: string | undefined, options: GroupsOptions) => {
      const sources = await readSources(host, command, options);
      await eachModel(host, sources, options, async ({ written, located }, shown) => {
        if (asksForTable(options)) await checkTableOutput(host, options, inputsOf(located));
        const table = await readModelData(host, located, options);
        const { reshape, merge, build } = located.model;
        printBuilt(host, table, options.json);
        const given = groupOptions(host, options, located.path === undefined);
        const result = await interruptible(host, 'test', (signal) =>
          compareGroups(table, { ...written, reshape, merge, build }, { ...given, signal }),
        );
        if (asksForTable(options)) {
          const spec = await tableSpec(host, options);
          await writeTable(host, comparisonTable(result, spec), options);
        } else printResult(host, result, { ...reportOptions(options), ...shown });
      });
    },
  );
}

/** The library's options; for a formula without the method of its estimator. */
function groupOptions(
  { distributed }: Host,
  {
    by,
    of,
    levels,
    method = [],
    cluster,
    common,
    compat,
    continuous,
    reps,
    seed,
    workers,
    estimator,
  }: GroupsOptions,
  isFormula: boolean,
) {
  const other = isFormula ? estimatorMethods(method, estimator) : [];
  const methods = method.filter((one) => !other.includes(one)) as readonly GroupMethod[];
  return {
    by,
    of,
    levels,
    cluster,
    common,
    compat,
    continuous,
    reps,
    seed,
    workers,
    runner: distributed?.runner,
    ...(methods.length > 0 && { methods }),
  };
}
