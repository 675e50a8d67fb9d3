/** Characters in strings of programs by their numbers, so that nobody overlooks one in a script. */
import { visible } from '../visible.js';

/** The text with each character that nobody sees, and those of `others`, as `write` writes its number. */
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

/** True for text that no source of a program can hold: U+0000, and half of a pair. */
export function isUnwritable(text: string): boolean {
  return /[\0\p{Cs}]/u.test(text);
}
