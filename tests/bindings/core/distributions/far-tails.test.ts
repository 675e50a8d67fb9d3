/** Tails of the noncentral chi-squared law at arguments whose weights and densities overflow. Made by mpmath, 50 digits. */
import { beforeAll, expect, test } from 'vitest';
import { noncentralChi2, ready } from 'wasmetrics/distributions';

beforeAll(ready);

const logTails: readonly (readonly [x: number, df: number, lambda: number, logSf: number])[] = [
  [1e4, 3, 1.5, -4879.3848621362529596],
  [1e5, 4, 3000, -34183.347226695005164],
  [1e6, 3, 1.5, -498777.12557420141313],
  [1e10, 3, 1.5, -4999877527.3845196808],
  [3.9e9, 101, 1e9, -475158211.4175282043],
  [4.2e9, 101, 1e9, -550609822.25974840715],
  [2e14, 3, 1.5, -99999982679493.795982],
  [3e14, 3, 1.5, -149999978786798.43607],
  [2e16, 3, 1.5, -9999999826794921.1148],
];

test.each(logTails)('x = %d, df = %d, lambda = %d', (x, df, lambda, expected) => {
  const value = noncentralChi2.logSf(x, df, lambda);
  expect(Math.abs(value / expected - 1)).toBeLessThan(5e-15);
});

test('the largest arguments end at once', () => {
  const most = Number.MAX_VALUE;
  expect(noncentralChi2.cdf(most, 3, 1.5)).toBe(1);
  expect(noncentralChi2.sf(most, 3, 1e10)).toBe(0);
  expect(noncentralChi2.pdf(most, 3, 1e10)).toBe(0);
  expect(noncentralChi2.logSf(most, 3, 1e10)).toBe(-most / 2);
});

test.each([
  [0.21, 0.1, 0.004],
  [0.4, 0.02, 1e-5],
  [1e-12, 0.05, 0.3],
])('an upper quantile far above its start ends: p = %d, df = %d, lambda = %d', (p, df, lambda) => {
  const x = noncentralChi2.isf(p, df, lambda);
  expect(noncentralChi2.sf(x, df, lambda) / p).toBeCloseTo(1, 10);
});
