/**
 * Decimals of a double, rounded once from its exact value with ties to even; zero has no minus sign. `toFixed` and
 * `toExponential` also round the exact value, but round ties up.
 */

/** Adds the sign of `x` to the digits, unless all digits are zero. */
function signed(x: number, digits: string): string {
  return x < 0 && /[1-9]/.test(digits.split('e')[0]!) ? `-${digits}` : digits;
}

/** In a tie between two neighbouring decimals, the one with an even last digit. */
function even(lower: string, upper: string): string {
  return /[02468]$/.test(lower) ? lower : upper;
}

/** A finite number with up to 99 decimals; from 1e21 it has an exponent, as `toFixed` gives it. */
export function fixed(x: number, decimals: number): string {
  const size = Math.abs(x);
  const nearest = size.toFixed(decimals);
  const longer = size.toFixed(decimals + 1);
  const isTie = size < 1e21 && longer.endsWith('5') && Number.isInteger(size * 2 ** (decimals + 1));
  return signed(x, isTie ? even(longer.slice(0, -1).replace(/\.$/, ''), nearest) : nearest);
}

/** A finite number as `1.235e-8`, with up to 99 decimals before the exponent. */
export function exponential(x: number, decimals: number): string {
  const size = Math.abs(x);
  const [nearest, longer, exact] = [decimals, decimals + 1, 100].map((n) =>
    size.toExponential(n).split('e'),
  ) as [Parts, Parts, Parts];
  // A double that does not equal a short decimal differs from it by more than 1e-40, relatively.
  const isTie = longer[0].endsWith('5') && exact[0].replace(/0+$/, '') === longer[0];
  const lower = longer[0].slice(0, -1).replace(/\.$/, '');
  if (isTie && even(lower, nearest[0]) === lower) return signed(x, `${lower}e${longer[1]}`);
  return signed(x, nearest.join('e'));
}

type Parts = [mantissa: string, exponent: string];

/** The exponent of the leading digit, after rounding to `significant` digits: -1 for 0.0999 and two digits. */
export function exponentOf(x: number, significant: number): number {
  return Number(exponential(x, significant - 1).split('e')[1]);
}
