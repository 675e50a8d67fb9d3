import { inputError } from '../place.js';
import { memoizeByText } from '../../core/values/memo.js';
import { type Formula, parseCanonical, reads, syntax } from './canonical.js';
import { translateFormula } from './idioms/translate.js';

export type { Formula } from './canonical.js';
export { columnsOf, factorsOf, hasDummies, type Term, termKey, termName } from './term.js';
export { parseTerms } from './term-list.js';

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
