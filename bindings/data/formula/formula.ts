import { inputError } from '../place.js';
import { memoizeByText } from '../../core/values/memo.js';
import { type Formula, parseCanonical, reads } from './canonical.js';
import { type ModelKeys, readOptions, weightsOf } from './idioms/options.js';
import { splitLine, whereOf, withTildeFromList } from './idioms/stata-line.js';
import { compact, located, maxLength, withPowers } from './idioms/translate-terms.js';
import { translateTilde, withTilde } from './idioms/tilde.js';
import { formulaWithOptions } from '../../words/errors/data/syntax.js';

export type { Formula } from './canonical.js';
export { columnsOf, factorsOf, hasDummies, type Term, termKey, termName } from './term.js';
export { parseTerms } from './term-list.js';

/** A formula in canonical form, and the model keys that its options set. */
export interface CanonicalFormula {
  readonly text: string;
  readonly keys: Readonly<Record<string, unknown>>;
}

/**
 * The canonical text of a formula in the notation of Stata, R or Python. A text that is canonical, or has no idiom, is
 * returned unchanged.
 *
 * @throws InputError `formula-syntax` for an idiom without a counterpart
 */
export const canonicalFormula = memoizeByText((text): CanonicalFormula => {
  if (reads(parseCanonical, text)) return { text, keys: {} };
  const { formula = text, keys = {} } = translateFormula(text) ?? {};
  return { text: formula, keys };
});

/**
 * Reads a formula in canonical notation, or in that of Stata, R or Python.
 *
 * @throws InputError `formula-syntax` with a caret under the character
 */
export const parseFormula = memoizeByText((text): Formula => {
  const canonical = canonicalFormula(text);
  const [key] = Object.keys(canonical.keys);
  if (key === undefined) return parseCanonical(canonical.text);
  throw inputError({ text, offset: 0 }, formulaWithOptions({ key, formula: canonical.text }));
});

/** A canonical formula, and the model keys that its options set. */
interface Translated {
  readonly formula: string;
  readonly keys: ModelKeys;
}

/**
 * The canonical formula that a text means; undefined if it has no idiom.
 *
 * @throws InputError `formula-syntax` for an idiom without a counterpart; the message says what to write instead
 */
function translateFormula(text: string): Translated | undefined {
  if (text.length > maxLength) return undefined;
  return located(text, () => {
    const line = splitLine(withPowers(text));
    const options = line.options === undefined ? undefined : readOptions(line.options);
    const written =
      withTilde(line.variables) ??
      withTildeFromList(line.variables, options !== undefined || line.condition !== undefined);
    if (written === undefined) return undefined;
    const formula = translateTilde(written, options);
    if (formula === undefined || compact(formula) === compact(text)) return undefined;
    const keys = {
      ...options?.keys,
      ...(line.weights !== undefined && weightsOf(line.weights)),
      ...(line.condition !== undefined && { where: whereOf(line.condition) }),
    };
    return { formula, keys };
  });
}
