/** Tails of chi-squared and of the normal against sums of their own, on either side of where powers serve them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newEngine } from '../../../../bindings/core/engine/engine.js';

const { chi2_sf, normal_sf } = (await newEngine()).exports;

const shape = fc.integer({ min: 1, max: 60 });
const argument = fc.oneof(
  fc.double({ min: 1e-3, max: 100, noNaN: true }),
  fc.double({ min: 580, max: 620, noNaN: true }),
);

function near(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-13 * expected);
}

describe('the tail of chi-squared', () => {
  test('with 2n degrees of freedom is that of a Poisson variable below n', () => {
    fc.assert(
      fc.property(shape, argument, (n, mean) => {
        let term = Math.exp(-mean);
        let sum = term;
        for (let k = 1; k < n; k++) sum += term *= mean / k;
        near(chi2_sf(2 * mean, 2 * n), sum);
      }),
    );
  });

  test('with 2n + 1 grows by a density from that of a normal squared', () => {
    fc.assert(
      fc.property(shape, argument, (n, half) => {
        let term = Math.exp(-half) / Math.sqrt(Math.PI * half);
        let sum = 2 * normal_sf(Math.sqrt(2 * half));
        for (let k = 1; k <= n; k++) sum += term *= half / (k - 0.5);
        near(chi2_sf(2 * half, 2 * n + 1), sum);
      }),
    );
  });

  test('is 1 close to zero', () => {
    for (const x of [1e-310, 1e-282, 1e-279]) {
      expect(chi2_sf(x, 1)).toBe(1);
      expect(normal_sf(Math.sqrt(x))).toBeCloseTo(0.5, 15);
    }
  });
});
