/** Calls of R functions and their arguments: `pgmm(n ~ lag(n, 1), data = d, effect = "twoways")`. */
import type { Argument, Call } from '../arguments.js';
import { accept, ended, expect, failure, type Reader, unexpected } from '../reader.js';
import { scriptProblem } from '../../words/errors/interchange/scripts.js';
import { commandFault, type CommandExpected } from '../../words/errors/interchange/syntax.js';

/** The text of an argument. */
export function argumentText(value: Reader | undefined): string | undefined {
  return value === undefined ? undefined : value.text.slice(value.position, value.end).trim();
}

/** Reads a call, with or without its package; undefined if there is none. */
export function acceptCall(reader: Reader): Call | undefined {
  const head = accept(reader, /(?:[A-Za-z.][\w.]*:::?)?([A-Za-z.][\w.]*)\s*\(/);
  if (head === undefined) return undefined;
  const offset = reader.position - head[0].length;
  return { name: head[1]!, offset, args: acceptParts(reader).map(named) };
}

/** The parts between commas up to the bracket that closes the one before the position. */
export function acceptParts(reader: Reader): Reader[] {
  const { text, position: start } = reader;
  const end = closing(reader, start);
  reader.position = end + 1;
  return split({ text, position: start, end });
}

/** Position of the bracket that closes the one before `from`. */
function closing(reader: Reader, from: number): number {
  const symbols = /"[^"]*"|'[^']*'|`[^`]*`|[([{]|[)\]}]/g;
  symbols.lastIndex = from;
  let depth = 1;
  for (;;) {
    const symbol = symbols.exec(reader.text.slice(0, reader.end));
    if (symbol === null) throw failure(reader, scriptProblem['open-parenthesis'](), from - 1);
    if (/[([{]$/.test(symbol[0])) ++depth;
    else if (/^[)\]}]/.test(symbol[0])) --depth;
    if (depth === 0) return symbol.index;
  }
}

/** The parts between commas, ignoring commas in brackets and quotes. */
function split(list: Reader): Reader[] {
  const { text, end = text.length } = list;
  const parts: Reader[] = [];
  const symbols = /"[^"]*"|'[^']*'|`[^`]*`|[([{,]/g;
  let from = list.position;
  symbols.lastIndex = from;
  for (;;) {
    const symbol = symbols.exec(text.slice(0, end));
    if (symbol === null) break;
    if (/[([{]/.test(symbol[0]) && symbol[0].length === 1) {
      symbols.lastIndex = closing(list, symbol.index + 1) + 1;
    } else if (symbol[0] === ',') {
      parts.push({ text, position: from, end: symbol.index });
      from = symbol.index + 1;
    }
  }
  parts.push({ text, position: from, end });
  return parts.filter((part) => !ended(part));
}

function named(part: Reader): Argument {
  const name = accept(part, /([A-Za-z.][\w.]*)\s*=(?!=)\s*/)?.[1];
  return name === undefined ? { value: part } : { name, value: part };
}

const quotes = /"([^"]*)"|'([^']*)'/;

/** @throws InputError `command-syntax` unless the data are a name, because calls on data are not evaluated */
export function checkData(value: Reader | undefined): void {
  if (value === undefined) return;
  const text = value.text.slice(value.position, value.end).trim();
  if (/^[\w.]+$/.test(text)) return;
  throw failure(value, scriptProblem['data-frame']({ text }));
}

/** A text in quotes; undefined without the argument. */
export function textOf(value: Reader | undefined): string | undefined {
  const [, double, single] = scalarOf(value, quotes, 'quoted-text') ?? [];
  return double ?? single;
}

/** One of the words, in quotes; the first one without the argument. */
export function choiceOf<Word extends string>(
  value: Reader | undefined,
  words: readonly [Word, ...Word[]],
): Word {
  return chosen(value, words, (word, text) => word === text);
}

/** The same, with abbreviations as in R's match.arg(). */
export function abbreviatedChoiceOf<Word extends string>(
  value: Reader | undefined,
  words: readonly [Word, ...Word[]],
): Word {
  return chosen(value, words, (word, text) => word.startsWith(text));
}

function chosen<Word extends string>(
  value: Reader | undefined,
  words: readonly [Word, ...Word[]],
  matches: (word: string, text: string) => boolean,
): Word {
  const text = textOf(value);
  if (text === undefined) return words[0];
  const choice = words.find((word) => matches(word, text));
  if (choice !== undefined) return choice;
  throw failure(value!, commandFault.part({ expected: { either: words }, found: text }));
}

/** TRUE or FALSE; undefined without the argument. */
export function flagOf(value: Reader | undefined): boolean | undefined {
  return scalarOf(value, /TRUE\b|FALSE\b|T\b|F\b/, { oneOf: ['TRUE', 'FALSE'] })?.[0].startsWith(
    'T',
  );
}

/** Reads one value without moving the argument's reader. */
function scalarOf(
  value: Reader | undefined,
  item: RegExp,
  expected: CommandExpected,
): RegExpExecArray | undefined {
  if (value === undefined || isNull(value)) return undefined;
  const reader = { ...value };
  const match = expect(reader, item, expected);
  if (!ended(reader)) throw unexpected(reader, 'one-value');
  return match;
}

/** `2`, `2L` or `c(0, 1)`; undefined without the argument. */
export function numbersOf(value: Reader | undefined): number[] | undefined {
  return vectorOf(value, /(-?\d+)L?/, 'whole-number')?.map((match) => Number(match[1]));
}

/** `"w"` or `c("w", "k")`; undefined without the argument. */
export function textsOf(value: Reader | undefined): string[] | undefined {
  const matches = vectorOf(value, quotes, 'quoted-text');
  return matches?.map((match) => match[1] ?? match[2]!);
}

function vectorOf(
  value: Reader | undefined,
  item: RegExp,
  expected: CommandExpected,
): RegExpExecArray[] | undefined {
  if (value === undefined || isNull(value)) return undefined;
  const reader = { ...value };
  if (accept(reader, /c\s*\(/) === undefined) return [scalarOf(value, item, expected)!];
  const matches = [expect(reader, item, expected)];
  while (accept(reader, /,/) !== undefined) matches.push(expect(reader, item, expected));
  expect(reader, /\)\s*$/, 'end-of-argument');
  return matches;
}

function isNull(value: Reader): boolean {
  return /^\s*NULL\s*$/.test(value.text.slice(value.position, value.end));
}
