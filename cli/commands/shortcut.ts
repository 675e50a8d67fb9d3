import { InvalidArgumentError, Option, type Command } from 'commander';
import { InputError, type ModelInput, parseModel } from '../../bindings/index.js';
import { placeOf } from '../data/data.js';
import { type StepFlags, stepKeys, withDataSteps } from '../data/steps.js';
import type { CommandOption, OptionValues, ShortcutCommand } from '../estimators/describe.js';
import type { Host } from '../host.js';
import { type ReaderFlags, withReaderOptions } from '../data/reader-options.js';
import { run, withRunOptions, type RunOptions } from '../run.js';

/** The value of an argument. An invalid one is a usage error. */
function argument({ read = (text) => text }: CommandOption, text: string): unknown {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof InputError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}

function optionOf(described: CommandOption): Option {
  const option = new Option(described.flags, described.help);
  if (described.default !== undefined) option.default(described.default);
  if (described.excludes !== undefined) option.conflicts([...described.excludes]);
  if (!option.required) return option;
  return option.argParser((text: string, before: unknown) => {
    const value = argument(described, text);
    if (described.repeatable !== true) return value;
    return Array.isArray(before) ? [...before, value] : [value];
  });
}

/** An option that needs another one is an error without it, rather than ignored. */
function checkNeeds(
  command: Command,
  options: readonly CommandOption[],
  values: OptionValues,
): void {
  for (const described of options) {
    const { needs } = described;
    const name = new Option(described.flags).attributeName();
    if (needs === undefined || values[name] === undefined || values[needs] !== undefined) continue;
    command.error(`error: --${name} needs --${needs}`);
  }
}

type ShortcutOptions = RunOptions & ReaderFlags & StepFlags & OptionValues;

/** The options of an estimator's command. */
export function estimatorOptions({ options }: ShortcutCommand): Option[] {
  return options.map(optionOf);
}

/** The keys of a model that an estimator's command makes. */
export function shortcutModel(
  { name, keys, formulaOf = (formula) => formula }: ShortcutCommand,
  { data, formula }: { readonly data: ModelInput['data']; readonly formula: string },
  values: OptionValues,
): object {
  return { data, estimator: name, formula: formulaOf(formula, values), ...keys(values) };
}

/** `wasmetrics ols data.csv "y ~ x"`: the command of an estimator, used instead of a model file. */
export function addShortcut(program: Command, shortcut: ShortcutCommand, host: Host): void {
  const { name, summary, formula, examples, options } = shortcut;
  const command = program
    .command(name)
    .description(summary)
    .usage('[options] <data> <formula>')
    .argument('<data>', 'data file, or - for standard input; none with --sql')
    .argument('[formula]', `such as "${formula}"`);
  for (const option of estimatorOptions(shortcut)) command.addOption(option);
  const lines = examples.map((example) => `  npx wasmetrics ${name} ${example}`);
  const bootstraps = options.some(({ flags }) => new Option(flags).attributeName() === 'bootstrap');
  withRunOptions(withDataSteps(withReaderOptions(command)), { bootstraps })
    .addHelpText('after', ['', 'Examples, from a checkout:', ...lines].join('\n'))
    .action(async (first: string, second: string | undefined, values: ShortcutOptions) => {
      checkNeeds(command, options, values);
      const [path, written] =
        values.sql !== undefined && second === undefined ? [undefined, first] : [first, second];
      if (written === undefined) return command.error("error: missing required argument 'formula'");
      const data = placeOf(path, values);
      const keys = shortcutModel(shortcut, { data, formula: written }, values);
      const model = { ...keys, ...stepKeys(values) };
      host.exitCode = await run(host, { model: parseModel(model), base: '.' }, values);
    });
}
