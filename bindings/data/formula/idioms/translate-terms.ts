/** Translates a list of terms from the notation of Stata, R or Python into canonical notation. */
import { inputError } from '../../place.js';
import { NoMeaning } from './no-meaning.js';
import { splitTop } from './split.js';
import { translateTerm } from './terms.js';

/** Longer texts must be canonical, because each level of parentheses reads its text again. */
export const maxLength = 20_000;

/** The canonical terms of a list separated by spaces, commas or `+`; undefined if it has no idiom. */
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

/** Translates Python's `x**2`, and R's `x %in% g`, which is an interaction. */
export function withPowers(text: string): string {
  return text.replace(
    /`[^`]*`|"[^"]*"|'[^']*'|\*\*|%in%(?!\s*c?\()/g,
    (part) => symbols[part] ?? part,
  );
}

export function compact(text: string): string {
  return text.replace(/\s/g, '');
}

/** Makes errors point at the part without a meaning. */
export function located<T>(text: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof NoMeaning)) throw error;
    const offset = Math.max(0, text.indexOf(error.part));
    throw inputError({ text, offset }, error.told);
  }
}
