import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { column, cross, dense, inverse, multiply, random, type Dense } from '../dense.js';
import { core, doubles, get, getInts, integers } from '../linear-design.js';
import { fitOf, type Sample } from './fit.js';

/** b'V^-1 b of the first q of k coefficients, and the rank of their block. */
function waldFirst(q: number, b: Dense, v: Dense): { wald: number; rank: number } {
  const start = core.mark();
  const rank = integers([-1]);
  const wald = core.waldFirst(q, b.rows, doubles(b.values), doubles(v.values), rank);
  const found = { wald, rank: getInts(rank, 1)[0]! };
  core.release(start);
  return found;
}

/** The same by elimination. */
function quadratic(q: number, b: Dense, v: Dense): number {
  const first = column(Array.from(b.values.slice(0, q)));
  const block = dense(q, q, (i, j) => v.values[i + j * v.rows]!);
  return cross(first, multiply(inverse(block), first)).values[0]!;
}

describe('the Wald statistic of the first coefficients', () => {
  const cases = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 }), fc.integer())
    .map(([q, more, seed]) => ({ q, k: q + more, seed }));

  test('is b V^-1 b of their block', () => {
    fc.assert(
      fc.property(cases, ({ q, k, seed }) => {
        const rows = random(4 * k, k, seed);
        const [b, v] = [random(k, 1, seed + 1), cross(rows, rows)];
        const { wald, rank } = waldFirst(q, b, v);
        expect(rank).toBe(q);
        expect(Math.abs(wald / quadratic(q, b, v) - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  test('is missing, with the rank, where the block is singular', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 4 }), (seed, rank) => {
        const rows = random(rank, 5, seed);
        const found = waldFirst(5, random(5, 1, seed + 1), cross(rows, rows));
        expect(found.wald).toBeNaN();
        expect(found.rank).toBe(rank);
      }),
    );
  });
});

describe('the test of all slopes', () => {
  const [n, k] = [60, 4];
  const drawn = random(n, k, 1);
  const x = dense(n, k, (i, j) => (j === k - 1 ? 1 : drawn.values[i + j * n]!));
  const sample: Sample = { x, y: random(n, 1, 2), intercept: true };

  test('from sums of squares is that from the unadjusted covariance', () => {
    for (const small of [false, true]) {
      const { params, vcov, numbers } = fitOf(sample, { kind: 'unadjusted', small });
      expect(numbers['wald']! / quadratic(k - 1, params, vcov)).toBeCloseTo(1, 11);
      expect([numbers['waldDf'], numbers['waldRank']]).toEqual([k - 1, k - 1]);
    }
  });

  test('without a constant is of every coefficient', () => {
    const { params, vcov, numbers } = fitOf({ ...sample, intercept: false }, { kind: 'HC1' });
    expect(numbers['waldDf']).toBe(k);
    expect(numbers['wald']! / quadratic(k, params, vcov)).toBeCloseTo(1, 11);
    expect(numbers['dfReference']).toBe(n - k);
  });

  test('has the clusters less one as degrees of freedom, and is missing with too few of them', () => {
    const labels = (count: number) => [Array.from({ length: n }, (_, i) => i % count)];
    const many = fitOf({ ...sample, clusters: labels(10) }, { kind: 'CV1' });
    expect(many.numbers['dfReference']).toBe(9);
    expect(many.numbers['wald']! / quadratic(k - 1, many.params, many.vcov)).toBeCloseTo(1, 10);
    const few = fitOf({ ...sample, clusters: labels(3) }, { kind: 'CV1' });
    expect(few.numbers['wald']).toBeNaN();
    expect([few.numbers['waldRank'], few.numbers['dfReference']]).toEqual([2, 2]);
    const two = [...labels(12), ...labels(7)];
    expect(fitOf({ ...sample, clusters: two }, { kind: 'CV1' }).numbers['dfReference']).toBe(6);
  });
});

/** Sums of squares of an outcome; the core keeps the sum of squares about 0 third among its sums. */
function totalsOf(n: number, y: number, roots: number) {
  const sums = core.outcomeSums(n, y, roots);
  return { aboutZero: get(sums, 3)[2]!, aboutMean: core.squaresAboutMean(sums) };
}

describe('totals of the outcome', () => {
  test('about the mean keep their digits far from zero', () => {
    const values = [0, 1, 2, 3, 4].map((v) => 1e9 + v);
    const start = core.mark();
    expect(totalsOf(5, doubles(values), 0).aboutMean).toBe(10);
    core.release(start);
  });

  test('are the weighted sums of squares that define them', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 40 }), (seed, n) => {
        const start = core.mark();
        const y = Array.from(random(n, 1, seed).values);
        const weights = Array.from(random(n, 1, seed + 1).values, (v) => 1.5 + v);
        const total = weights.reduce((sum, w) => sum + w, 0);
        const mean = y.reduce((sum, value, i) => sum + weights[i]! * value, 0) / total;
        const about = (center: number) =>
          y.reduce((sum, value, i) => sum + weights[i]! * (value - center) ** 2, 0);
        const roots = doubles(weights.map(Math.sqrt));
        const at = doubles(y);
        const rounding = 8 * n * Number.EPSILON;
        const { aboutZero, aboutMean } = totalsOf(n, at, roots);
        expect(Math.abs(aboutZero - about(0))).toBeLessThan(rounding * about(0));
        expect(Math.abs(aboutMean - about(mean))).toBeLessThan(rounding * (1 + about(mean)));
        core.release(start);
      }),
    );
  });
});
