/** The options of an estimator as commander reads them, and the model that they make. */
import { Option } from 'commander';
import { InputError, type ModelInput } from '../../bindings/index.js';
import { quoted } from '../../bindings/core/errors/quoted.js';
import * as said from '../../bindings/words/errors/program/usage.js';
import { invalid, usage } from '../exit.js';
import { suggesting } from '../completion/suggested.js';
import { described } from '../help/texts.js';
import { shortcutOf } from './index.js';
import {
  bootstrapHeading,
  type CommandOption,
  type OptionValues,
  type ShortcutCommand,
} from './describe.js';

/** The value of an argument. An invalid one is a usage error. */
function argument({ read = (text) => text }: CommandOption, text: string): unknown {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof InputError) throw invalid(quoted(error));
    throw error;
  }
}

function optionOf(command: CommandOption): Option {
  const option = described(new Option(command.flags), command.help);
  if (command.default !== undefined) option.default(command.default);
  if (command.words !== undefined) suggesting(option, command.words);
  if (command.heading !== undefined) option.helpGroup(command.heading);
  if (command.excludes !== undefined) option.conflicts([...command.excludes]);
  if (!option.required) return option;
  return option.argParser((text: string, before: unknown) => {
    const value = argument(command, text);
    if (command.repeatable !== true) return value;
    return Array.isArray(before) ? [...before, value] : [value];
  });
}

/** An option that needs another one is an error without it, rather than ignored. */
export function checkNeeds({ options }: ShortcutCommand, values: OptionValues): void {
  for (const described of options) {
    const { needs } = described;
    const name = new Option(described.flags).attributeName();
    if (needs === undefined || values[name] === undefined || values[needs] !== undefined) continue;
    throw usage(said.needs({ option: `--${name}`, other: `--${needs}` }));
  }
}

/** The options of an estimator's command, those of its bootstrap only if the command runs it. */
export function estimatorOptions(
  { options }: ShortcutCommand,
  { bootstraps = false }: { readonly bootstraps?: boolean } = {},
): Option[] {
  const offered = options.filter(({ heading }) => bootstraps || heading !== bootstrapHeading);
  return offered.map(optionOf);
}

/** Names of the options of an estimator's bootstrap: in a command that does not run it, they are the command's own. */
export function bootstrapNames({ options }: ShortcutCommand): string[] {
  return options
    .filter(({ heading }) => heading === bootstrapHeading)
    .map(({ flags }) => new Option(flags).attributeName());
}

/** Whether an estimator has this option, such as `--method`. */
export function estimatorHas(estimator: string, flag: string): boolean {
  const { options } = shortcutOf(estimator);
  return options.some(({ flags }) => new Option(flags).long === flag);
}

/** The keys of a model that an estimator's command makes. */
export function shortcutModel(
  { name, keys, formulaOf = (formula) => formula }: ShortcutCommand,
  { data, formula }: { readonly data: ModelInput['data']; readonly formula: string },
  values: OptionValues,
): object {
  // An estimator without a key refuses it, even with no value.
  const given = Object.entries(keys(values)).filter(([, value]) => value !== undefined);
  return {
    data,
    estimator: name,
    formula: formulaOf(formula, values),
    ...Object.fromEntries(given),
  };
}
