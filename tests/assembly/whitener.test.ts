import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dense, multiply, random, transpose, type Dense } from './dense.js';
import { putTriangle } from './lapack/panels.js';
import { loadKernels } from './load.js';

const bench = loadKernels();

/** Rank of S = X'X for the columns of X in an order; negative where its Moore-Penrose inverse is taken. */
function rank(x: Dense, order: readonly number[], most = order.length): number {
  const columns = dense(x.rows, order.length, (i, j) => x.values[i + order[j]! * x.rows]!);
  return bench.scope(() => {
    const s = putTriangle(bench, multiply(transpose(columns), columns));
    return bench.kernels.whitenerRank(order.length, most, s);
  });
}

const orders = [
  [0, 1, 2, 3],
  [3, 2, 1, 0],
  [1, 0, 2, 3],
  [2, 3, 0, 1],
  [3, 1, 0, 2],
];

/** Columns a, a + gap b, b and c: the third depends on the first two, which are all but equal. */
function nearlyEqual(seed: number, gap: number): Dense {
  const x = random(12, 3, seed);
  const at = (i: number, j: number) => x.values[i + j * 12]!;
  return dense(12, 4, (i, j) => (j === 1 ? at(i, 0) + gap * at(i, 1) : at(i, j === 0 ? 0 : j - 1)));
}

test('a dependent column is found in every order, also after two that are all but equal', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(1e-2, 1e-4, 1e-5, 1e-6), (seed, gap) => {
      for (const order of orders) expect(rank(nearlyEqual(seed, gap), order)).toBe(-3);
    }),
  );
});

test('two columns that are all but equal leave full rank, by the Cholesky factor', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(1e-2, 1e-4, 1e-5), (seed, gap) => {
      expect(rank(nearlyEqual(seed, gap), [0, 1, 3])).toBe(3);
      expect(rank(nearlyEqual(seed, gap), [3, 1, 0])).toBe(3);
    }),
  );
});

test('a rank that is bounded beforehand is not passed', () => {
  expect(rank(random(9, 4, 1), [0, 1, 2, 3], 3)).toBe(-3);
});
