/** Numbers as a table prints them. */
import { withThousands } from '../../../words/text/counts.js';
import { exponential, exponentOf, fixed } from '../../../words/text/rounding.js';

/** Decimals, or significant digits. */
export type Digits = number | { readonly significant: number };

/** Numbers of this size and above have no digits after the point that a table could show. */
const LARGE = 1e21;

/** Maximum decimals of a number with significant digits. */
const MOST_DECIMALS = 99;

/** A number with these decimals or significant digits and with thousands separators; a dot if it does not exist. */
export function shown(value: number, digits: Digits): string {
  if (Number.isNaN(value)) return '.';
  if (!Number.isFinite(value)) return String(value);
  const decimals = typeof digits === 'number' ? digits : decimalsFor(value, digits.significant);
  return Math.abs(value) < LARGE ? grouped(fixed(value, decimals)) : exponential(value, decimals);
}

/** Digits of a number that would be printed as zero, and the decimals from which it has an exponent. */
const TINY_DIGITS = 2;
const MOST_ZEROS = 10;

/** Whether a number that is not zero has only zeros at these digits. */
export function vanishes(value: number, digits: Digits): boolean {
  return value !== 0 && Number.isFinite(value) && !/[1-9]/.test(shown(value, digits));
}

/** Whether these digits leave fewer than two significant ones of a number. */
export function isCoarse(value: number, digits: Digits): boolean {
  if (value === 0 || !Number.isFinite(value)) return false;
  return shown(value, digits).replace(/^[-0.]*/, '').length < TINY_DIGITS;
}

/** Two significant digits of a number that would be printed with fewer: `0.00012`, `1.2e-10`. */
export function tiny(value: number): string {
  const isLong = decimalsFor(value, TINY_DIGITS) > MOST_ZEROS;
  return isLong ? exponential(value, TINY_DIGITS - 1) : shown(value, { significant: TINY_DIGITS });
}

/** Marks the thousands of the digits before the point. */
function grouped(text: string): string {
  const [whole = '', ...decimals] = text.split('.');
  return [withThousands(whole), ...decimals].join('.');
}

/** Decimals that leave this many significant digits; 0 for zero. */
function decimalsFor(value: number, significant: number): number {
  if (value === 0) return 0;
  return Math.min(Math.max(significant - 1 - exponentOf(value, significant), 0), MOST_DECIMALS);
}
