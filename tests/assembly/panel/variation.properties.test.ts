import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, doubles } from '../linear-design.js';
import { inner, meanOf, norm, putWeights, sampleOf } from './effects.js';

const cases = fc.record({
  seed: fc.integer(),
  nrows: fc.integer({ min: 2, max: 40 }),
  weighted: fc.boolean(),
});

function drawn({ seed, nrows, weighted }: { seed: number; nrows: number; weighted: boolean }) {
  const sample = sampleOf(nrows, [], 2, { seed, weighted });
  const [x, y] = sample.columns as [number[], number[]];
  return { nrows, weights: sample.weights, at: putWeights(sample), x, y };
}

test('mean, squares and variance are the weighted sums that define them', () => {
  fc.assert(
    fc.property(cases, (drawing) => {
      const start = core.mark();
      const { nrows, weights, at, x } = drawn(drawing);
      const mean = meanOf(x, weights);
      const deviations = x.map((value) => value - mean);
      const squares = inner(deviations, deviations, weights);
      const column = doubles(x);
      const around = inner(x, x, weights);
      // A sum of n terms is off by n roundings of the sum of their sizes.
      const rounding = 4 * nrows * Number.EPSILON;
      expect(Math.abs(core.meanOf(nrows, column, at) - mean)).toBeLessThan(rounding * 16);
      expect(Math.abs(core.squaresAbout(nrows, column, at, mean) - squares)).toBeLessThan(
        rounding * (squares + 1),
      );
      expect(Math.abs(core.squaresAbout(nrows, column, at, 0) - around)).toBeLessThan(
        rounding * around,
      );
      const total = weights ? weights.reduce((sum, weight) => sum + weight, 0) : nrows;
      expect(Math.abs(core.variance(nrows, column, at) - squares / total)).toBeLessThan(
        rounding * (squares / total + 1),
      );
      core.release(start);
    }),
  );
});

test('the correlation is the cosine of the deviations from the means', () => {
  fc.assert(
    fc.property(cases, (drawing) => {
      const start = core.mark();
      const { nrows, weights, at, x, y } = drawn(drawing);
      const [a, b] = [x, y].map((column) => {
        const mean = meanOf(column, weights);
        return column.map((value) => value - mean);
      }) as [number[], number[]];
      const cosine = inner(a, b, weights) / (norm(a, weights) * norm(b, weights));
      const found = core.correlation(nrows, doubles(x), doubles(y), at);
      // Rounding of a mean of size 10 is large next to deviations that happen to be small.
      const spread = Math.min(norm(a, weights), norm(b, weights));
      expect(Math.abs(found - cosine)).toBeLessThan((1e-13 * nrows) / spread);
      core.release(start);
    }),
  );
});

test('a column that does not vary has no correlation', () => {
  const [x, y] = [doubles([2, 2, 2]), doubles([1, 2, 4])];
  expect(core.correlation(3, x, y, 0)).toBeNaN();
  expect(core.correlation(3, y, x, 0)).toBeNaN();
});
