/** Formats numbers for readers. */
import { exponential, exponentOf, fixed } from './rounding.js';

const missing = '.';
/** Significant digits of a standard error. */
const ERROR_DIGITS = 3;
/** Maximum decimals, and maximum digits before the point, of a number without an exponent. */
const MOST_DECIMALS = 9;
const MOST_DIGITS = 10;

/**
 * One formatter for an estimate, its standard error and its interval: as many decimals as three significant digits of
 * the error need, or a given number.
 */
export function errorFormat(
  [estimate, error]: readonly [estimate: number, error: number],
  decimals?: number,
): (x: number) => string {
  const size = Math.abs(error > 0 && error < Infinity ? error : estimate);
  const place = size > 0 && size < Infinity ? ERROR_DIGITS - 1 - exponentOf(size, ERROR_DIGITS) : 0;
  const shown = decimals ?? Math.max(0, place);
  const reasonable = decimals !== undefined || place <= MOST_DECIMALS;
  return (x) => {
    if (!Number.isFinite(x)) return nonFinite(x);
    if (x === 0 && !reasonable) return '0';
    if (reasonable && Math.abs(x) < 10 ** MOST_DIGITS) return fixed(x, shown);
    return exponential(x, Math.max(0, Math.min(exponentOf(x, 1) + place, 15)));
  };
}

/** Decimals of a column whose largest number has one digit before the point; each further digit takes one away. */
const COLUMN_DECIMALS = 4;

/**
 * One formatter for a whole column, so that decimal points are aligned. Numbers that the column's decimals would make
 * zero are printed as 1.234e-8.
 */
export function columnFormat(values: readonly number[]): (x: number) => string {
  const ordinary = values.map(Math.abs).filter((x) => x < 1e7);
  const largest = Math.max(1, ...ordinary);
  const decimals = Math.max(0, COLUMN_DECIMALS - exponentOf(largest, COLUMN_DECIMALS));
  const smallest = 10 ** -decimals;
  return (x) => {
    if (!Number.isFinite(x)) return nonFinite(x);
    const size = Math.abs(x);
    return size === 0 || (size >= smallest && size < 1e7) ? fixed(x, decimals) : exponential(x, 3);
  };
}

/** One formatter for simulated numbers: the largest of their Monte Carlo errors has two significant digits. */
export function monteCarloFormat(errors: readonly number[]): (x: number) => string {
  const largest = Math.max(0, ...errors.filter((error) => error < 1e7));
  const exponent = exponentOf(largest, 2);
  const decimals = largest === 0 ? 6 : Math.min(Math.max(1 - exponent, 0), 12);
  return (x) => {
    if (!Number.isFinite(x)) return nonFinite(x);
    return Math.abs(x) < 1e7 ? fixed(x, decimals) : exponential(x, 3);
  };
}

function nonFinite(x: number): string {
  return Number.isNaN(x) ? missing : String(x);
}

/** A test statistic: two decimals. */
export function statistic(x: number): string {
  if (!Number.isFinite(x)) return nonFinite(x);
  return Math.abs(x) < 1e9 ? fixed(x, 2) : exponential(x, 3);
}

/** A p-value: three decimals, or <0.001. */
export function pValue(p: number): string {
  if (!Number.isFinite(p)) return missing;
  return p < 0.001 ? '<0.001' : fixed(p, 3);
}

/** At most `decimals` decimals, without trailing zeros: 5.36, 7. */
export function short(x: number, decimals = 2): string {
  return String(Number(fixed(x, decimals)));
}

/** A number in the units of the data: six decimals, or 1.23457e-16 if these would leave too few digits or too many. */
export function measure(x: number): string {
  if (!Number.isFinite(x)) return nonFinite(x);
  const size = Math.abs(x);
  return size === 0 || (size >= 1e-3 && size < 1e9) ? short(x, 6) : exponential(x, 5);
}

/** Significant digits, by default five: 0.080000, 10.652, 57434; 1.234e-8 if there would be many zeros. */
export function digits(x: number, significant = 5): string {
  if (!Number.isFinite(x)) return nonFinite(x);
  const size = Math.abs(x);
  if (size === 0) return '0';
  if (size < 1e-4 || size >= 1e7) return exponential(x, 3);
  return fixed(x, Math.max(0, significant - 1 - exponentOf(x, significant)));
}

/** `95%`. */
export function percent(level: number): string {
  return `${short(100 * level, 4)}%`;
}
