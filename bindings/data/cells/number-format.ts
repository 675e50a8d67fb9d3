/** Numbers in a text file: their signs, and their conversion to doubles. */
import { isNumber } from './number-text.js';

/** How numbers are written. */
export interface NumberFormat {
  readonly decimal: '.' | ',';
  readonly thousands: readonly string[];
  readonly percent: boolean;
}

const spaces = ' \u00A0\u2007\u2009\u202F';
const apostrophes = "'\u2019";

/**
 * The number with a decimal point and no other signs, such as `-1234.5`; undefined if the trimmed cell is not a number.
 */
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

/** Replaces a decimal comma by a point. A point is then not part of a number. */
function pointed(cell: string): string | undefined {
  return cell.includes('.') ? undefined : cell.replace(',', '.');
}

/** Removes separators if all groups have three digits; middle groups may have two, as in India. */
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

/** A percentage as a share, rounded once: 12.5% is 12.5e-2. */
function hundredth(cell: string, plain: PlainNumber): string | undefined {
  if (!/[%\uff05]$/.test(cell)) return plain(cell);
  const digits = plain(cell.slice(0, -1).trimEnd());
  if (digits === undefined || /[ei]/i.test(digits)) return undefined;
  return `${digits}e-2`;
}
