/** What commander refuses, as data: its own errors have English sentences only. */
import { type Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import * as said from '../../bindings/words/errors/program/usage.js';
import { usageValue } from '../../bindings/words/errors/program/usage.js';
import { knownSpelling } from '../../bindings/words/text/spelling.js';
import type { Told } from '../../bindings/words/told.js';
import { usage } from '../exit.js';
import { isMisspelling } from './misspelling.js';

/** The methods by which commander refuses; its types leave them out. */
interface Refusals {
  unknownOption(this: Command, flag: string): void;
  unknownCommand(this: Command): void;
  _conflictingOption(this: Command, option: Option, other: Option): void;
  _excessArguments(this: Command, received: readonly string[]): void;
}

const refusals = Command.prototype as unknown as Refusals;

/** The message with which commander refuses; undefined if it does not. */
function refusalOf(refuse: () => void): string | undefined {
  try {
    refuse();
    return undefined;
  } catch (error) {
    if (error instanceof CommanderError) return error.message;
    throw error;
  }
}

/** The words that commander suggests at the end of a message. */
function similarIn(message: string): readonly string[] {
  const [, words = ''] = /\(Did you mean (?:one of )?(.*)\?\)$/.exec(message) ?? [];
  return words === '' ? [] : words.split(', ');
}

/** Names of options in other programs. */
const otherOptions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '--vcov': 'vce se errors stderr std-errors standard-errors cov covariance cov-type',
    '--unit': 'id i entity panel-id group-id firm individual',
    '--time': 't period',
    '--where': 'if filter subset condition sample query',
    '--weights': 'weight w aw pw fw',
    '--absorb': 'fe fixed-effects effects a',
    '--bootstrap': 'boot reps replications n-boot nboot',
    '--robust': 'r hc hc1 hetero',
    '--cluster': 'cl clusters',
    '--save': 'output out o result export',
    '--level': 'confidence conf alpha',
    '--version': 'v',
  }).flatMap(([option, names]) => names.split(' ').map((name) => [name, option] as const)),
);

/** How a command is written. */
function usageOf(command: Command): string {
  const isRoot = command.parent === null;
  return isRoot
    ? 'wasmetrics COMMAND, as in wasmetrics ols data.csv "y ~ x"'
    : `wasmetrics ${command.name()} ${command.usage()}`;
}

/** Commander's own method for `help COMMAND`. */
interface Helping extends Command {
  _dispatchHelpCommand(word?: string): unknown;
}

const helping = Command.prototype as Helping;

/** A command whose refusals are data. The methods have the names by which commander calls them. */
export class RefusingCommand extends Command {
  missingArgument(argument: string): never {
    throw usage(said.missingArgument({ argument, usage: usageOf(this) }));
  }

  optionMissingArgument({ flags: option }: Option): never {
    throw usage(said.missingValue({ option }));
  }

  missingMandatoryOptionValue({ flags: option }: Option): never {
    throw usage(said.missingOption({ option }));
  }

  unknownOption(flag: string): void {
    const message = refusalOf(() => refusals.unknownOption.call(this, flag));
    if (message === undefined) return;
    const other = otherOptions.get(flag.replace(/^-+/, '').toLowerCase());
    const known = this.options.some(({ long }) => long === other);
    const similar = other !== undefined && known ? [other] : similarIn(message);
    const isPlace = /^--?(?:data|formula|file|input|[xy]|depvar|dep|indep)$/.test(flag);
    const detail = isPlace || similar.length === 0 ? { usage: usageOf(this) } : {};
    throw usage(said.unknownOption({ found: flag, similar: isPlace ? [] : similar, ...detail }));
  }

  /** Commander prints the whole help for a word that is no command. */
  _dispatchHelpCommand(this: Helping, word?: string): unknown {
    if (word === undefined || this.commands.some((one) => one.name() === word))
      return helping._dispatchHelpCommand.call(this, word);
    const method = said.methodNamed(word);
    throw usage(said.unknownCommand({ found: word, similar: [], method }));
  }

  unknownCommand(): void {
    const message = refusalOf(() => refusals.unknownCommand.call(this))!;
    const typed = this.args[0]!;
    const similar = similarIn(message).filter((word) => isMisspelling(typed, word));
    throw usage(said.unknownCommand({ found: typed, similar, method: said.methodNamed(typed) }));
  }

  /** The message names the options that were given, which may be the negations of these. */
  _conflictingOption(first: Option, second: Option): never {
    const message = refusalOf(() => refusals._conflictingOption.call(this, first, second))!;
    const [option, other] = Array.from(message.matchAll(/'([^']*)'/g), ([, flags]) => flags!);
    throw usage(said.conflicting({ option: option!, other: other! }));
  }

  _excessArguments(received: readonly string[]): void {
    const message = refusalOf(() => refusals._excessArguments.call(this, received));
    if (message === undefined) return;
    const command = this.parent === null ? undefined : this.name();
    const expected = this.registeredArguments.length;
    const [extra, takesFormula] = [
      received.slice(expected),
      this.registeredArguments.some((one) => one.name() === 'formula'),
    ];
    throw usage(
      said.excessArguments({ command, expected, found: received.length, extra, takesFormula }),
    );
  }

  /** Words are taken in any spelling, as the library takes them. */
  _callParseArg(target: Option | Argument, text: string, previous: unknown): unknown {
    try {
      return target.parseArg!(knownSpelling(target.argChoices ?? [], text) as string, previous);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      const { told } = error as { readonly told?: Told };
      const reason = told ?? usageValue.choices({ choices: target.argChoices! });
      const isOption = target instanceof Option;
      const option = isOption ? target.flags : target.name();
      throw usage(said.invalidValue({ option, isOption, found: text, reason }));
    }
  }
}
