/** Roundings against exact arithmetic on the binary value of a double. */
import { describe, expect, it } from 'vitest';
import { mix } from '../../../../bench/random.js';
import { exponential, exponentOf, fixed } from '../../../../bindings/words/text/rounding.js';

/** A double as a fraction of whole numbers; the denominator is a power of two. */
function fraction(x: number): [numerator: bigint, denominator: bigint] {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(x));
  const word = bits.getBigUint64(0);
  const field = Number(word >> 52n);
  const mantissa = (word & ((1n << 52n) - 1n)) | (field === 0 ? 0n : 1n << 52n);
  const power = Math.max(field, 1) - 1075;
  return power < 0 ? [mantissa, 1n << BigInt(-power)] : [mantissa << BigInt(power), 1n];
}

/** The nearest whole number to |x| times 10^scale, the even one of two. */
function nearest(x: number, scale: number): bigint {
  const [numerator, denominator] = fraction(x);
  const ten = 10n ** BigInt(Math.abs(scale));
  const [top, bottom] = scale < 0 ? [numerator, denominator * ten] : [numerator * ten, denominator];
  const [whole, twice] = [top / bottom, 2n * (top % bottom)];
  return twice > bottom || (twice === bottom && whole % 2n === 1n) ? whole + 1n : whole;
}

function exactFixed(x: number, decimals: number): string {
  const whole = nearest(x, decimals);
  const digits = String(whole).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return x < 0 && whole !== 0n ? `-${text}` : text;
}

function exactExponential(x: number, decimals: number): string {
  let exponent = Number(Math.abs(x).toExponential().split('e')[1]);
  if (nearest(x, decimals - exponent) >= 10n ** BigInt(decimals + 1)) exponent += 1;
  const digits = String(nearest(x, decimals - exponent));
  const mantissa = decimals === 0 ? digits : `${digits[0]}.${digits.slice(1)}`;
  return `${x < 0 ? '-' : ''}${mantissa}e${exponent < 0 ? '' : '+'}${exponent}`;
}

let counter = 0;
const draw = () => mix(++counter) / 2 ** 32;
const signOf = () => (draw() < 0.5 ? -1 : 1);
const magnitudes = Array.from({ length: 1000 }, () => signOf() * draw() * 10 ** (draw() * 24 - 12));
/** Odd multiples of powers of a half, which often lie between two decimals. */
const ties = Array.from(
  { length: 1000 },
  () => (signOf() * (2 * Math.floor(draw() * 5000) + 1)) / 2 ** Math.floor(draw() * 12),
);

describe('a number with fixed decimals', () => {
  it('is rounded once from its exact value, ties to even', () => {
    for (const x of [...magnitudes, ...ties]) {
      const decimals = Math.floor(draw() * 11);
      expect(fixed(x, decimals), `${x} to ${decimals}`).toBe(exactFixed(x, decimals));
    }
  });

  it('rounds 0.5, 1.5, 2.5 and 0.125 to even, and 1.005 down, as the double is below', () => {
    expect([0.5, 1.5, 2.5, -2.5].map((x) => fixed(x, 0))).toEqual(['0', '2', '2', '-2']);
    expect([0.125, 0.375, 1.005, 1e20].map((x) => fixed(x, 2))).toEqual([
      '0.12',
      '0.38',
      '1.00',
      '100000000000000000000.00',
    ]);
  });

  it('has no minus sign if all digits are zero', () => {
    expect([-0, -0.0004, -0.0006].map((x) => fixed(x, 3))).toEqual(['0.000', '0.000', '-0.001']);
  });
});

describe('a number with an exponent', () => {
  it('is rounded once from its exact value, ties to even', () => {
    for (const x of [...magnitudes, ...ties, 5e-324, Number.MAX_VALUE, 2.5e22, 1.5e22]) {
      const decimals = Math.floor(draw() * 6);
      expect(exponential(x, decimals), `${x} to ${decimals}`).toBe(exactExponential(x, decimals));
    }
  });

  it('is 0e+0 for zero, without a minus sign', () => {
    expect(exponential(-0, 1)).toBe('0.0e+0');
  });

  it('has the exponent of the rounded number', () => {
    expect([0.0999, 0.0994, 123].map((x) => exponentOf(x, 2))).toEqual([-1, -2, 2]);
  });
});
