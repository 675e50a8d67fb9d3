/** Formulas and lists of terms in the canonical syntax. */
import {
  accept,
  type Cursor,
  cursorOn,
  expectEnd,
  expectSymbol,
  peek,
  sees,
  syntaxError,
  take,
  unexpected,
} from './cursor.js';
import { InputError } from '../../core/errors/errors.js';
import { memoizeByText } from '../../core/values/memo.js';
import { parseProduct } from './parse-term.js';
import { distinct, hasDummies, type Term } from './term.js';
import { oneDepvar } from '../../words/errors/data/syntax.js';

/**
 * The parts of `y ~ x1 + x2 | fe1 + fe2 | endogenous ~ instruments`. `L(0:2).x` becomes three terms, `a*b` becomes
 * `a`, `b` and `a:b`. Repeated terms are dropped, except among the endogenous variables, where they are errors.
 */
export interface Formula {
  readonly text: string;
  readonly depvar: Term;
  readonly regressors: readonly Term[];
  readonly intercept: boolean;
  readonly effects: readonly Term[];
  readonly endogenous: readonly Term[];
  readonly instruments: readonly Term[];
}

/** The code of syntax errors. */
const syntax = 'formula-syntax';

/**
 * Reads a canonical formula.
 *
 * @throws InputError `formula-syntax` with a caret under the character
 */
export const parseCanonical = memoizeByText((text): Formula => {
  const cursor = cursorOn(text, syntax);
  const depvar = parseDepvar(cursor);
  expectSymbol(cursor, '~');
  const { terms, intercept } = parseRegressors(cursor);
  const parts = parseParts(cursor);
  expectEnd(cursor, 'end');
  return { text, depvar, regressors: distinct(terms), intercept, ...parts };
});

/** Like `parseCanonical`, for a list of terms separated by spaces, commas or `+`. Throws the same errors. */
export const parseCanonicalTerms = memoizeByText((text): readonly Term[] => {
  const cursor = cursorOn(text, syntax);
  const terms = parseProduct(cursor);
  while (peek(cursor).kind !== 'end') {
    if (!accept(cursor, ',')) accept(cursor, '+');
    terms.push(...parseProduct(cursor));
  }
  return distinct(terms);
});

/** True if a text has canonical syntax. */
export function reads(parse: (text: string) => unknown, text: string): boolean {
  try {
    parse(text);
    return true;
  } catch (error) {
    if (error instanceof InputError && error.code === syntax) return false;
    throw error;
  }
}

function parseDepvar(cursor: Cursor): Term {
  const start = peek(cursor);
  const [depvar, ...others] = parseProduct(cursor);
  if (others.length > 0 || hasDummies(depvar!)) {
    throw syntaxError(cursor, oneDepvar(), start);
  }
  return depvar!;
}

function parseRegressors(cursor: Cursor): { terms: Term[]; intercept: boolean } {
  const terms: Term[] = [];
  let intercept = true;
  let minus = accept(cursor, '-');
  do {
    if (minus || peek(cursor).kind === 'number') {
      intercept = parseIntercept(cursor, minus);
    } else {
      terms.push(...parseProduct(cursor));
    }
    minus = sees(cursor, '-');
  } while (accept(cursor, '+') || accept(cursor, '-'));
  return { terms, intercept };
}

/** `1` keeps the intercept; `0` and `- 1` remove it. */
function parseIntercept(cursor: Cursor, minus: boolean): boolean {
  const { kind, text } = peek(cursor);
  const accepted = kind === 'number' && (text === '1' || (text === '0' && !minus));
  if (!accepted) throw unexpected(cursor, minus ? 'one-after-minus' : 'term');
  take(cursor);
  return text === '1' && !minus;
}

function parseParts(cursor: Cursor): Pick<Formula, 'effects' | 'endogenous' | 'instruments'> {
  if (!accept(cursor, '|')) return { effects: [], endogenous: [], instruments: [] };
  const first = parseList(cursor);
  if (accept(cursor, '~')) {
    return { effects: [], endogenous: first, instruments: distinct(parseList(cursor)) };
  }
  const effects = distinct(first);
  if (!accept(cursor, '|')) return { effects, endogenous: [], instruments: [] };
  const endogenous = parseList(cursor);
  expectSymbol(cursor, '~');
  return { effects, endogenous, instruments: distinct(parseList(cursor)) };
}

function parseList(cursor: Cursor): Term[] {
  const terms = parseProduct(cursor);
  while (accept(cursor, '+')) terms.push(...parseProduct(cursor));
  return terms;
}
