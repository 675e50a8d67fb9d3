/** Marks beside numbers in a text file. Readers of cells with marks have it; that of CSV loads it on use. */
import type { PlainNumber } from './number-format.js';

/** Footnote marks and flags of statistical offices behind a number: `45*`, `45¹`, `45 1)`, `45 [a]`, `45 bp`, `45 r/`. */
const mark =
  /(?:\s*(?:[*†‡§#¶]+|[¹²³⁰-⁹⁽⁾ᵃ-ᶻ]+|[①-⑳]|[[(（【](?:\d{1,2}|[a-z]{1,2}|[*†])[\])）】])|\s+(?:\d{1,2}[)）/]|[bcdefinprsuz]{1,3}\/?))+$/u;
const currencyBefore = /^([+-]?)(US\$|[$€£¥￥])\s*/;
/** A negative number of an account: `(1,234)`, `(1.2%)`, `(1.2)%`. */
const negative = /^[(（]\s*([^-()（）]+?)\s*[)）]\s*(%?)$/;
const currencyBehind = /\s*(US\$|[$€£¥￥])$/;

/** True for a number in parentheses. */
export function isAccount(text: string): boolean {
  return negative.test(text.trim()) && /\d/.test(text);
}

/** Numbers also with marks beside them, and in parentheses, where they are negative. Amounts in a second currency stay texts, as they cannot be compared with the first. */
export function withoutMarks(plain: PlainNumber): PlainNumber {
  let currency: string | undefined;
  const read: PlainNumber = (cell) => {
    const number = plain(cell);
    if (number !== undefined) return number;
    const account = negative.exec(cell);
    if (account !== null) {
      const digits = read(account[1]! + account[2]!);
      return digits === undefined ? undefined : `-${digits}`;
    }
    const bare = cell.replace(/^[\u2212\u2013]/, '-').replace(mark, '');
    const sign = (currencyBefore.exec(bare)?.[2] ?? currencyBehind.exec(bare)?.[1])?.replace(
      '￥',
      '¥',
    );
    const digits = plain(bare.replace(currencyBefore, '$1').replace(currencyBehind, ''));
    if (digits === undefined || sign === undefined) return digits;
    currency ??= sign;
    return sign === currency ? digits : undefined;
  };
  return read;
}
