/** Writes invisible characters in string literals as code points, so that nobody overlooks one in a script. */
import { visible } from '../../words/text/visible.js';

/** Replaces each invisible character, and each that `others` matches, by its code point as `write` writes it. */
export function withNumbers(
  text: string,
  others: RegExp,
  write: (codePoint: number) => string,
): string {
  return [...text]
    .map((one) =>
      others.test(one) || one === '\n' || visible(one) !== one ? write(one.codePointAt(0)!) : one,
    )
    .join('');
}

export const hexadecimal = (codePoint: number, digits: number) =>
  codePoint.toString(16).padStart(digits, '0');

const written = /\\{1,2}(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8}))|\\(["'\\`])/g;

/** Undoes the escapes of a text; in a quoted formula, the backslashes before numbers are doubled. */
export function withoutEscapes(text: string): string {
  return text.replace(written, (_, x?: string, u?: string, U?: string, sign?: string) => {
    return sign ?? String.fromCodePoint(parseInt((x ?? u ?? U)!, 16));
  });
}

/** True for text that source code cannot contain: U+0000 and lone surrogates. */
export function isUnwritable(text: string): boolean {
  return /[\0\p{Cs}]/u.test(text);
}
