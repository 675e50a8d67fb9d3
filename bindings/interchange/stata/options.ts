/** Options of a Stata command: words that may be abbreviated, some with an argument in parentheses. */
import { suggestionOf } from '../../data/index.js';
import { accept, ended, expect, failure, type Reader, unexpected } from '../reader.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';
import { commandFault } from '../../words/errors/interchange/syntax.js';
import { noEffect, optionNotRead } from '../../words/errors/interchange/notes.js';
import type { Told } from '../../words/told.js';

/** The shortest abbreviation in letters, and whether the option has an argument, or may have one. */
export type Options = Readonly<
  Record<string, { readonly shortest: number; readonly argument?: true | 'optional' }>
>;

export interface Flag {
  readonly name: string;
  readonly offset: number;
  /** A reader of the argument; errors point into the whole command. */
  readonly argument?: Reader;
}

/** The options of a command; it records which have been read. */
export interface Flags {
  readonly get: (name: string) => Flag | undefined;
  readonly has: (name: string) => boolean;
}

/** Options that do not affect the model's numbers, with the reason. */
export type Ignored = Readonly<Record<string, string>>;

interface Noted {
  readonly notes: readonly Told[];
}

/**
 * The result of `read` on the options of a command, with notes on options that do not affect numbers and on options
 * that it did not read.
 */
export function withFlags<Result extends Noted>(
  given: ReadonlyMap<string, Flag>,
  { command, ignored }: { readonly command: string; readonly ignored: Ignored },
  read: (flags: Flags) => Result,
): Result {
  const unread = new Set([...given.keys()].filter((name) => !Object.hasOwn(ignored, name)));
  const result = read({
    get: (name) => {
      unread.delete(name);
      return given.get(name);
    },
    has: (name) => {
      unread.delete(name);
      return given.has(name);
    },
  });
  const printed = [...given.keys()]
    .filter((name) => Object.hasOwn(ignored, name))
    .map((option) => noEffect({ option }));
  const notes = [
    ...printed,
    ...result.notes,
    ...[...unread].map((option) => optionNotRead({ command, option })),
  ];
  return { ...result, notes };
}

/** Reads an option. @throws InputError `command-syntax` names the nearest known option */
export function matchOption(reader: Reader, known: Options, subject: string): Flag {
  const word = expect(reader, /[a-z_]\w*|\S/i, 'option')[0];
  const offset = reader.position - word.length;
  const lower = word.toLowerCase();
  const name = Object.keys(known).find(
    (full) => full.startsWith(lower) && lower.length >= known[full]!.shortest,
  );
  if (name === undefined) {
    const meant = suggestionOf(word, Object.keys(known));
    throw failure(
      reader,
      commandFault['unknown-option']({ command: subject, word, meant }),
      offset,
    );
  }
  const { argument } = known[name]!;
  const isGiven = argument === true || reader.text.startsWith('(', reader.position);
  if (argument === undefined || !isGiven) return { name, offset };
  return { name, offset, argument: readArgument(reader, name) };
}

function readArgument(reader: Reader, name: string): Reader {
  expect(reader, /\(/, { openedAfter: name });
  const from = reader.position;
  let depth = 1;
  while (depth > 0) {
    const bracket = accept(reader, /[^()]*([()])/);
    if (bracket === undefined)
      throw failure(reader, commandProblem['open-option']({ name }), from - 1);
    depth += bracket[1] === '(' ? 1 : -1;
  }
  return { text: reader.text, position: from, end: reader.position - 1 };
}

/** The options after the variables of an argument. @throws InputError `command-syntax` */
export function readSuboptions(reader: Reader, known: Options, subject: string): Map<string, Flag> {
  const flags = new Map<string, Flag>();
  if (accept(reader, /,/) === undefined) {
    if (!ended(reader)) throw unexpected(reader, 'variable-or-comma');
    return flags;
  }
  while (!ended(reader)) {
    const flag = matchOption(reader, known, subject);
    flags.set(flag.name, flag);
  }
  return flags;
}

/** A word of a list, which may be abbreviated. @throws InputError `command-syntax` */
export function readWord<Word extends string>(
  argument: Reader,
  words: Readonly<Record<Word, unknown>>,
): Word {
  const known = Object.keys(words) as Word[];
  const word = expect(argument, /[a-z]+/i, { oneOf: known })[0].toLowerCase();
  const start = argument.position - word.length;
  const fullWord = known.find((name) => name.startsWith(word));
  if (fullWord === undefined)
    throw failure(argument, commandFault.part({ expected: { oneOf: known }, found: word }), start);
  return fullWord;
}

/** The number in an option's argument; undefined without the option. */
export function numberOf(flag: Flag | undefined): number | undefined {
  if (flag === undefined) return undefined;
  const value = Number(expect(flag.argument!, /-?\d+(?:\.\d*)?/, 'number')[0]);
  if (!ended(flag.argument!)) throw unexpected(flag.argument!, 'one-number');
  return value;
}
