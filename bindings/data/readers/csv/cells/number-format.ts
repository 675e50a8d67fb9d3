/** Numbers as a text file writes them: their signs, and how they become doubles. */
import { isNumber } from '../../../number-text.js';

/** How numbers are written. */
export interface NumberFormat {
  readonly decimal: '.' | ',';
  readonly thousands: readonly string[];
  readonly percent: boolean;
}

const spaces = ' \u00A0\u2007\u2009\u202F';
const apostrophes = "'\u2019";

/** The number with a point and without other signs, such as `-1234.5`; undefined if the trimmed cell is none. */
export type PlainNumber = (cell: string) => string | undefined;

/** Reads cells of this format. */
export function plainNumbers({ decimal, thousands, percent }: NumberFormat): PlainNumber {
  const point = decimal === ',' ? pointed : asIs;
  const ungroup = thousands.length === 0 ? asIs : ungrouped(thousands, decimal);
  const plain = (cell: string): string | undefined => {
    const digits = point(ungroup(cell));
    return digits !== undefined && isNumber(digits) ? digits : undefined;
  };
  return percent ? (cell) => hundredth(cell, plain) : plain;
}

function asIs(cell: string): string {
  return cell;
}

/** A decimal comma as a point. A point is then no part of a number. */
function pointed(cell: string): string | undefined {
  return cell.includes('.') ? undefined : cell.replace(',', '.');
}

/** Deletes the separators where groups of three digits are complete; the groups between may have two, as in India. */
function ungrouped(thousands: readonly string[], decimal: string): (cell: string) => string {
  const signs = thousands.map((sign) =>
    spaces.includes(sign) ? spaces : apostrophes.includes(sign) ? apostrophes : sign,
  );
  const one = `[${signs.join('').replace(/[\\\]^-]/g, '\\$&')}]`;
  const grouped = new RegExp(
    `^[+-]?\\d{1,3}(?:${one}\\d{2,3})*${one}\\d{3}(?:[${decimal}]\\d*)?(?:e[+-]?\\d+)?$`,
    'i',
  );
  const all = new RegExp(one, 'g');
  return (cell) => (grouped.test(cell) ? cell.replace(all, '') : cell);
}

/** A number of percent as a share, rounded once: 12.5% is 12.5e-2. */
function hundredth(cell: string, plain: PlainNumber): string | undefined {
  if (!/[%％]$/.test(cell)) return plain(cell);
  const digits = plain(cell.slice(0, -1).trimEnd());
  if (digits === undefined || /[ei]/i.test(digits)) return undefined;
  return `${digits}e-2`;
}

/** Powers of ten that doubles hold. */
const powers = Float64Array.from({ length: 16 }, (_, exponent) => Number(`1e${exponent}`));
/** All integers of so many digits are doubles. */
const MAX_DIGITS = 15;
/** Most characters of a decimal that is read without a further look: it is no smaller than doubles are. */
const MAX_LENGTH = 40;

/**
 * The double of the cell at a place in a text: digits with at most one point and a minus, and NaN for anything else or what a double would change. Up to
 * 15 digits and their power of ten are doubles, so their quotient is the double nearest to the decimal.
 */
export function quickNumber(text: string, from = 0, end = text.length): number {
  const start = from + Number(startsWithMinus(text, from, end));
  let digits = 0;
  let point = -1;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (digit === -2 && point < 0) point = i;
    else return NaN;
  }
  const count = end - start - (point < 0 ? 0 : 1);
  if (count < 1 || leadsWithZero(text, start, end)) return NaN;
  if (count > MAX_DIGITS) return point < 0 ? NaN : longDecimal(text.slice(from, end));
  const size = point < 0 ? digits : digits / powers[end - 1 - point]!;
  return start > from ? -size : size;
}

function startsWithMinus(text: string, from: number, end: number): boolean {
  return end > from && text.charCodeAt(from) === 45;
}

/** A decimal with a fraction that its double has as well: NaN for one whose double is a whole number. */
function longDecimal(cell: string): number {
  const value = cell.length > MAX_LENGTH ? NaN : Number(cell);
  return Number.isInteger(value) ? NaN : value;
}

/** True for 007, whose zeros a double would lose. */
function leadsWithZero(text: string, start: number, end: number): boolean {
  return end > start + 1 && text.charCodeAt(start) === 48 && text.charCodeAt(start + 1) !== 46;
}
