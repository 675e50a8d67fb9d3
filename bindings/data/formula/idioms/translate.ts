/**
 * Translates a formula in the notation of Stata, R or Python into the canonical one. Callers read a text as it is
 * first, so a canonical formula never comes here.
 */
import { type ModelKeys, readOptions, weightsOf } from './options.js';
import { splitLine, whereOf, withTildeFromList } from './stata-line.js';
import { compact, located, maxLength, withPowers } from './translate-terms.js';
import { translateTilde, withTilde } from './tilde.js';

/** A canonical formula, and the keys of the model that its options set. */
export interface Translated {
  readonly formula: string;
  readonly keys: ModelKeys;
}

/**
 * The canonical formula that a text means; undefined if it has no idiom.
 *
 * @throws InputError `formula-syntax` for an idiom without a counterpart; the message ends with what to write
 */
export function translateFormula(text: string): Translated | undefined {
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
