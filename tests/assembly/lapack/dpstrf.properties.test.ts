import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  at,
  dense,
  type Dense,
  distance,
  epsilon,
  multiply,
  random,
  transpose,
  worst,
  wrap,
} from '../dense.js';
import { loadKernels } from '../load.js';

const { kernels, put, get, getInts, scope } = loadKernels();

interface Factored {
  readonly rank: number;
  /** n x rank, rows in the original order. */
  readonly l: Dense;
  readonly pivots: readonly number[];
}

/** Only the upper triangle is handed over: what lies below is NaN. */
function factor(a: Dense, tolerance = 64 * a.rows * epsilon): Factored {
  const n = a.rows;
  const upper = dense(n, n, (i, j) => (i <= j ? at(a, i, j) : NaN));
  return scope(() => {
    const l = kernels.alloc(8 * n * n);
    const pivots = kernels.alloc(4 * n);
    const work = kernels.alloc(8 * n * (n + 2));
    const rank = kernels.dpstrf(n, put(upper.values), n, tolerance, l, pivots, work);
    return { rank, l: wrap(n, rank, get(l, n * rank)), pivots: [...getInts(pivots, n)] };
  });
}

/** X'X of rank `rank`, its columns in units of `unit(j)`. */
function semidefinite(n: number, rank: number, seed: number, unit: (j: number) => number): Dense {
  const x = multiply(random(rank, rank, seed), random(rank, n, seed + 1));
  const scaled = dense(rank, n, (i, j) => at(x, i, j) * unit(j));
  return multiply(transpose(scaled), scaled);
}

const shape = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.nat(), fc.nat({ max: 1000 }))
  .map(([n, rank, seed]) => ({ n, rank: 1 + (rank % n), seed }));

describe('dpstrf', () => {
  test("factors a semidefinite matrix as L L' of its rank", () => {
    fc.assert(
      fc.property(shape, ({ n, rank, seed }) => {
        const a = semidefinite(n, rank, seed, () => 1);
        const { rank: found, l, pivots } = factor(a);
        expect(found).toBe(rank);
        expect(distance(multiply(l, transpose(l)), a)).toBeLessThanOrEqual(
          64 * n * epsilon * worst(a.values),
        );
        expect([...pivots].sort((i, j) => i - j)).toEqual(pivots.map((_, i) => i));
      }),
    );
  });

  test('finds the same rank and pivots whatever the units of the columns', () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: -9, max: 9 }), ({ n, rank, seed }, power) => {
        const unit = (j: number) => 2 ** (power * (j % 7));
        const plain = factor(semidefinite(n, rank, seed, () => 1));
        const scaled = factor(semidefinite(n, rank, seed, unit));
        expect(scaled.rank).toBe(plain.rank);
        expect(scaled.pivots.slice(0, rank)).toEqual(plain.pivots.slice(0, rank));
      }),
    );
  });

  test('counts a definite matrix as of full rank although its diagonal spans 24 powers of ten', () => {
    const unit = (j: number) => 10 ** (2 * (j % 13) - 12);
    expect(factor(semidefinite(26, 26, 3, unit)).rank).toBe(26);
  });

  test('does not count columns of zeros', () => {
    const a = semidefinite(6, 6, 4, (j) => (j % 2 === 0 ? 1 : 0));
    const { rank, l } = factor(a);
    expect(rank).toBe(3);
    for (const row of [1, 3, 5]) {
      for (let j = 0; j < rank; j++) expect(Math.abs(at(l, row, j))).toBe(0);
    }
    expect(factor(dense(4, 4, () => 0)).rank).toBe(0);
  });

  test('stops at a pivot that is NaN or negative', () => {
    expect(factor(dense(3, 3, () => NaN)).rank).toBe(0);
    expect(factor(dense(3, 3, (i, j) => (i === j ? -1 : 0))).rank).toBe(0);
  });
});
