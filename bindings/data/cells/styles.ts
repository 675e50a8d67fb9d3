/**
 * How the numbers with a point in a column are written, as `assembly/reading/styles.ts` records it. Three words have a
 * bit per number of decimals: of texts without zeros at the end, of other texts, and of these without the zeros. One
 * word says whether 0 is left out before the point, or a number is written in another way. The last counts whole
 * numbers written with a point.
 */
export type Styles = Int32Array;

export const [EXACT, PADDED, STRIPPED, LEADS] = [0, 1, 2, 3] as const;
const WHOLES = 4;

/** The last bit: for more decimals, and for a point without decimals. */
export const MOST = 31;
/** Bits of `LEADS`. */
export const [POINT_FIRST, OTHER, PLUS] = [1, 4, 8] as const;
const ZERO_FIRST = 2;

export function noStyles(): Styles {
  return new Int32Array(5);
}

export function addStyles(styles: Styles, others: Styles): void {
  for (let i = 0; i < WHOLES; i++) styles[i]! |= others[i]!;
  styles[WHOLES]! += others[WHOLES]!;
}

/** Records the style of digits with at most one point. */
export function noteStyle(styles: Styles, digits: string): void {
  const point = digits.indexOf('.');
  if (point < 0) return;
  if (point === 0) styles[LEADS]! |= POINT_FIRST;
  else if (digits.startsWith('0')) styles[LEADS]! |= ZERO_FIRST;
  const decimals = digits.length - point - 1;
  const left = digits.replace(/0+$/, '').length - point - 1;
  if (decimals > 0 && left === decimals) styles[EXACT]! |= 1 << Math.min(decimals, MOST);
  else {
    styles[PADDED]! |= 1 << (decimals === 0 ? MOST : Math.min(decimals, MOST));
    styles[STRIPPED]! |= 1 << Math.min(left, MOST);
    if (left === 0) styles[WHOLES]!++;
  }
}

/** Records the style of any number, even one such as +5 or 1E5. */
export function noteOddStyle(styles: Styles, number: string): void {
  const digits = number.replace(/^-/, '');
  if (/^[\d.]+$/.test(digits)) noteStyle(styles, digits);
  else styles[LEADS]! |= number.startsWith('+') ? OTHER | PLUS : OTHER;
}

/**
 * True if two texts of the column may be the same number, such as 3.1 and 3.10, 3 and 3.0, .5 and 0.5, or 1E5 and
 * 100000. `parts` are all numbers.
 */
export function mayRepeat(styles: Styles, parts: () => Iterable<Float64Array>): boolean {
  const padded = styles[PADDED]!;
  const isSeveral = (padded & (padded - 1)) !== 0;
  const leads = styles[LEADS]!;
  const bothLeads = POINT_FIRST | ZERO_FIRST;
  return (
    (styles[STRIPPED]! & styles[EXACT]!) !== 0 ||
    isSeveral ||
    (leads & bothLeads) === bothLeads ||
    (leads & OTHER) !== 0 ||
    (styles[WHOLES]! > 0 && countWhole(parts()) > styles[WHOLES]!)
  );
}

function countWhole(parts: Iterable<Float64Array>): number {
  let count = 0;
  for (const values of parts) for (const value of values) if (Number.isInteger(value)) count++;
  return count;
}

/** True if a number is not written with its shortest digits, such as 3.10, .5 or 1E5. */
export function isLonger(styles: Styles): boolean {
  return styles[PADDED] !== 0 || (styles[LEADS]! & (POINT_FIRST | OTHER)) !== 0;
}

/** True if a number has a point. */
export function hasPoint(styles: Styles): boolean {
  return styles[EXACT] !== 0 || styles[PADDED] !== 0;
}
