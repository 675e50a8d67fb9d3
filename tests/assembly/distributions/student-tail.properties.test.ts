/** Tails of Student's t that are computed without their logarithms. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, compiled, relativeError, table } from './core.js';

beforeAll(compiled);

describe('tails of t without their logarithms', () => {
  it('are within 5e-15 of the table', () => {
    const parts = table.distributions.filter(({ distribution }) => distribution === 't');
    const errors = parts.flatMap(({ df, rows }) =>
      rows.flatMap(([x, cdf, sf]) =>
        [cdf, sf].flatMap((value, upper) =>
          // Rounding of subnormal numbers is larger.
          value === null || Number(value) < 1e-300
            ? []
            : [relativeError(call('t_tail', x, df[0]!, upper), Number(value))],
        ),
      ),
    );
    expect(errors.length).toBeGreaterThan(900);
    expect(Math.max(...errors)).toBeLessThan(5e-15);
  });

  it('equal those with logarithms, and add up to one', () => {
    const exponent = (min: number, max: number) =>
      fc.double({ min, max, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(
        fc.oneof(exponent(-3, 3), exponent(-320, 300)),
        fc.oneof(exponent(-1, 5), exponent(-12, 10)),
        fc.constantFrom(-1, 1),
        (size, df, sign) => {
          const [lower, upper] = [0, 1].map((side) => call('t_tail', sign * size, df, side));
          const [cdf, sf] = ['t_cdf', 't_sf'].map((name) => call(name, sign * size, df));
          expect(relativeError(lower!, cdf!)).toBeLessThan(1e-14);
          expect(relativeError(upper!, sf!)).toBeLessThan(1e-14);
          expect(lower! + upper!).toBe(1);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are those with logarithms at the limits', () => {
    const limits = [0, -0, Infinity, -Infinity, NaN, 5e-324, 1e300];
    for (const t of limits) {
      for (const df of [3, 1e10, Infinity, 0, -1, NaN, 1e11]) {
        expect(call('t_tail', t, df, 0)).toBe(call('t_cdf', t, df));
        expect(call('t_tail', t, df, 1)).toBe(call('t_sf', t, df));
      }
    }
  });
});
