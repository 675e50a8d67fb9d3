/** Lists of terms in a model. The notations of Stata, R and Python are loaded when a model that is read has one. */
import { onFirstUse } from '../../../core/values/first-use.js';
import { parseCanonicalTerms, reads } from '../canonical.js';

export const termLists = onFirstUse(() => import('../term-list.js'));

/**
 * The canonical text of a list of terms. Throws like `canonicalFormula`.
 *
 * @throws NotLoaded if the list has another notation, which is not loaded
 */
export function canonicalList(text: string): string {
  return reads(parseCanonicalTerms, text) ? text : termLists.needed().canonicalTerms(text);
}
