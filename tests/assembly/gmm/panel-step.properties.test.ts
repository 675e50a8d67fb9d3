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
import { padded, putPanels, putTriangle, readPanels } from '../lapack/panels.js';
import { loadKernels } from '../load.js';
import { moments, problemOf, pseudoinverse, solveWith, type Problem } from './problem.js';

const bench = loadKernels();
const { kernels, get } = bench;

/** Set in a status when the Moore-Penrose inverse was used. */
const SINGULAR = 256;

/** What the kernel of replicates makes of a problem. */
function step(problem: Problem) {
  const [n, k] = [problem.a.rows, problem.a.columns];
  const stride = padded(k);
  const raw = moments(problem);
  return bench.scope(() => {
    const out = kernels.allocZeroed(8 * (k + 2 + k * stride + padded(n) * padded(k + 1)));
    const s = putTriangle(bench, problem.covariance);
    const status = kernels.panelStep(k, n, s, putPanels(bench, raw), out);
    const values = get(out, k + 2 + k * stride);
    const bread = values.slice(k + 2);
    return {
      status,
      params: wrap(k, 1, values.slice(0, k)),
      objective: values[k]!,
      careful: values[k + 1] === 1,
      bread: dense(k, k, (i, j) => bread[i * stride + j]!),
      /** W [A s]. */
      weighted: readPanels(bench, out + 8 * (k + 2 + k * stride), raw),
    };
  });
}

/** Largest of all relative differences to the textbook solution. */
function apart(found: ReturnType<typeof step>, problem: Problem, w: Dense): number {
  const expected = solveWith(w, problem);
  return Math.max(
    relativeDistance(found.params, expected.params),
    relativeDistance(found.bread, expected.bread),
    relativeDistance(found.weighted, multiply(w, moments(problem))),
    Math.abs(found.objective / expected.objective - 1),
  );
}

/** Share of its length that the last column of A, whitened or not, keeps beside the others: 1 for orthogonal ones. */
function wellConditioned({ a, covariance }: Problem, w = inverse(covariance)): boolean {
  const square = multiply(multiply(transpose(a), w), a);
  const back = inverse(square);
  return square.values.every((_, place) => {
    const j = place % (a.columns + 1) === 0 ? place / (a.columns + 1) : -1;
    return j < 0 || square.values[place]! * back.values[place]! < 1e3;
  });
}

const sizes = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9 }), fc.integer())
  .map(([k, more, seed]) => ({ k, n: k + more, seed }));

describe('a GMM step from panels', () => {
  test('is the step of the normal equations, and needs no careful path where they are conditioned well', () => {
    fc.assert(
      fc.property(sizes, ({ k, n, seed }) => {
        const problem = problemOf(n, k, seed);
        fc.pre(wellConditioned(problem));
        const found = step(problem);
        expect(found.status).toBe(0);
        expect(found.careful).toBe(false);
        fc.pre(found.objective > 1e-3);
        expect(apart(found, problem, inverse(problem.covariance))).toBeLessThan(1e-9);
      }),
    );
  });

  test('takes the careful path where columns are all but dependent, to the same numbers', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const problem = problemOf(9, 3, seed);
        fc.pre(wellConditioned(problem));
        const value = (i: number, j: number) => problem.a.values[i + j * 9]!;
        const gap = 1e-6;
        // b of the close columns follows from b of independent ones: x2 = x0 + gap x1.
        const close = dense(9, 3, (i, j) =>
          j < 2 ? value(i, j) : value(i, 0) + gap * value(i, 2),
        );
        const found = step({ ...problem, a: close });
        const { params, objective } = solveWith(inverse(problem.covariance), problem);
        fc.pre(objective > 1e-3); // the relative difference of a smaller one is rounding
        const [b0, b1, b2] = params.values as unknown as [number, number, number];
        const expected = wrap(3, 1, Float64Array.of(b0 - b2 / gap, b1, b2 / gap));
        expect(found.status).toBe(0);
        expect(found.careful).toBe(true);
        // The rounding of the columns themselves is raised by 1 / gap.
        expect(relativeDistance(found.params, expected)).toBeLessThan(1e-7);
        expect(Math.abs(found.objective / objective - 1)).toBeLessThan(1e-7);
      }),
      { numRuns: 50, seed: 20261127 },
    );
  });

  test('takes the Moore-Penrose inverse of a singular matrix, and says so', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [n, rank, k] = [9, 6, 3];
        const root = random(n, rank, seed);
        const problem = {
          ...problemOf(n, k, seed + 5),
          covariance: multiply(root, transpose(root)),
        };
        const w = pseudoinverse(root);
        fc.pre(Math.max(...w.values) < 100 && wellConditioned(problem, w));
        const found = step(problem);
        expect(found.status).toBe(SINGULAR);
        expect(found.careful).toBe(true);
        expect(apart(found, problem, w)).toBeLessThan(1e-8);
      }),
      { numRuns: 50 },
    );
  });
});
