import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  difference,
  type Doubled,
  multiple,
  product,
  reciprocal,
  squareRoot,
  wholePower,
} from '../../../bindings/data/doubled.js';

/**
 * A whole number of up to 40 bits, and what a low word adds to it in units of 2^-60. Beside a high word
 * of 0 there is no low word: it holds what the high word's rounding took.
 */
const whole = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
const element = fc
  .tuple(whole, fc.integer({ min: -1000, max: 1000 }))
  .filter(([top, rest]) => top !== 0 || rest === 0);

const unit = 2 ** 30;
const column = ([top, rest]: readonly [number, number]): Doubled => ({
  values: Float64Array.of(top),
  low: Float64Array.of(rest / unit / unit),
});

/** Exact value times 2^(60 power): an integer. */
const exact = ([top, rest]: readonly [number, number]) => (BigInt(top) << 60n) + BigInt(rest);

/** Distance of element 0 from numerator / denominator, in units of 2^-100 of its size. */
function apart({ values, low }: Doubled, numerator: bigint, denominator: bigint): number {
  const scaled = (x: number) => {
    const exponent = x === 0 ? 0 : Math.floor(Math.log2(Math.abs(x)));
    const shift = 300n;
    const digits = BigInt(Math.round(x * 2 ** (52 - exponent)));
    const by = shift + BigInt(exponent - 52);
    return by >= 0n ? digits << by : digits >> -by;
  };
  const sum = scaled(values[0]!) + scaled(low?.[0] ?? 0);
  const wanted = (numerator << 300n) / denominator;
  const gap = sum > wanted ? sum - wanted : wanted - sum;
  const size = wanted > 0n ? wanted : -wanted;
  return size === 0n ? Number(gap) : Number((gap << 100n) / size);
}

describe('a column in doubled precision', () => {
  const one = 1n << 60n;

  test('keeps 98 bits of products, powers and multiples', () => {
    fc.assert(
      fc.property(element, element, (a, b) => {
        expect(apart(product(column(a), column(b)), exact(a) * exact(b), one * one)).toBeLessThan(
          4,
        );
        expect(apart(wholePower(column(a), 5), exact(a) ** 5n, one ** 5n)).toBeLessThan(32);
        expect(apart(multiple(column(a), 3), exact(a) * 3n, one)).toBeLessThan(4);
      }),
    );
  });

  test('keeps 98 bits of reciprocals and square roots', () => {
    fc.assert(
      fc.property(element, (a) => {
        fc.pre(a[0] !== 0);
        expect(apart(reciprocal(column(a)), one, exact(a))).toBeLessThan(4);
        const square = product(column(a), column(a));
        const root = exact(a) < 0n ? -exact(a) : exact(a);
        expect(apart(squareRoot(square), root, one)).toBeLessThan(16);
      }),
    );
  });

  test('is exact if a difference cancels', () => {
    const square = wholePower({ values: Float64Array.of(2 ** 27 + 1) }, 2);
    const rest = difference(square, { values: Float64Array.of(2 ** 54 + 2 ** 28) });
    expect(rest.values[0]! + rest.low![0]!).toBe(1);
  });

  test('has no low word if the exact one is out of range', () => {
    const large = { values: Float64Array.of(1e300, NaN, Infinity) };
    expect([...product(large, large).low!]).toEqual([0, 0, 0]);
  });
});
