/** Lists of series in gretl's commands: `w w(-1) k(0 to -2) diff(ys) lags(2, k) const`, and named lists. */
import { suggestionOf } from '../../data/index.js';
import { checkTerms, joinedLists, nested, wholeNumbers } from '../bounds.js';
import { lagName, lagsOfAll } from '../lags.js';
import { accept, expect, failure, type Reader, unexpected } from '../reader.js';
import { commandFault } from '../../words/errors/interchange/syntax.js';

/** The series behind a name: of a `list`, or made by `diff` and `lags`. */
export type Lists = ReadonlyMap<string, readonly string[]>;

/** The constant, which is not a series in the data. */
export const constant = 'const';

const transformations = ['diff', 'lags'];

/** Reads one or more items. Throws InputError `command-syntax` with a caret. */
export function readList(reader: Reader, lists: Lists): string[] {
  const items: string[][] = [];
  for (;;) {
    const item = readItem(reader, lists);
    if (item === undefined) break;
    items.push(item);
  }
  const names = joinedLists(reader, items);
  if (names.length === 0) throw unexpected(reader, 'series');
  return names;
}

/** A series or a list, with or without lags; undefined if the next word is neither. */
export function readItem(reader: Reader, lists: Lists): string[] | undefined {
  if (accept(reader, /0(?![\w.])/) !== undefined) return [constant];
  const call = accept(reader, /([A-Za-z]\w*)\((?=\s*[A-Za-z\d]\w*\s*[,)])/);
  if (call !== undefined) return readTransformation(reader, call, lists);
  const name = accept(reader, /[A-Za-z]\w*/)?.[0];
  if (name === undefined) return undefined;
  const members = lists.get(name) ?? [name];
  const range = accept(reader, /\(\s*([+-]?\d+)(?:\s+to\s+([+-]?\d+))?\s*\)/);
  if (range === undefined) return [...members];
  const [from, to] = [-Number(range[1]), -Number(range[2] ?? range[1])];
  return lagsOfAll(reader, members, Math.min(from, to), Math.max(from, to));
}

/** `diff(w)`, and `lags(2, w)`: lags 1 and 2. */
function readTransformation(reader: Reader, call: RegExpExecArray, lists: Lists): string[] {
  const name = call[1]!;
  if (!transformations.includes(name)) {
    const meant = suggestionOf(name, transformations);
    throw failure(
      reader,
      commandFault['list-function']({ word: name, meant }),
      reader.position - call[0].length,
    );
  }
  const order = name === 'lags' ? Number(expect(reader, /(\d+)\s*,/, 'number-of-lags')[1]) : 0;
  const members = nested(reader, () => readList(reader, lists));
  expect(reader, /\)/, { oneOf: ['")"'] });
  if (name === 'diff') return members.map((one) => `D.${one}`);
  return lagsOfAll(reader, members, 1, order);
}

/** The series, by name, that the statements `diff w` and `lags 2 ; w` make. */
export function madeSeries(word: string, reader: Reader, lists: Lists): [string, string[]][] {
  if (word === 'diff') return readList(reader, lists).map((one) => [`d_${one}`, [`D.${one}`]]);
  const order = Number(expect(reader, /(\d+)\s*;/, 'lags-and-semicolon')[1]);
  const list = readList(reader, lists);
  const orders = wholeNumbers(1, order);
  checkTerms(reader, list.length * orders.length);
  return list.flatMap((one) =>
    orders.map((by): [string, string[]] => [`${one}_${by}`, [lagName(one, by)]]),
  );
}
