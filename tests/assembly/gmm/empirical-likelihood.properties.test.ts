import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dense, multiply, random, solve, transpose, type Dense } from '../dense.js';
import { padded } from '../lapack/panels.js';
import { loadKernels } from '../load.js';

const bench = loadKernels();
const { kernels, put, get } = bench;

const Ok = 0;
const NotConverged = 40;

/** Probabilities of the rows of g. */
function probabilities(g: Dense): { status: number; p: Float64Array } {
  const stride = padded(g.columns);
  return bench.scope(() => {
    const rows = dense(stride, g.rows, (j, i) => (j < g.columns ? g.values[i + j * g.rows]! : 0));
    const out = kernels.alloc(8 * g.rows);
    const status = kernels.empiricalLikelihood(g.rows, g.columns, put(rows.values), out);
    return { status, p: get(out, g.rows) };
  });
}

/** Zero is outside the convex hull of so many rows with a probability below 1e-6 (Wendel 1962); of 20 rows, of 0.002. */
const cases = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 36, max: 60 }), fc.integer())
  .map(([n, count, seed]) => random(count, n, seed));

test('probabilities sum to one and make the moments zero', () => {
  fc.assert(
    fc.property(cases, (g) => {
      const { status, p } = probabilities(g);
      expect(status).toBe(Ok);
      expect(Math.min(...p)).toBeGreaterThan(0);
      // The search ends where the moments are zero to 1e-9 of their standard errors; what is left of them is left of 1.
      expect(Math.abs(p.reduce((sum, value) => sum + value, 0) - 1)).toBeLessThan(1e-9);
      for (let j = 0; j < g.columns; j++) {
        const sum = p.reduce((total, value, i) => total + value * g.values[i + j * g.rows]!, 0);
        expect(Math.abs(sum)).toBeLessThan(1e-9);
      }
    }),
  );
});

test('they maximise the likelihood: 1 / (N p) - 1 is linear in the moments', () => {
  fc.assert(
    fc.property(cases, (g) => {
      const { p } = probabilities(g);
      const n = g.rows;
      const linear = dense(n, 1, (i) => 1 / (n * p[i]!) - 1);
      const multipliers = solve(multiply(transpose(g), g), multiply(transpose(g), linear));
      const fitted = multiply(g, multipliers);
      linear.values.forEach((value, i) => {
        expect(Math.abs(value - fitted.values[i]!)).toBeLessThan(1e-9 * (1 + Math.abs(value)));
      });
    }),
  );
});

test('moments that are zero already leave equal probabilities', () => {
  const half = random(10, 3, 1);
  const g = dense(20, 3, (i, j) => (i < 10 ? 1 : -1) * half.values[(i % 10) + j * 10]!);
  const { status, p } = probabilities(g);
  expect(status).toBe(Ok);
  for (const value of p) expect(value).toBeCloseTo(1 / 20, 15);
});

test('there are none where zero is outside the convex hull of the moments', () => {
  const g = dense(20, 2, (i, j) => (j === 0 ? 0.5 + i / 20 : (-1) ** i));
  expect(probabilities(g).status).toBe(NotConverged);
});
