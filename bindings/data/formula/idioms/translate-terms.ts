/** Translates a list of terms in the notation of Stata, R or Python into the canonical one. */
import { inputError } from '../../place.js';
import { NoMeaning } from './no-meaning.js';
import { splitTop } from './split.js';
import { translateTerm } from './terms.js';

/** Longer texts are read as canonical only; each level of parentheses reads its text again. */
export const maxLength = 20_000;

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
export function withPowers(text: string): string {
  return text.replace(
    /`[^`]*`|"[^"]*"|'[^']*'|\*\*|%in%(?!\s*c?\()/g,
    (part) => symbols[part] ?? part,
  );
}

export function compact(text: string): string {
  return text.replace(/\s/g, '');
}

/** Points at the part without a meaning. */
export function located<T>(text: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof NoMeaning)) throw error;
    const offset = Math.max(0, text.indexOf(error.part));
    throw inputError({ text, offset }, 'formula-syntax', error.message);
  }
}
