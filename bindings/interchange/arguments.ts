/**
 * The arguments of calls. A command declares which of its arguments it translates, and which do not affect the model's
 * numbers. Any other argument is an error. An argument without effect, or one that the command did not read, becomes a
 * note on the model.
 */
import { suggestionOf } from '../data/index.js';
import { failure, type Reader } from './reader.js';
import { commandProblem } from '../words/errors/interchange/commands.js';
import { commandFault } from '../words/errors/interchange/syntax.js';
import { argumentNotRead, noEffectOn } from '../words/errors/interchange/notes.js';
import type { Told } from '../words/told.js';

export interface Argument {
  readonly name?: string;
  /** The text of the value; errors point into the whole statement. */
  readonly value: Reader;
}

/** A call with its arguments in order. */
export interface Call {
  readonly name: string;
  readonly offset: number;
  readonly args: readonly Argument[];
}

/** What a command does with its arguments. */
export interface Signature {
  /** As messages name it, such as `lm()`. */
  readonly command: string;
  /** Names of the arguments that may be given without one, in order. */
  readonly positions: readonly string[];
  readonly translated: readonly string[];
  /** Arguments that do not affect the model's numbers, with the reason. */
  readonly ignored: Readonly<Record<string, string>>;
  /** True if nothing is said of arguments without effect, as where data are read. */
  readonly isSilent?: true;
}

/** Arguments by name. */
export interface Arguments {
  readonly get: (name: string) => Reader | undefined;
  readonly has: (name: string) => boolean;
}

/** Anything with notes on it. */
export interface Noted {
  readonly notes: readonly Told[];
}

/** Reasons common to many commands. */
export const reasons = {
  printed: 'it changes what is printed or kept',
  speed: 'it changes how the estimates are computed, not what they are',
  rows: 'a model always leaves out rows without a value',
} as const;

/** Arguments that are ignored for one reason. */
export function because(reason: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, reason]));
}

/**
 * The result of `read` on the arguments of a call, with notes on arguments that it did not read.
 *
 * @throws InputError `command-syntax` for an undeclared argument, with the nearest declared one
 */
export function withArguments<Result extends Noted>(
  call: Call,
  signature: Signature,
  read: (args: Arguments) => Result,
): Result {
  const values = matched(call, signature);
  const unread = new Set(
    [...values.keys()].filter((name) => !Object.hasOwn(signature.ignored, name)),
  );
  const result = read({
    get: (name) => {
      unread.delete(name);
      return values.get(name);
    },
    has: (name) => {
      unread.delete(name);
      return values.has(name);
    },
  });
  const { command, ignored, isSilent } = signature;
  const without = [...values.keys()]
    .filter((name) => isSilent !== true && Object.hasOwn(ignored, name))
    .map((option) => noEffectOn({ option, call: command }));
  const notes = [...unread].map((name) => unreadNote(command, name, values.get(name)!));
  return { ...result, notes: [...without, ...result.notes, ...notes] };
}

const longest = 40;

function unreadNote(command: string, name: string, { text, position, end }: Reader): Told {
  const value = text.slice(position, end).replace(/\s+/g, ' ').trim();
  const short = value.length > longest ? `${value.slice(0, longest - 3)}...` : value;
  return argumentNotRead({ command, name, value: short });
}

function matched(
  { args }: Call,
  { command, positions, translated, ignored }: Signature,
): ReadonlyMap<string, Reader> {
  const known = [...translated, ...Object.keys(ignored)];
  const free = positions.filter((position) => !args.some(({ name }) => name === position));
  const pairs = args.map(({ name, value }): [string, Reader] => {
    const argument = name ?? free.shift();
    if (argument === undefined) throw failure(value, commandProblem['named-argument']({ command }));
    if (known.includes(argument)) return [argument, value];
    const problem = commandFault.argument({
      command,
      word: argument,
      meant: suggestionOf(argument, known),
    });
    throw failure(value, problem, value.text.lastIndexOf(argument, value.position));
  });
  return new Map(pairs);
}
