/**
 * Lists of variables in Stata and pydynpd: `n L(1/2).n L(0/1).(w k) yr1980-yr1984 yr* i.year c.a#c.b`. Each name
 * becomes a term of a formula.
 */
import { wholeNumbers } from '../lags.js';
import { suggestion } from '../../data/index.js';
import { accept, expect, failure, nested, type Reader, unexpected } from '../reader.js';

/** Settings for reading a list. */
export interface VarlistContext {
  /** Column names of the data in order; needed for `yr*` and `a-b`. */
  readonly columns?: readonly string[] | undefined;
  /** The sign between the ends of a range of lags. */
  readonly range: '/' | ':';
}

const operators = /((?:[LFDlfd](?:\d+|\([^()]*\))?)+)\./;
const factor = /i(?:bn|b(\d+))?\.(?=[\p{L}_])/u;
const wild = /[\p{L}_][\p{L}\p{N}_]*(?:[*?][\p{L}\p{N}_]*)*|\*/u;

/** Reads one or more elements. Throws InputError `command-syntax` with a caret. */
export function readVarlist(reader: Reader, context: VarlistContext): string[] {
  const terms: string[] = [];
  for (;;) {
    const element = readElement(reader, context);
    if (element === undefined) break;
    terms.push(...element);
  }
  if (terms.length === 0) throw unexpected(reader, 'a variable');
  return terms;
}

function readElement(reader: Reader, context: VarlistContext): string[] | undefined {
  const start = reader.position;
  const shift = accept(reader, operators);
  if (shift !== undefined) {
    const inner = nested(reader, () => readElement(reader, context));
    if (inner === undefined) throw unexpected(reader, 'a variable after the operator');
    return inner.flatMap((name) => shifted(shift[1]!, name, reader, start, context));
  }
  if (accept(reader, /\(/) !== undefined) {
    const inner = nested(reader, () => readVarlist(reader, context));
    expect(reader, /\)/, '")"');
    return inner;
  }
  return readFactors(reader, context);
}

/** A name, or names joined by `#`. */
function readFactors(reader: Reader, context: VarlistContext): string[] | undefined {
  const [first, crossed] = readFactor(reader, context);
  if (first === undefined) return undefined;
  const factors = [crossed];
  while (accept(reader, /#(?!#)/) !== undefined) {
    const [, next] = readFactor(reader, context);
    if (next === undefined) throw unexpected(reader, 'a variable after "#"');
    factors.push(next);
  }
  if (accept(reader, /##/) !== undefined) {
    throw failure(reader, '"a ## b" is not supported; write a, b and a#b', reader.position - 2);
  }
  return factors.length === 1 ? first : [factors.join(':')];
}

/** The terms of a single name, and its term in an interaction, where a bare name is a factor. */
function readFactor(
  reader: Reader,
  context: VarlistContext,
): readonly [string[], string] | readonly [undefined, undefined] {
  const dummies = accept(reader, factor);
  const continuous = dummies === undefined && accept(reader, /c\.(?=[\p{L}_])/u) !== undefined;
  if (dummies === undefined && !continuous && startsCondition(reader))
    return [undefined, undefined];
  const start = reader.position;
  const name = accept(reader, wild)?.[0];
  if (name === undefined) return [undefined, undefined];
  if (dummies !== undefined) {
    const term = `i(${name}${dummies[1] === undefined ? '' : `, ref=${dummies[1]}`})`;
    return [[term], term];
  }
  const names = namesOf(name, reader, start, context);
  return [names, continuous ? name : `i(${name})`];
}

/** `if` and `in` end a list in Stata. */
function startsCondition(reader: Reader): boolean {
  return /^\s*(?:if|in)\s/.test(reader.text.slice(reader.position, reader.end));
}

function namesOf(name: string, reader: Reader, start: number, context: VarlistContext): string[] {
  if (/[*?]/.test(name)) return matching(name, reader, start, context);
  if (!/^-[\p{L}_]/u.test(reader.text.slice(reader.position, reader.end))) return [name];
  ++reader.position;
  const last = expect(reader, wild, 'the last variable of the range')[0];
  return between(name, last, reader, start, context);
}

function matching(
  name: string,
  reader: Reader,
  start: number,
  { columns }: VarlistContext,
): string[] {
  if (columns === undefined) {
    throw failure(
      reader,
      `"${name}" needs the column names of the data; name the file with --data`,
      start,
    );
  }
  const pattern = new RegExp(`^${name.replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'u');
  const matches = columns.filter((column) => pattern.test(column));
  if (matches.length > 0) return matches;
  throw failure(
    reader,
    `no column of the data matches "${name}"${suggestion(name, columns)}`,
    start,
  );
}

/** Columns in the order of the data; without data, numbered names such as `yr1980-yr1984`. */
function between(
  first: string,
  last: string,
  reader: Reader,
  start: number,
  { columns }: VarlistContext,
): string[] {
  if (columns !== undefined) {
    const [from, to] = [columns.indexOf(first), columns.indexOf(last)];
    if (from >= 0 && to >= from) return columns.slice(from, to + 1);
    throw failure(reader, `the data have no columns from "${first}" to "${last}"`, start);
  }
  const parts = [first, last].map((name) => /^(.*?)(\d+)$/.exec(name));
  const [[, prefix, from], [, other, to]] = [parts[0] ?? [], parts[1] ?? []];
  if (prefix === undefined || prefix !== other || from!.length !== to!.length || +from! > +to!) {
    throw failure(
      reader,
      `"${first}-${last}" needs the column names of the data; name the file with --data`,
      start,
    );
  }
  const width = from!.length;
  return wholeNumbers(+from!, +to!).map((number) => prefix + String(number).padStart(width, '0'));
}

/** `L2D.x` and `L(0/2).x` as terms: `L2.D.x`, and `x`, `L1.x`, `L2.x`. */
function shifted(
  run: string,
  name: string,
  reader: Reader,
  start: number,
  { range }: VarlistContext,
): string[] {
  const parts = [...run.matchAll(/([LFD])(\d+|\([^()]*\))?/gi)].reverse();
  return parts.reduce(
    (names, [, letter, orders]) => {
      const numbers = orders === undefined ? [1] : ordersOf(orders, reader, start, range);
      const upper = letter!.toUpperCase();
      return names.flatMap((one) =>
        numbers.map((order) => (order === 0 ? one : `${upper}${order}.${one}`)),
      );
    },
    [name],
  );
}

/** `2`, `(1/2)`, `(1 2 4)`. */
function ordersOf(text: string, reader: Reader, start: number, range: '/' | ':'): number[] {
  const inner = text.replace(/[()]/g, '').trim();
  const items = inner.split(/[\s,]+/).map((item) => /^(\d+)(?:([/:])(\d+))?$/.exec(item));
  const orders = items.flatMap((item) => {
    if (item === null || (item[2] !== undefined && item[2] !== range)) return [NaN];
    const [from, to] = [Number(item[1]), Number(item[3] ?? item[1])];
    return to < from ? [NaN] : wholeNumbers(from, to);
  });
  if (!orders.some(Number.isNaN)) return orders;
  const message = `expected a lag or an ascending range such as (1${range}2), found "${text}"`;
  throw failure(reader, message, start);
}
