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
import { parseProduct } from './parse-term.js';
import { InputError } from '../../core/errors.js';
import { memoizeByText } from '../../core/memo.js';
import { inputError } from '../place.js';
import { translateFormula, translateTerms } from './idioms/translate.js';
import { distinct, hasDummies, type Term } from './term.js';

export { columnsOf, factorsOf, hasDummies, type Term, termKey, termName } from './term.js';

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

const syntax = 'formula-syntax';

/** A formula as it is read, and the keys of a model that its options set. */
export interface CanonicalFormula {
  readonly text: string;
  readonly keys: Readonly<Record<string, unknown>>;
}

/**
 * The canonical text of a formula in the notation of Stata, R or Python. A text that is canonical, or has no idiom, is
 * returned as it is.
 *
 * @throws InputError `formula-syntax` for an idiom without a counterpart
 */
export const canonicalFormula = memoizeByText((text): CanonicalFormula => {
  if (reads(parseCanonical, text)) return { text, keys: {} };
  const { formula = text, keys = {} } = translateFormula(text) ?? {};
  return { text: formula, keys };
});

/**
 * Reads a formula, also in the notation of Stata, R or Python.
 *
 * @throws InputError `formula-syntax` with a caret under the character
 */
export const parseFormula = memoizeByText((text): Formula => {
  const canonical = canonicalFormula(text);
  const [key] = Object.keys(canonical.keys);
  if (key === undefined) return parseCanonical(canonical.text);
  const message = `expected a formula without options, found one that sets ${key}; write "${canonical.text}" and ${key} as a key of the model`;
  throw inputError({ text, offset: 0 }, syntax, message);
});

function parseCanonical(text: string): Formula {
  const cursor = cursorOn(text, syntax);
  const depvar = parseDepvar(cursor);
  expectSymbol(cursor, '~');
  const { terms, intercept } = parseRegressors(cursor);
  const parts = parseParts(cursor);
  expectEnd(cursor, 'an operator or the end');
  return { text, depvar, regressors: distinct(terms), intercept, ...parts };
}

/**
 * Reads a list of terms without a formula, as in `L(0:2).k` or `n w`, separated by spaces, commas or `+`.
 *
 * @throws InputError `formula-syntax` with a caret under the character
 */
export const parseTerms = memoizeByText((text): readonly Term[] => {
  const canonical = reads(parseCanonicalTerms, text) ? undefined : translateTerms(text);
  return parseCanonicalTerms(canonical ?? text);
});

function parseCanonicalTerms(text: string): readonly Term[] {
  const cursor = cursorOn(text, syntax);
  const terms = parseProduct(cursor);
  while (peek(cursor).kind !== 'end') {
    if (!accept(cursor, ',')) accept(cursor, '+');
    terms.push(...parseProduct(cursor));
  }
  return distinct(terms);
}

/** Whether a text has the canonical syntax. */
function reads(parse: (text: string) => unknown, text: string): boolean {
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
    throw syntaxError(cursor, 'expected one variable on the left side', start);
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
  if (!accepted) throw unexpected(cursor, minus ? '1 after "-"' : 'a term, 0 or 1');
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
