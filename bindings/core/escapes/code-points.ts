/** Code points of invisible characters in string literals, so that nobody overlooks one in a script. */
import { visible } from '../text/visible.js';

/** The text in which `write` writes the code point of each invisible character and of each that `others` matches. */
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

/** A text as it was before its escapes; in a formula in quotes, the backslashes of numbers are doubled. */
export function withoutEscapes(text: string): string {
  return text.replace(written, (_, x?: string, u?: string, U?: string, sign?: string) => {
    return sign ?? String.fromCodePoint(parseInt((x ?? u ?? U)!, 16));
  });
}

/** True for text that no source code can contain: U+0000 and lone surrogates. */
export function isUnwritable(text: string): boolean {
  return /[\0\p{Cs}]/u.test(text);
}
