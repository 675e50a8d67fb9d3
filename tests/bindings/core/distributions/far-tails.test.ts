/** Tails of the noncentral chi-squared law at arguments whose weights and densities overflow. Made by mpmath, 50 digits. */
import { beforeAll, describe, expect, test } from 'vitest';
import { beta, f, gamma, noncentralChi2, ready, studentT } from 'wasmetrics/distributions';

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

describe('quantiles of small shapes', () => {
  const shapes = [1e-8, 1e-5, 1e-3, 0.01, 0.5, 5, 1e4];
  const ps = [5e-324, 1e-300, 1e-16, 1e-9, 0.1, 0.3, 0.5, 0.5000000001, 0.7, 1 - 2 ** -53];

  /** The tail at an answer, compared with p; beyond 1e-290 and 1e290 the answer need only be on the right side. */
  function isRoot(p: number, x: number, tail: (x: number) => number, falls: boolean): boolean {
    if (x >= 1e-290 && x <= 1e290) return Math.abs(tail(x) / p - 1) < 1e-12;
    const low = x < 1;
    const beyond = tail(low ? 1e-290 : 1e290);
    return low === falls ? beyond <= p * (1 + 1e-12) : beyond >= p * (1 - 1e-12);
  }

  test.each(shapes)('of F with %d and other degrees of freedom are roots', (df1) => {
    const wrong = [...shapes, 1e10].flatMap((df2) =>
      ps.flatMap((p) => [
        ...(isRoot(p, f.quantile(p, df1, df2), (x) => f.cdf(x, df1, df2), false) ? [] : [[p, df2]]),
        ...(isRoot(p, f.isf(p, df1, df2), (x) => f.sf(x, df1, df2), true) ? [] : [[p, df2, 'isf']]),
      ]),
    );
    expect(wrong).toEqual([]);
  });

  test.each([1e-10, 1e-3, 1, 100, 3000])('of noncentral chi-squared, lambda = %d', (lambda) => {
    const law = noncentralChi2;
    const wrong = shapes
      .slice(2)
      .flatMap((df) =>
        ps.flatMap((p) => [
          ...(isRoot(p, law.quantile(p, df, lambda), (x) => law.cdf(x, df, lambda), false)
            ? []
            : [[p, df]]),
          ...(isRoot(p, law.isf(p, df, lambda), (x) => law.sf(x, df, lambda), true)
            ? []
            : [[p, df, 'isf']]),
        ]),
      );
    expect(wrong).toEqual([]);
  });

  test.each([1e-10, 1, 100])('of lambda = %d and hardly any degrees of freedom are 0', (lambda) => {
    expect(noncentralChi2.quantile(5e-324, 1e-10, lambda)).toBe(0);
    expect(noncentralChi2.cdf(1e-290, 1e-10, lambda) / Math.exp(-lambda / 2)).toBeCloseTo(1, 6);
  });

  test('that have no digits are refused', () => {
    const refusal = expect.objectContaining({
      code: 'bad-value',
      message: expect.stringContaining(
        'f.isf: p[1]: expected a probability whose quantile keeps digits',
      ) as string,
    }) as Error;
    expect(() => f.isf([0.5, 1e-9], 1e-10, 5)).toThrow(refusal);
    expect(f.isf(NaN, 1, 5)).toBeNaN();
  });
});

/** Values of R 4.5's quantile functions; Infinity, 0 or 1 where they are beyond doubles. */
describe('quantiles beyond doubles', () => {
  test('of t are infinite, and finite as long as they can be', () => {
    expect(studentT.quantile(1e-300, 0.1)).toBe(-Infinity);
    expect(studentT.isf(1e-310, 1)).toBe(Infinity);
    expect(studentT.quantile(0.3, 1e-3) / -1.116601190961063e220).toBeCloseTo(1, 11);
    expect(studentT.quantile(1e-100, 0.5) / -1.028491156316396e199).toBeCloseTo(1, 11);
    expect(studentT.quantile(1e-280, 1) / -3.183098861837907e279).toBeCloseTo(1, 13);
  });

  test('of gamma, beta and F are 0, 1 or infinite', () => {
    expect(gamma.isf(0.5, 1e10, 1e300)).toBe(Infinity);
    expect(gamma.quantile(1e-100, 1e-3)).toBe(0);
    expect(beta.quantile(0.5, 1e10, 1e-10)).toBe(1);
    expect(beta.isf(0.5, 1e-10, 1)).toBe(0);
    expect(beta.quantile(0.5, 1e-3, 1) / 9.332636185032827e-302).toBeCloseTo(1, 12);
    expect(f.isf(1e-300, 0.1, 1e-3)).toBe(Infinity);
    expect(f.quantile(0.5, 1e10, 1e-3)).toBe(Infinity);
    expect(f.isf(0.5, 1e-3, 1)).toBe(0);
    expect(f.isf(1e-30, 0.1, 0.3) / 3.123304349130498e196).toBeCloseTo(1, 11);
  });

  test('of every shape are numbers within the range of the law', () => {
    const shapes = [1e-3, 0.01, 0.1, 0.5, 1, 2, 10, 1e3, 1e6, 1e10];
    const ps = [0, 5e-324, 1e-310, 1e-300, 1e-100, 1e-20, 0.1, 0.5, 0.9, 1 - 2 ** -53, 1];
    const within = (x: number, low: number, high: number) => x >= low && x <= high;
    const wrong = ps.flatMap((p) =>
      shapes.flatMap((a) => [
        ...[studentT.quantile(p, a), studentT.isf(p, a)].filter(
          (x) => !within(x, -Infinity, Infinity),
        ),
        ...[1e-300, 1, 1e300].filter((size) => !within(gamma.isf(p, a, size), 0, Infinity)),
        ...shapes.filter((b) => !within(f.isf(p, a, b), 0, Infinity)),
        ...shapes.filter((b) => !within(beta.quantile(p, a, b), 0, 1)),
      ]),
    );
    expect(wrong).toEqual([]);
  });
});
