/** Numbers as a table prints them. */
import { fixed, significant } from '../rounding.js';

/** Decimals, or significant digits. */
export type Digits = number | { readonly significant: number };

/** Decimals of p-values. */
const P_DECIMALS = 3;

/** A number with these decimals or significant digits; a dot for one that does not exist. */
export function shown(value: number, digits: Digits): string {
  if (Number.isNaN(value)) return '.';
  return typeof digits === 'number' ? fixed(value, digits) : significant(value, digits.significant);
}

/** A p-value: three decimals, `<0.001` below the last. */
export function shownP(p: number): string {
  if (Number.isNaN(p)) return '.';
  const least = fixed(10 ** -P_DECIMALS, P_DECIMALS);
  return p < Number(least) ? `<${least}` : fixed(p, P_DECIMALS);
}

/** A count with its thousands marked. */
export function shownCount(n: number): string {
  return fixed(n, 0).replace(/\B(?=(\d{3})+$)/g, ',');
}
