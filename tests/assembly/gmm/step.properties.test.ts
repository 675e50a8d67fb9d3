import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dense,
  inverse,
  multiply,
  random,
  relativeDistance,
  transpose,
  wrap,
  type Dense,
} from '../dense.js';
import { padded, putTriangle } from '../lapack/panels.js';
import { loadKernels } from '../load.js';
import { moments, problemOf, pseudoinverse, solveWith, type Problem } from './problem.js';

const bench = loadKernels();
const { kernels, put, get } = bench;

const Ok = 0;
const RankDeficient = 20;

/** What the kernel makes of a problem. */
function step(problem: Problem) {
  const [n, k] = [problem.a.rows, problem.a.columns];
  return bench.scope(() => {
    const size = 3 + k + k * k + n * k + padded(n);
    const out = put(new Float64Array(size));
    const s = putTriangle(bench, problem.covariance);
    const status = kernels.gmmStep(k, n, s, put(moments(problem).values), out);
    const values = get(out, size);
    const part = (from: number, rows: number, columns: number) =>
      wrap(rows, columns, values.slice(from, from + rows * columns));
    return {
      status,
      objective: values[0]!,
      leastPivot: values[1]!,
      detail: values[2]!,
      params: part(3, k, 1),
      bread: part(3 + k, k, k),
      map: transpose(part(3 + k + k * k, n, k)),
      weighted: part(3 + k + k * k + n * k, n, 1),
    };
  });
}

const sizes = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 }), fc.integer())
  .map(([k, more, seed]) => ({ k, n: k + more, seed }));

/** Largest of all relative differences to the textbook solution. */
function apart(found: ReturnType<typeof step>, expected: ReturnType<typeof solveWith>): number {
  return Math.max(
    relativeDistance(found.params, expected.params),
    relativeDistance(found.bread, expected.bread),
    relativeDistance(found.map, expected.map),
    relativeDistance(found.weighted, expected.weighted),
    Math.abs(found.objective / expected.objective - 1),
  );
}

describe('a GMM step', () => {
  test('minimises the weighted moments, with the bread and the map of the normal equations', () => {
    fc.assert(
      fc.property(sizes, ({ k, n, seed }) => {
        const problem = problemOf(n, k, seed);
        const expected = solveWith(inverse(problem.covariance), problem);
        const found = step(problem);
        expect(found.status).toBe(Ok);
        // The normal equations of the comparison lose the square of the condition.
        fc.pre(found.leastPivot > 1e-2 && expected.objective > 1e-3);
        expect(apart(found, expected)).toBeLessThan(1e-9);
      }),
    );
  });

  test('leaves moments that are orthogonal to the columns of A', () => {
    fc.assert(
      fc.property(sizes, ({ k, n, seed }) => {
        const problem = problemOf(n, k, seed);
        const found = step(problem);
        const slopes = multiply(transpose(problem.a), found.weighted);
        const zeros = dense(k, 1, () => 0);
        const sizesOf = multiply(
          transpose(dense(n, k, (i, j) => Math.abs(problem.a.values[i + j * n]!))),
          dense(n, 1, (i) => Math.abs(found.weighted.values[i]!)),
        );
        slopes.values.forEach((value, j) => {
          // A small pivot makes the parameters large, and what cancels in the moments with them.
          const rounding = (1e-13 / found.leastPivot) * (1 + sizesOf.values[j]!);
          expect(Math.abs(value - zeros.values[j]!)).toBeLessThan(1e3 * rounding);
        });
      }),
    );
  });

  test('takes the Moore-Penrose inverse of a singular matrix', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [n, rank, k] = [8, 5, 2];
        const root = random(n, rank, seed);
        const problem = {
          ...problemOf(n, k, seed + 5),
          covariance: multiply(root, transpose(root)),
        };
        const w = pseudoinverse(root);
        const found = step(problem);
        const expected = solveWith(w, problem);
        fc.pre(Math.max(...w.values) < 1e3 && found.leastPivot > 1e-2);
        expect(found.status).toBe(Ok);
        expect(apart(found, expected)).toBeLessThan(1e-8);
      }),
      { numRuns: 50 },
    );
  });

  test('names the parameter that the moments do not identify, whatever its units', () => {
    for (const units of [1e-8, 1, 1e8]) {
      const problem = problemOf(6, 3, 1);
      const { a } = problem;
      const value = (i: number, j: number) => a.values[i + j * 6]!;
      // The last column depends on the others, and so does each on the other two; it is the shortest.
      const dependent = dense(6, 3, (i, j) =>
        j < 2 ? value(i, j) : units * (value(i, 0) - value(i, 1)),
      );
      const { status, detail, leastPivot } = step({ ...problem, a: dependent });
      expect(status).toBe(RankDeficient);
      expect([0, 1, 2]).toContain(detail);
      expect(leastPivot).toBeLessThan(1e-11);
    }
  });

  test('with a column of zeros is not identified by it', () => {
    const problem = problemOf(6, 3, 2);
    const a = dense(6, 3, (i, j) => (j === 1 ? 0 : problem.a.values[i + j * 6]!));
    const { status, detail } = step({ ...problem, a });
    expect([status, detail]).toEqual([RankDeficient, 1]);
  });

  test('with as many conditions as parameters solves them, whatever the weight', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 6 }), (seed, n) => {
        const problem = problemOf(n, n, seed);
        const found = step(problem);
        fc.pre(found.leastPivot > 1e-2);
        const rest: Dense = multiply(problem.a, found.params);
        expect(relativeDistance(rest, problem.s)).toBeLessThan(1e-11);
        expect(found.objective).toBeLessThan(1e-20);
      }),
    );
  });
});
