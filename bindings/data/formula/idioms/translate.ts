/**
 * Translates a formula in the notation of Stata, R or Python into the canonical one. Callers read a text as it is
 * first, so a canonical formula never comes here.
 */
import { inputError } from '../../place.js';
import { NoMeaning } from './no-meaning.js';
import { type ModelKeys, readOptions, weightsOf } from './options.js';
import { splitTop } from './split.js';
import { splitLine, whereOf, withTildeFromList } from './stata-line.js';
import { translateTerm } from './terms.js';
import { translateTilde, withTilde } from './tilde.js';

/** A canonical formula, and the keys of the model that its options set. */
export interface Translated {
  readonly formula: string;
  readonly keys: ModelKeys;
}

/** Longer texts are read as canonical only; each level of parentheses reads its text again. */
const maxLength = 20_000;

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

/** The canonical terms of a list, which spaces, commas or `+` separate; undefined if it has no idiom. */
export function translateTerms(text: string): string | undefined {
  if (text.length > maxLength) return undefined;
  return located(text, () => {
    const { parts } = splitTop(withPowers(text).trim(), /\s*[,+]\s*|\s+(?![*:^#])(?<![*:^#]\s+)/y);
    const terms = parts.flatMap((part) => translateTerm(part)).join(' + ');
    const same = compact(terms.replaceAll('+', ' ')) === compact(text.replace(/[,+]/g, ' '));
    return same ? undefined : terms;
  });
}

const symbols: Readonly<Record<string, string>> = { '**': '^', '%in%': ':' };

/** Python's `x**2`, and R's `x %in% g`, which is the interaction. */
function withPowers(text: string): string {
  return text.replace(
    /`[^`]*`|"[^"]*"|'[^']*'|\*\*|%in%(?!\s*c?\()/g,
    (part) => symbols[part] ?? part,
  );
}

function compact(text: string): string {
  return text.replace(/\s/g, '');
}

/** Points at the part without a meaning. */
function located<T>(text: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof NoMeaning)) throw error;
    const offset = Math.max(0, text.indexOf(error.part));
    throw inputError({ text, offset }, 'formula-syntax', error.message);
  }
}
