/**
 * Reads terms by precedence climbing, loosest first: `a*b`, `a:b`, `x^2`, time operators, then names, functions and
 * parentheses. Every rule returns a list, because `L(0:2).x` and `a*b` are several terms. Inside parentheses and
 * functions `+` and `*` are not allowed: they could mean arithmetic or a list.
 */
import {
  accept,
  type Cursor,
  expectSymbol,
  nested,
  peek,
  placeOf,
  sees,
  syntaxError,
  take,
  unexpected,
} from './cursor.js';
import { suggestionOf } from '../nearest.js';
import { lossOf } from '../cells/number-text.js';
import type { Place } from '../place.js';
import {
  type DummiesTerm,
  factorsOf,
  type FunctionName,
  hasDummies,
  type Term,
  termName,
} from './term.js';
import { checkShifts, shifted, shiftOperators } from './shifts.js';
import type { Token } from './tokens.js';
import * as said from '../../words/errors/data/syntax.js';
import { syntaxErrorAt } from './syntax-error.js';

export const functions: readonly FunctionName[] = ['log', 'exp', 'sqrt', 'abs'];
/**
 * Maximum terms that one written term may expand to: each is a column, and the time grows with the cube of their
 * number.
 */
const maxTerms = 1024;
/** Maximum factors of a product. */
const maxFactors = 30;

/** Terms joined by `*`: `a*b` is `a`, `b` and `a:b`. */
export function parseProduct(cursor: Cursor): Term[] {
  const start = peek(cursor);
  let terms = parseInteraction(cursor);
  while (accept(cursor, '*')) {
    const right = parseInteraction(cursor);
    checkTerms(cursor, terms.length + right.length + terms.length * right.length, start);
    terms = [...terms, ...right, ...interact(cursor, terms, right)];
  }
  return terms;
}

function parseInteraction(cursor: Cursor): Term[] {
  const start = peek(cursor);
  let terms = parsePower(cursor);
  while (accept(cursor, ':')) {
    const right = parsePower(cursor);
    checkTerms(cursor, terms.length * right.length, start);
    terms = interact(cursor, terms, right);
  }
  return terms;
}

function checkTerms(cursor: Cursor, count: number, start: Token): void {
  if (count <= maxTerms) return;
  throw syntaxError(cursor, said.manyTerms({ most: maxTerms, found: count }), start);
}

function interact(cursor: Cursor, left: readonly Term[], right: readonly Term[]): Term[] {
  return left.flatMap((a) => right.map((b) => productOf(cursor, a, b)));
}

/** A product in which each i(x) occurs once, because the product of its dummies with themselves is i(x) again. */
function productOf(cursor: Cursor, a: Term, b: Term): Term {
  const before = factorsOf(a);
  const factors = [...before, ...factorsOf(b).filter((term) => !repeats(cursor, term, before))];
  if (factors.length === 1) return a;
  if (factors.length > maxFactors) {
    throw syntaxError(cursor, said.manyFactors({ most: maxFactors }), peek(cursor));
  }
  return { kind: 'interaction', factors, place: a.place };
}

/** True for i(x) if it is already among the factors. */
function repeats(cursor: Cursor, term: Term, factors: readonly Term[]): boolean {
  if (term.kind !== 'dummies') return false;
  const same = factors.find((one) => one.kind === 'dummies' && one.of.name === term.of.name);
  if (same === undefined || termName(same) === termName(term)) return same !== undefined;
  const problem = said.otherReference({ terms: [termName(same), termName(term)] });
  throw syntaxErrorAt(term.place, cursor.code, problem);
}

function parsePower(cursor: Cursor): Term[] {
  const start = peek(cursor);
  const terms = parseShifted(cursor);
  if (!accept(cursor, '^')) return terms;
  refuseDummies(cursor, terms, start);
  const token = peek(cursor);
  const exponent = parseNumber(cursor);
  if (exponent === 0) throw syntaxError(cursor, said.zeroPower(), token);
  return terms.map((of) => ({ kind: 'power', of, exponent, place: of.place }));
}

/** Time operators and their operand, as in `L2.x`. */
export function parseShifted(cursor: Cursor): Term[] {
  if (peek(cursor).kind !== 'shift') return parsePrimary(cursor);
  const token = take(cursor);
  const start = peek(cursor);
  let terms = nested(cursor, () => parseShifted(cursor));
  refuseDummies(cursor, terms, start);
  const place = placeOf(cursor, token);
  for (const { letter, orders } of shiftOperators(cursor, token)) {
    checkTerms(cursor, terms.length * orders.length, token);
    terms = terms.flatMap((term) => orders.map((order) => shifted(letter, order, term, place)));
    checkShifts(cursor, terms, token);
  }
  return terms;
}

function parsePrimary(cursor: Cursor): Term[] {
  const token = peek(cursor);
  if (token.kind === 'backquoted') return [parseColumn(cursor)];
  if (token.kind === 'name') {
    const column = parseColumn(cursor);
    return sees(cursor, '(') ? parseCall(cursor, token) : [column];
  }
  if (!accept(cursor, '(')) throw unexpected(cursor, 'variable');
  return parseUntilClosed(cursor);
}

function parseColumn(cursor: Cursor): Term & { kind: 'column' } {
  const { kind } = peek(cursor);
  if (kind !== 'name' && kind !== 'backquoted') throw unexpected(cursor, 'column');
  const token = take(cursor);
  return { kind: 'column', name: token.text, place: placeOf(cursor, token) };
}

function parseCall(cursor: Cursor, name: Token): Term[] {
  const place = placeOf(cursor, name);
  expectSymbol(cursor, '(');
  if (name.text === 'i') return [parseDummies(cursor, place)];
  const known = functions.find((candidate) => candidate === name.text);
  if (known === undefined) {
    const base = /^log(10|2)$/.exec(name.text)?.[1];
    const meant = base
      ? { write: `I(log(x)/log(${base}))` }
      : suggestionOf(name.text, [...functions, 'i']);
    throw syntaxError(cursor, said.unknownFunction({ name: name.text, meant }), name);
  }
  const start = peek(cursor);
  const terms = parseUntilClosed(cursor);
  refuseDummies(cursor, terms, start);
  return terms.map((of) => ({ kind: 'call', function: known, of, place }));
}

function parseUntilClosed(cursor: Cursor): Term[] {
  const terms = nested(cursor, () => parseInteraction(cursor));
  expectSymbol(cursor, ')');
  return terms;
}

function parseDummies(cursor: Cursor, place: Place): DummiesTerm {
  const of = parseColumn(cursor);
  let ref: string | undefined;
  if (accept(cursor, ',')) {
    const key = peek(cursor);
    if (key.text !== 'ref') throw unexpected(cursor, { symbol: 'ref' });
    take(cursor);
    expectSymbol(cursor, '=');
    ref = parseValue(cursor);
  }
  expectSymbol(cursor, ')');
  return ref === undefined ? { kind: 'dummies', of, place } : { kind: 'dummies', of, ref, place };
}

/** A level in the spelling of its column: a number, text in quotes or a bare word. */
function parseValue(cursor: Cursor): string {
  const { kind } = peek(cursor);
  if (kind === 'string' || kind === 'name') return take(cursor).text;
  const written = takeNumber(cursor);
  return lossOf(written) === undefined ? String(Number(written)) : written; // 007 and 7 are different levels
}

function parseNumber(cursor: Cursor): number {
  return Number(takeNumber(cursor));
}

/** A number as written, with its sign. */
function takeNumber(cursor: Cursor): string {
  const sign = accept(cursor, '-') ? '-' : '';
  if (peek(cursor).kind !== 'number') throw unexpected(cursor, 'number');
  return sign + take(cursor).text;
}

function refuseDummies(cursor: Cursor, terms: readonly Term[], start: Token): void {
  if (!terms.some(hasDummies)) return;
  throw syntaxError(cursor, said.transformedDummies(), start);
}
