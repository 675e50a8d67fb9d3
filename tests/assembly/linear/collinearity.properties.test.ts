import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dense, random, type Dense } from '../dense.js';
import { type Fit, fitOf } from './fit.js';

const Ok = 0;
const RankDeficient = 20;

const n = 40;
const value = (a: Dense, i: number, j: number) => a.values[i + j * n]!;

/** Five columns of which that at `place` is a combination of some of those before it. */
function dependent(seed: number, place: number, shares: readonly number[]): Dense {
  const x = random(n, 5, seed);
  return dense(n, 5, (i, j) =>
    j === place
      ? shares.reduce((sum, share, before) => sum + share * value(x, i, before), 0)
      : value(x, i, j),
  );
}

/** Columns that take part in the first dependence. */
function partsOf({ dependence, numbers }: Fit): number[] {
  const { rows: k, values } = dependence;
  const first = numbers['detail']!;
  return Array.from({ length: k }, (_, i) => i).filter((i) => values[first * k + i] !== 0);
}

describe('a dependent regressor', () => {
  test('is the first that depends on those before it, with all that take part', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.constantFrom(0, 1, -2, 0.5), { minLength: 4, maxLength: 4 }),
        (seed, place, all) => {
          const shares = all.slice(0, place);
          fc.pre(shares.some((share) => share !== 0));
          const fit = fitOf({ x: dependent(seed, place, shares), y: random(n, 1, seed + 1) });
          expect(fit.status).toBe(RankDeficient);
          expect(fit.numbers['detail']).toBe(place);
          const parts = shares.flatMap((share, j) => (share !== 0 ? [j] : []));
          expect(partsOf(fit)).toEqual([...parts, place]);
        },
      ),
    );
  });

  test('is found whatever the units of the columns', () => {
    for (const units of [1e-200, 1e-8, 1, 1e8, 1e200]) {
      const x = dependent(3, 2, [1, -2]);
      const scaled = dense(n, 5, (i, j) => value(x, i, j) * (j === 1 ? units : 1));
      const fit = fitOf({ x: scaled, y: random(n, 1, 4) });
      expect([fit.status, fit.numbers['detail']]).toEqual([RankDeficient, 2]);
      expect(partsOf(fit)).toEqual([0, 1, 2]);
    }
  });

  test('is a column of zeros by itself', () => {
    const x = random(n, 3, 5);
    const fit = fitOf({
      x: dense(n, 3, (i, j) => (j === 1 ? 0 : value(x, i, j))),
      y: random(n, 1, 6),
    });
    expect([fit.status, fit.numbers['detail']]).toEqual([RankDeficient, 1]);
    expect(partsOf(fit)).toEqual([1]);
  });

  test('is kept while more of it is left than rounding leaves', () => {
    for (const gap of [1e-3, 1e-6, 1e-9, 1e-11]) {
      const x = random(n, 3, 7);
      const near = dense(
        n,
        3,
        (i, j) => value(x, i, j === 2 ? 0 : j) + (j === 2 ? gap * value(x, i, 2) : 0),
      );
      const fit = fitOf({ x: near, y: random(n, 1, 8) });
      expect(fit.status).toBe(Ok);
      expect(fit.numbers['condition']! * gap).toBeGreaterThan(0.5);
      expect(fit.numbers['condition']! * gap).toBeLessThan(100);
    }
  });
});
