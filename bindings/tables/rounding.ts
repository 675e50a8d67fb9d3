/** Numbers rounded once, from the exact decimal expansion of the double, ties to the even digit. */

/** Decimals that `Number.prototype.toFixed` can show at most. */
const MOST_DECIMALS = 100;

/** Numbers from here on have no digits after the point that a table could show. */
const LARGE = 1e21;

/**
 * The number with `decimals` digits after the point, such as `-0.045`; a number that rounds to zero has no sign.
 * `toFixed` rounds the exact expansion and sends ties away from zero, so only ties need a correction.
 */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= LARGE) return value.toExponential(Math.min(decimals, 20));
  const rounded = value.toFixed(decimals);
  return withoutMinusZero(isTie(value, decimals) ? evenDigit(rounded) : rounded);
}

/** The number with `digits` significant digits, without an exponent: `0.0450`, `123`. */
export function significant(value: number, digits: number): string {
  return fixed(value, decimalsFor(value, digits));
}

/** Digits after the point that leave `digits` significant ones; 0 for a number without a size. */
export function decimalsFor(value: number, digits: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  const exponent = Number(value.toExponential(digits - 1).split('e')[1]);
  return Math.min(Math.max(digits - 1 - exponent, 0), MOST_DECIMALS);
}

/** True if the exact expansion ends with a 5 just after the last digit that is kept. */
function isTie(value: number, decimals: number): boolean {
  const expansion = value.toFixed(MOST_DECIMALS);
  const after = expansion.slice(expansion.length - MOST_DECIMALS + decimals);
  return /^50*$/.test(after);
}

/** Takes one off an odd last digit: a tie was rounded away from zero. */
function evenDigit(rounded: string): string {
  const last = Number(rounded.at(-1));
  return last % 2 === 0 ? rounded : rounded.slice(0, -1) + String(last - 1);
}

function withoutMinusZero(text: string): string {
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}
