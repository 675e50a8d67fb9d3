import { Command } from 'commander';
import {
  compareGroups,
  comparisonTable,
  type GroupMethod,
  InputError,
  type ModelInput,
  parseModel,
} from '../../bindings/index.js';
import { estimatorOptions, shortcutModel } from './shortcut.js';
import { shortcuts } from '../estimators/index.js';
import type { OptionValues } from '../estimators/describe.js';
import { printBuilt } from '../data/data.js';
import type { Host } from '../host.js';
import { interruptible } from '../bootstrap/interruptible.js';
import { readDocument } from '../io.js';
import { listed } from '../lists.js';
import { number } from '../numbers.js';
import { printResult } from '../print.js';
import { type ReportFlags, reportOptions, withFull } from '../report-options.js';
import { type DataOptions, inputsOf, located, readModelData, withDataOptions } from '../run.js';
import {
  asksForTable,
  checkTableOutput,
  tableChoices,
  type TableOutputOptions,
  withTableOutput,
  writeTable,
} from '../table-output.js';
import { stopped } from './permutations.js';

interface GroupsOptions extends DataOptions, TableOutputOptions, Pick<ReportFlags, 'full'> {
  readonly by: string;
  readonly of: string;
  readonly levels?: readonly string[];
  readonly method: readonly string[];
  readonly cluster?: string;
  readonly common?: boolean;
  readonly reps: number;
  readonly seed?: number;
  readonly estimator?: string;
  readonly json?: boolean;
}

/** A model as it is written, as its errors depend on whether it names them, and its data. */
interface WrittenModel {
  readonly written: ModelInput;
  readonly path: string;
  readonly data: string | undefined;
  readonly methods: readonly string[];
}

const more = (text: string, before: readonly string[]): string[] => [...before, ...listed(text)];

/** Methods of a comparison. Other values of `--method` are those of the estimator, as `liml`. */
const methodNames: readonly string[] = ['wald', 'permutation', 'bootstrap', 'suest', 'wild'];

/**
 * `wasmetrics groups model.yaml --by region --of x`, or `wasmetrics groups data.csv "y ~ x" --by region --of x` with the
 * options of an estimator: the difference of a coefficient between groups.
 */
export function addGroups(program: Command, host: Host): void {
  const command = program
    .command('groups')
    .description('estimate a model by groups and test whether a coefficient differs between them')
    .usage('[options] <model | data formula> [options of the estimator]')
    .argument('<model>', 'model file, or - for standard input; with a formula the data file')
    .argument('[formula]', 'formula of a model without a model file')
    .requiredOption('--of <regressor>', 'regressor whose coefficient is compared')
    .requiredOption('--by <column>', 'column that defines the groups')
    .option('--levels <values>', 'groups and their order, as a,b,c (default: all values)', listed)
    .option('--method <names>', 'wald, permutation, bootstrap (default: all)', more, [])
    .option(
      '--cluster <column>',
      'clusters of the errors, to exchange and to draw (default: units)',
    )
    .option('--common', 'keep the other coefficients equal across groups')
    .option('--reps <number>', 'number of permutations and replicates', number, 9999)
    .option('--seed <number>', 'seed of the draws (default: 1)', number)
    .option('--estimator <name>', 'estimator of a formula (default: ols)')
    .option('--json', 'print the result and errors as JSON')
    .allowUnknownOption()
    .allowExcessArguments();
  withFull(withDataOptions(withTableOutput(command, 'a report'))).action(
    async (_: string, __: string | undefined, options: GroupsOptions) => {
      const { by, of, levels, cluster, common, reps, seed } = options;
      const { written, path, data, methods } = await modelOf(host, command, options);
      const whole = located(parseModel(written), path, { ...options, data });
      if (asksForTable(options)) await checkTableOutput(host, options, inputsOf(whole));
      const table = await readModelData(host, whole, options);
      const { reshape, merge, build } = whole.model;
      printBuilt(host, table, options.json);
      const result = await interruptible(host, stopped, (signal) =>
        compareGroups(
          table,
          { ...written, reshape, merge, build },
          {
            ...{ by, of, levels, cluster, common, reps, seed, signal },
            ...(methods.length > 0 && { methods: methods as readonly GroupMethod[] }),
          },
        ),
      );
      if (asksForTable(options)) {
        await writeTable(host, comparisonTable(result, tableChoices(options)), options);
      } else printResult(host, result, { ...reportOptions(options), json: options.json });
    },
  );
}

/** Reads the model file, or makes the model of a formula and the options of its estimator. */
async function modelOf(
  host: Host,
  command: Command,
  { estimator, data, method, sql }: GroupsOptions,
): Promise<WrittenModel> {
  const { operands, values, methods } = leftOver(command, estimator ?? 'ols', method);
  const [first, second] = operands as [string, string | undefined];
  const isQueried = sql !== undefined && second === undefined && first.includes('~');
  const [path, formula] = isQueried ? ['.', first] : [first, second];
  if (formula === undefined) {
    if (estimator !== undefined) {
      command.error(
        'error: --estimator needs data and a formula; a model file names its estimator',
      );
    }
    const unknown = command.args.find((argument) => argument.startsWith('-') && argument !== '-');
    if (unknown !== undefined) command.error(`error: unknown option '${unknown}'`);
    return { written: (await readDocument(host, path)) as ModelInput, path, data, methods: method };
  }
  const shortcut = shortcutOf(estimator ?? 'ols');
  const file = isQueried ? undefined : (data ?? path);
  const written = shortcutModel(shortcut, { data: file ?? { sql: sql! }, formula }, values);
  return { written: written as ModelInput, path: '.', data: file, methods };
}

interface LeftOver {
  readonly operands: readonly string[];
  readonly values: OptionValues;
  /** Methods of the comparison. */
  readonly methods: readonly string[];
}

/** Reads what the command itself does not know: the options of the estimator. */
function leftOver(command: Command, estimator: string, method: readonly string[]): LeftOver {
  const inner = new Command(command.name())
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, outputError: () => undefined })
    .argument('<model>')
    .argument('[formula]');
  const known = new Set(command.options.map(({ long }) => long));
  const options = estimatorOptions(shortcutOf(estimator));
  for (const option of options) {
    if (option.long === '--method' || !known.has(option.long)) inner.addOption(option);
  }
  const hasMethods = options.some(({ long }) => long === '--method');
  const estimatorMethods = hasMethods ? method.filter((one) => !methodNames.includes(one)) : [];
  const given = estimatorMethods.flatMap((one) => ['--method', one]);
  inner.parse([...given, ...command.args], { from: 'user' });
  const methods = method.filter((one) => !estimatorMethods.includes(one));
  return { operands: inner.args, values: inner.opts(), methods };
}

function shortcutOf(name: string) {
  const shortcut = shortcuts.find((one) => one.name === name);
  if (shortcut !== undefined) return shortcut;
  const names = shortcuts.map((one) => one.name).join(', ');
  const message = `groups: estimator: expected one of ${names}, found ${name}`;
  throw new InputError('unknown-estimator', message, { path: 'estimator', found: name });
}
