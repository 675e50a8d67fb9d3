/** Lists of terms, in canonical notation or that of Stata, R or Python. */
import { memoizeByText } from '../../core/values/memo.js';
import { parseCanonicalTerms, reads } from './canonical.js';
import { translateTerms } from './idioms/translate-terms.js';
import type { Term } from './term.js';

/** The canonical text of a list of terms; a canonical text is returned unchanged. Throws like `canonicalFormula`. */
export const canonicalTerms = memoizeByText((text): string =>
  reads(parseCanonicalTerms, text) ? text : (translateTerms(text) ?? text),
);

/**
 * Reads a list of terms without a formula, as in `L(0:2).k` or `n w`, separated by spaces, commas or `+`.
 *
 * @throws InputError `formula-syntax` with a caret under the character
 */
export function parseTerms(text: string): readonly Term[] {
  return parseCanonicalTerms(canonicalTerms(text));
}
