import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dense, multiply, random, transpose, type Dense } from '../dense.js';
import { putTriangle } from '../lapack/panels.js';
import { loadKernels } from '../load.js';

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

/** S = X'X and its W. */
function inverse(x: Dense): { s: Dense; w: Dense } {
  const n = x.columns;
  const s = multiply(transpose(x), x);
  return bench.scope(() => {
    const out = bench.kernels.alloc(8 * (n * n + 1));
    bench.kernels.whitenerInverse(n, putTriangle(bench, s), out);
    const w = bench.get(out, n * n + 1);
    expect(w[n * n]! / largest(w.subarray(0, n * n))).toBeLessThan(1e-12);
    return { s, w: dense(n, n, (i, j) => w[i + j * n]!) };
  });
}

const largest = (values: Float64Array) =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Largest distance of two matrices, in units of the largest element of the second. */
function distance(a: Dense, b: Dense): number {
  return largest(a.values.map((value, i) => value - b.values[i]!)) / largest(b.values);
}

/** The conditions of Penrose (1955) that products of symmetric matrices leave. */
function expectMoorePenrose({ s, w }: { s: Dense; w: Dense }, tolerance: number): void {
  expect(distance(multiply(multiply(s, w), s), s)).toBeLessThan(tolerance);
  expect(distance(multiply(multiply(w, s), w), w)).toBeLessThan(tolerance);
  const range = multiply(s, w);
  expect(distance(transpose(range), range)).toBeLessThan(tolerance);
}

test('a singular matrix has its Moore-Penrose inverse', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), (seed, rows) => {
      const found = inverse(random(rows, rows + 5, seed));
      fc.pre(distance(found.w, found.s) < 1e4);
      expectMoorePenrose(found, 1e-9);
    }),
    { numRuns: 50 },
  );
});

test('and keeps its digits where the columns of its factor are all but dependent', () => {
  const [n, cosine] = [30, 0.36];
  const sine = Math.sqrt(1 - cosine * cosine);
  // Kahan's triangle, with a diagonal that settles the order of the pivots, and its first column once more: the pivots are
  // moderate, and a combination of the rows all but vanishes.
  const kahan = dense(n, n + 1, (i, j) => {
    const column = j === n ? 0 : j;
    return sine ** i * (i === column ? 1 + 1e-3 * (n - i) : i < column ? -cosine : 0);
  });
  const found = inverse(kahan);
  expectMoorePenrose(found, 1e-6);
});
