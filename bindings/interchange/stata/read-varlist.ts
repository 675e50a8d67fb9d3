/**
 * Lists of variables in Stata and pydynpd: `n L(1/2).n L(0/1).(w k) yr1980-yr1984 yr* i.year c.a#c.b`. Each name
 * becomes a term of a formula.
 */
import { checkTerms, joinedLists, nested, wholeNumbers } from '../bounds.js';
import { suggestionOf } from '../../data/index.js';
import { accept, expect, failure, type Reader, unexpected } from '../reader.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';
import { commandFault } from '../../words/errors/interchange/syntax.js';

/** Settings for reading a list. */
export interface VarlistContext {
  /** Column names of the data in order; needed for `yr*` and `a-b`. */
  readonly columns?: readonly string[] | undefined;
  /** The sign between the ends of a range of lags. */
  readonly range: '/' | ':';
}

const operators = /((?:[LFDlfd](?:\d+|\([^()]*\))?)+)\./;
const factor = /i(?:bn|b(\d+)|b\(#?(\d+)\))?\.(?=[\p{L}_(])/u;
const continuous = /c((?:[LFD]\d*)*)\.(?=[\p{L}_(])/iu;
/** `o.x` is in the list of names, but left out of the estimation. */
const omitted = /o\.(?=[\p{L}_])/u;
const wild = /[\p{L}_][\p{L}\p{N}_]*(?:[*?][\p{L}\p{N}_]*)*|\*/u;

/** Reads one or more elements. Throws InputError `command-syntax` with a caret. */
export function readVarlist(reader: Reader, context: VarlistContext): string[] {
  const elements: string[][] = [];
  for (;;) {
    const element = readElement(reader, context);
    if (element === undefined) break;
    elements.push(element);
  }
  const terms = joinedLists(reader, elements);
  if (terms.length === 0) throw unexpected(reader, 'variable');
  return terms;
}

function readElement(reader: Reader, context: VarlistContext): string[] | undefined {
  const start = reader.position;
  const shift = accept(reader, operators);
  if (shift !== undefined) {
    const inner = nested(reader, () => readElement(reader, context));
    if (inner === undefined) throw unexpected(reader, 'variable-after-operator');
    return inner.flatMap((name) => shifted(shift[1]!, name, reader, start, context));
  }
  if (accept(reader, omitted) !== undefined) {
    readNames(reader, context);
    return [];
  }
  if (accept(reader, /\(/) !== undefined) {
    const inner = nested(reader, () => readVarlist(reader, context));
    expect(reader, /\)/, { oneOf: ['")"'] });
    return inner;
  }
  return readFactors(reader, context);
}

/** A name, or names joined by `#` and `##`: `a##b` is a, b and a#b. */
function readFactors(reader: Reader, context: VarlistContext): string[] | undefined {
  const first = readFactor(reader, context);
  if (first === undefined) return undefined;
  let terms = first.crossed;
  let isProduct = false;
  for (;;) {
    const cross = accept(reader, /##?/)?.[0];
    if (cross === undefined) return isProduct ? terms.map(asPower) : [...first.plain];
    const next = readFactor(reader, context);
    if (next === undefined) throw unexpected(reader, { variableAfter: cross });
    checkTerms(reader, (terms.length + 1) * (next.crossed.length + 1));
    const products = terms.flatMap((one) => next.crossed.map((other) => `${one}:${other}`));
    terms = cross === '##' ? [...terms, ...next.crossed, ...products] : products;
    isProduct = true;
  }
}

/** `x:x` is `x^2`. */
function asPower(product: string): string {
  const [first, ...others] = product.split(':');
  const repeats = others.length > 0 && /^\w+$/.test(first!) && others.every((one) => one === first);
  return repeats ? `${first!}^${others.length + 1}` : product;
}

/** The terms of a variable, and its terms in a product, where a bare name is a factor. */
interface Factor {
  readonly plain: readonly string[];
  readonly crossed: readonly string[];
}

function readFactor(reader: Reader, context: VarlistContext): Factor | undefined {
  const dummies = accept(reader, factor);
  const slope = dummies === undefined ? accept(reader, continuous) : undefined;
  if (dummies === undefined && slope === undefined && startsCondition(reader)) return undefined;
  const grouped = dummies ?? slope;
  const isList = grouped !== undefined && accept(reader, /\(/) !== undefined;
  const names = isList
    ? nested(reader, () => readVarlist(reader, context))
    : readNames(reader, context);
  if (names === undefined) return undefined;
  if (isList) expect(reader, /\)/, { oneOf: ['")"'] });
  if (dummies !== undefined) {
    const base = dummies[1] ?? dummies[2];
    const terms = names.map((name) => `i(${name}${base === undefined ? '' : `, ref=${base}`})`);
    return { plain: terms, crossed: terms };
  }
  if (slope === undefined) return { plain: names, crossed: names.map((name) => `i(${name})`) };
  const shift = slope[1] ?? '';
  const terms = shift === '' ? names : names.map((name) => `${shift.toUpperCase()}.${name}`);
  return { plain: terms, crossed: terms };
}

function readNames(reader: Reader, context: VarlistContext): string[] | undefined {
  const { position: start } = reader;
  const name = accept(reader, wild)?.[0];
  return name === undefined ? undefined : namesOf(name, reader, start, context);
}

/** `if` and `in` end a list in Stata. */
function startsCondition(reader: Reader): boolean {
  return /^\s*(?:if|in)\s/.test(reader.text.slice(reader.position, reader.end));
}

function namesOf(name: string, reader: Reader, start: number, context: VarlistContext): string[] {
  if (/[*?]/.test(name)) return matching(name, reader, start, context);
  if (!/^-[\p{L}_]/u.test(reader.text.slice(reader.position, reader.end))) return [name];
  ++reader.position;
  const last = expect(reader, wild, 'end-of-range')[0];
  return between(name, last, reader, start, context);
}

function matching(
  name: string,
  reader: Reader,
  start: number,
  { columns }: VarlistContext,
): string[] {
  if (columns === undefined) {
    throw failure(reader, commandProblem['names-needed']({ name }), start);
  }
  const matches = columns.filter((column) => matchesGlob(column, name));
  if (matches.length > 0) return matches;
  throw failure(
    reader,
    commandFault.match({ word: name, meant: suggestionOf(name, columns) }),
    start,
  );
}

/** True if a name matches a pattern with `*` and `?`. Backtracking never goes beyond the last `*`. */
export function matchesGlob(name: string, pattern: string): boolean {
  const [letters, signs] = [[...name], [...pattern]];
  let [letter, sign, star, from] = [0, 0, -1, 0];
  while (letter < letters.length) {
    if (signs[sign] === '*') [star, from] = [sign++, letter];
    else if (signs[sign] === '?' || signs[sign] === letters[letter]) {
      [letter, sign] = [letter + 1, sign + 1];
    } else if (star >= 0) [letter, sign] = [++from, star + 1];
    else return false;
  }
  return signs.slice(sign).every((one) => one === '*');
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
    throw failure(reader, commandProblem['no-columns-between']({ first, last }), start);
  }
  const parts = [first, last].map((name) => /^(.*?)(\d+)$/.exec(name));
  const [[, prefix, from], [, other, to]] = [parts[0] ?? [], parts[1] ?? []];
  if (prefix === undefined || prefix !== other || from!.length !== to!.length || +from! > +to!) {
    throw failure(reader, commandProblem['range-needs-names']({ first, last }), start);
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
      checkTerms(reader, names.length * numbers.length);
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
  const problem = commandProblem['lag-range']({ range, text });
  throw failure(reader, problem, start);
}
