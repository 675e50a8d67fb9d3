import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cross,
  dense,
  distance,
  inverse,
  minus,
  multiply,
  random,
  relativeDistance,
  type Dense,
} from '../dense.js';
import { fitOf, type Sample } from './fit.js';

const Ok = 0;
const NoDegreesOfFreedom = 23;

/** Around one block of 256 rows too, as the rows are read in blocks. */
const sizes = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(8, 30, 255, 256, 257, 300), fc.integer())
  .map(([k, n, seed]) => ({ k, n, seed }));

function sampleOf({ k, n, seed }: { k: number; n: number; seed: number }): Sample {
  const drawn = random(n, k, seed);
  const x = dense(n, k, (i, j) => (j === k - 1 ? 1 : drawn.values[i + j * n]!));
  return { x, y: random(n, 1, seed + 1), intercept: true };
}

/** Rows times the roots of their weights. */
const weighed = (a: Dense, roots: readonly number[]): Dense =>
  dense(a.rows, a.columns, (i, j) => roots[i]! * a.values[i + j * a.rows]!);

/** The normal equations. */
function normal(x: Dense, y: Dense): { params: Dense; bread: Dense; rss: number } {
  const bread = inverse(cross(x, x));
  const params = multiply(bread, cross(x, y));
  const e = minus(y, multiply(x, params));
  return { params, bread, rss: cross(e, e).values[0]! };
}

/** What the normal equations lose of a sample: its squared condition, here of 8 rows at least. */
const tolerance = 1e-10;

describe('least squares', () => {
  test('solve the normal equations', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { x, y } = sampleOf(size);
        const { status, params, bread, residuals, numbers } = fitOf({ x, y });
        const expected = normal(x, y);
        expect(status).toBe(Ok);
        fc.pre(numbers['condition']! < 1e3);
        expect(relativeDistance(params, expected.params)).toBeLessThan(tolerance);
        expect(relativeDistance(bread, expected.bread)).toBeLessThan(tolerance);
        expect(Math.abs(numbers['rss']! / expected.rss - 1)).toBeLessThan(tolerance);
        expect(distance(residuals, minus(y, multiply(x, params)))).toBeLessThan(1e-13);
      }),
      { numRuns: 40 },
    );
  });

  test('leave residuals orthogonal to every regressor', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { x, y } = sampleOf(size);
        const { residuals } = fitOf({ x, y });
        for (const value of cross(x, residuals).values) {
          // Each residual is rounded once.
          expect(Math.abs(value)).toBeLessThan(4 * size.n * Number.EPSILON);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('weigh rows by analytic weights that sum to the rows', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const sample = sampleOf(size);
        const values = Array.from(random(size.n, 1, size.seed + 2).values, (v) => 1.5 + v);
        const fit = fitOf({ ...sample, weights: { type: 1, values } });
        const total = values.reduce((sum, weight) => sum + weight, 0);
        const roots = values.map((weight) => Math.sqrt((size.n * weight) / total));
        const expected = normal(weighed(sample.x, roots), weighed(sample.y, roots));
        fc.pre(fit.numbers['condition']! < 1e3);
        expect(relativeDistance(fit.params, expected.params)).toBeLessThan(tolerance);
        expect(Math.abs(fit.numbers['rss']! / expected.rss - 1)).toBeLessThan(tolerance);
        expect(fit.numbers['nobs']).toBe(size.n);
        const plain = minus(sample.y, multiply(sample.x, fit.params));
        expect(distance(fit.residuals, plain)).toBeLessThan(1e-13);
      }),
      { numRuns: 30 },
    );
  });

  test('with frequencies are those of the repeated rows', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { x, y } = sampleOf(size);
        const values = Array.from({ length: size.n }, (_, i) => 1 + ((i * 7) % 3));
        const rows = values.flatMap((count, i) => Array.from({ length: count }, () => i));
        const repeat = (a: Dense) =>
          dense(rows.length, a.columns, (i, j) => a.values[rows[i]! + j * a.rows]!);
        const fit = fitOf({ x, y, weights: { type: 2, values } });
        const expected = fitOf({ x: repeat(x), y: repeat(y) });
        fc.pre(expected.numbers['condition']! < 1e3);
        expect(relativeDistance(fit.params, expected.params)).toBeLessThan(1e-12);
        expect(relativeDistance(fit.vcov, expected.vcov)).toBeLessThan(1e-12);
        expect(fit.numbers['nobs']).toBe(rows.length);
        expect(fit.numbers['dfResid']).toBe(rows.length - size.k);
      }),
      { numRuns: 30 },
    );
  });

  test('change with the units of a column by a power of two only in that coefficient', () => {
    const { x, y } = sampleOf({ k: 4, n: 40, seed: 5 });
    const fit = fitOf({ x, y });
    const scaled = dense(40, 4, (i, j) => x.values[i + j * 40]! * (j === 1 ? 2 ** 30 : 1));
    const expected = Array.from(fit.params.values, (b, j) => (j === 1 ? b / 2 ** 30 : b));
    expect(Array.from(fitOf({ x: scaled, y }).params.values)).toEqual(expected);
  });

  test('need more rows than regressors', () => {
    const square = sampleOf({ k: 4, n: 4, seed: 6 });
    expect(fitOf(square).status).toBe(NoDegreesOfFreedom);
  });
});

describe('refinement', () => {
  /**
   * Powers of integers up to a degree, each row twice with errors e and -e: the exact coefficients are `b`, whatever the
   * errors are, and all numbers are integers.
   */
  function exact(degree: number, b: readonly number[], error: number): Sample {
    const n = 24;
    const x = dense(2 * n, degree + 1, (i, j) => ((i % n) + 1) ** j);
    const fitted = multiply(
      x,
      dense(degree + 1, 1, (j) => b[j]!),
    );
    const y = dense(
      2 * n,
      1,
      (i) => fitted.values[i]! + (i < n ? error : -error) * (((i % n) % 5) - 2),
    );
    return { x, y };
  }

  for (const degree of [1, 2, 3, 4, 5, 6]) {
    test(`gives every digit of a polynomial of degree ${degree}`, () => {
      const b = [3, -7, 2, -1, 5, -2, 1].slice(0, degree + 1);
      for (const error of [0, 1, 1000]) {
        const { params, numbers } = fitOf(exact(degree, b, error));
        b.forEach((value, j) => {
          expect(Math.abs(params.values[j]! / value - 1)).toBeLessThan(2 * Number.EPSILON);
        });
        if (error === 0) expect(numbers['rss']).toBeLessThan(1e-12);
      }
    });
  }

  test('reads the low words of computed columns', () => {
    const { x } = exact(4, [1, 1, 1, 1, 1], 0);
    const b = [9, 4, 3, 2, 1];
    // To each integer some quarters of its last place, which a double cannot hold with it.
    const low = dense(x.rows, x.columns, (i, j) => {
      const place = 2 ** (Math.floor(Math.log2(x.values[i + j * x.rows]!)) - 52);
      return (((i * 5 + j * 3) % 3) - 1) * 0.25 * place;
    });
    const column = dense(b.length, 1, (j) => b[j]!);
    const sample = { x, y: multiply(x, column) };
    const lows = { xLow: low, yLow: multiply(low, column) };
    const { params } = fitOf({ ...sample, ...lows });
    b.forEach((value, j) => {
      expect(Math.abs(params.values[j]! / value - 1)).toBeLessThan(2 * Number.EPSILON);
    });
    // Without those of the outcome the coefficients are off, so the words were read.
    const without = fitOf({ ...sample, xLow: lows.xLow }).params;
    expect(distance(without, params)).toBeGreaterThan(100 * Number.EPSILON);
  });
});
