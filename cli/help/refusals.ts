/** What commander refuses, as data: its own errors have English sentences only. */
import { type Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import * as said from '../../bindings/words/errors/program/usage.js';
import { usageValue } from '../../bindings/words/errors/program/usage.js';
import { knownSpelling } from '../../bindings/words/text/spelling.js';
import type { Told } from '../../bindings/words/told.js';
import { usage } from '../exit.js';

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

/**
 * True if a word is another with one letter more, less or changed, or with two neighbours swapped. The first letter is
 * the same: methods with short names, such as nls, are no misspelt commands.
 */
function isMisspelling(typed: string, word: string): boolean {
  const [a, b] = [typed.toLowerCase(), word];
  let begin = 0;
  while (begin < a.length && a[begin] === b[begin]) begin++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - begin && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [x, y] = [a.slice(begin, a.length - end), b.slice(begin, b.length - end)];
  const isSwapped = x.length === 2 && x === y[1]! + y[0]!;
  return begin > 0 && (Math.max(x.length, y.length) <= 1 || isSwapped);
}

/** A command whose refusals are data. The methods have the names by which commander calls them. */
export class RefusingCommand extends Command {
  missingArgument(argument: string): never {
    throw usage(said.missingArgument({ argument }));
  }

  optionMissingArgument({ flags: option }: Option): never {
    throw usage(said.missingValue({ option }));
  }

  missingMandatoryOptionValue({ flags: option }: Option): never {
    throw usage(said.missingOption({ option }));
  }

  unknownOption(flag: string): void {
    const message = refusalOf(() => refusals.unknownOption.call(this, flag));
    if (message !== undefined)
      throw usage(said.unknownOption({ found: flag, similar: similarIn(message) }));
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
    throw usage(said.excessArguments({ command, expected, found: received.length }));
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
