/** Factorisations against their definitions, on random matrices of many shapes and on hard ones. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import * as linalg from '../../../../bindings/core/linalg/index.js';
import { uniform } from '../../../assembly/dense.js';

type Matrix = linalg.Matrix;

beforeAll(() => linalg.ready());

function random(rows: number, cols: number, seed: number): Matrix {
  const next = uniform(seed);
  return linalg.matrix(rows, cols, Float64Array.from({ length: rows * cols }, next));
}

/** Largest absolute difference over the largest element of the second. */
function distance(a: Matrix, b: Matrix): number {
  const size = b.data.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-300);
  return a.data.reduce((most, value, i) => Math.max(most, Math.abs(value - b.data[i]!)), 0) / size;
}

function hilbert(n: number): Matrix {
  return linalg.fromRows(
    Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => 1 / (i + j + 1))),
  );
}

/** Columns (1, e, 0, ..), (1, 0, e, ..): their cross-product is singular in doubles (Laeuchli 1961). */
function laeuchli(k: number, e: number): Matrix {
  const rows = [Array<number>(k).fill(1)];
  for (let j = 0; j < k; j++) rows.push(Array.from({ length: k }, (_, i) => (i === j ? e : 0)));
  return linalg.fromRows(rows);
}

const order = fc.constantFrom(1, 2, 3, 5, 8, 17, 40, 70);
const seed = fc.integer({ min: 1, max: 1e6 });
const close = 1e-12;

describe('symmetric matrices', () => {
  test('have factors and inverses that multiply back', () => {
    fc.assert(
      fc.property(order, seed, (n, s) => {
        const a = linalg.crossprod(random(2 * n, n, s));
        const l = linalg.cholesky(a);
        expect(distance(linalg.gemm(l, l, { transposeB: true }), a)).toBeLessThan(close);
        expect(toLower(l)).toBe(true);
        const product = linalg.gemm(linalg.inverse(a), a);
        expect(distance(product, linalg.identity(n))).toBeLessThan(1e-9);
      }),
      { numRuns: 25 },
    );
  });

  test('have orthonormal eigenvectors in ascending order', () => {
    fc.assert(
      fc.property(order, seed, (n, s) => {
        const b = random(n, n, s);
        const a = linalg.gemm(b, linalg.identity(n));
        linalg.gemmInto(a, linalg.identity(n), b, { transposeB: true, beta: 1 });
        const { values, vectors } = linalg.eigSymmetric(a);
        const scaled = linalg.matrix(
          n,
          n,
          vectors.data.map((value, i) => value * values[Math.floor(i / n)]!),
        );
        expect(distance(linalg.gemm(a, vectors), scaled)).toBeLessThan(close);
        expect(distance(linalg.crossprod(vectors), linalg.identity(n))).toBeLessThan(close);
        expect([...values].sort((x, y) => x - y)).toEqual([...values]);
      }),
      { numRuns: 25 },
    );
  });
});

function toLower({ data, rows }: Matrix): boolean {
  return data.every((value, i) => i % rows >= Math.floor(i / rows) || value === 0);
}

describe('QR', () => {
  test('multiplies back with orthonormal columns, for tall and wide matrices, pivoted or not', () => {
    fc.assert(
      fc.property(order, order, seed, fc.boolean(), (m, n, s, pivoted) => {
        const a = random(m, n, s);
        const { q, r, pivots } = linalg.qr(a, { pivoted });
        const chosen = linalg.matrix(m, n);
        pivots.forEach((from, to) =>
          chosen.data.set(a.data.subarray(from * m, (from + 1) * m), to * m),
        );
        expect(distance(linalg.gemm(q, r), chosen)).toBeLessThan(close);
        expect(distance(linalg.crossprod(q), linalg.identity(q.cols))).toBeLessThan(close);
      }),
      { numRuns: 25 },
    );
  });
});

describe('systems', () => {
  test('have solutions that multiply back, square and triangular', () => {
    fc.assert(
      fc.property(order, seed, (n, s) => {
        const a = random(n, n, s);
        const x = random(n, 3, s + 1);
        const b = linalg.gemm(a, x);
        const residual = linalg.gemm(a, linalg.solve(a, b));
        expect(distance(residual, b)).toBeLessThan(close);
        const t = linalg.cholesky(linalg.crossprod(random(2 * n, n, s)));
        for (const transpose of [false, true]) {
          const right = linalg.gemm(t, x, { transposeA: transpose });
          const found = linalg.solveTriangular(t, right, { transpose });
          const again = linalg.gemm(t, found, { transposeA: transpose });
          expect(distance(again, right)).toBeLessThan(close);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('are solved whatever the units of rows and columns', () => {
    const a = linalg.fromRows([
      [1e-200, 2e100],
      [3e-150, -4e150],
    ]);
    const x = linalg.solve(a, Float64Array.of(1e-200 + 2e100, 3e-150 - 4e150));
    expect(x[1]).toBeCloseTo(1, 12);
  });
});

describe('least squares', () => {
  test('leaves residuals orthogonal to the columns', () => {
    fc.assert(
      fc.property(order, seed, (n, s) => {
        const a = random(3 * n + 1, n, s);
        const y = random(3 * n + 1, 1, s + 1).data;
        const { residuals, rank, rss } = linalg.lstsq(a, y);
        const across = linalg.crossprod(a, linalg.matrix(y.length, 1, residuals));
        expect(rank).toBe(n);
        expect(Math.max(...across.data.map(Math.abs))).toBeLessThan(close);
        expect(rss[0]).toBeCloseTo(
          residuals.reduce((sum, e) => sum + e * e, 0),
          12,
        );
      }),
      { numRuns: 25 },
    );
  });

  test('solves what a cross-product cannot: the matrix of Laeuchli', () => {
    const a = laeuchli(3, 1e-9);
    const { params, rank } = linalg.lstsq(a, Float64Array.of(3, 1e-9, 1e-9, 1e-9));
    expect(rank).toBe(3);
    expect([...params].every((value) => Math.abs(value - 1) < 1e-6)).toBe(true);
    expect(() => linalg.inverse(linalg.crossprod(a))).toThrow('not positive');
  });

  test('names a dependent column, or leaves it out', () => {
    const a = linalg.matrix(5, 3, [1, 2, 3, 4, 5, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6]);
    const y = Float64Array.of(1, 3, 2, 5, 4);
    expect(() => linalg.lstsq(a, y)).toThrowError(
      expect.objectContaining({
        code: 'rank-deficient',
        detail: expect.objectContaining({ rank: 2 }),
      }),
    );
    const { params, rank, dependent } = linalg.lstsq(a, y, { dependent: 'omit' });
    expect([rank, dependent.length, params[dependent[0]!]]).toEqual([2, 1, 0]);
  });
});

describe('singular values', () => {
  test('are the roots of the eigenvalues of the cross-product, and pinv obeys the laws of Penrose', () => {
    fc.assert(
      fc.property(order, order, seed, (m, n, s) => {
        const a = random(m, n, s);
        const values = linalg.svdvals(a);
        const sum = values.reduce((total, value) => total + value * value, 0);
        expect(sum).toBeCloseTo(
          a.data.reduce((total, value) => total + value * value, 0),
          9,
        );
        const b = linalg.pinv(a);
        const ab = linalg.gemm(a, b);
        expect(distance(linalg.gemm(ab, a), a)).toBeLessThan(1e-10);
        expect(distance(linalg.gemm(b, ab), b)).toBeLessThan(1e-10);
      }),
      { numRuns: 25 },
    );
  });

  test('of the Hilbert matrix of order 8 agree with the extended-precision condition number', () => {
    const values = linalg.svdvals(hilbert(8));
    expect(values[0]! / values[7]! / 1.525757556e10 - 1).toBeLessThan(1e-5); // Todd (1954)
    expect(() => linalg.solve(hilbert(14), new Float64Array(14).fill(1))).toThrowError(
      expect.objectContaining({ code: 'rank-deficient' }),
    );
  });
});

describe('batches', () => {
  test('have the bits of one matrix at a time', () => {
    const count = 7;
    const list = Array.from({ length: count }, (_, i) => linalg.crossprod(random(9, 4, i + 1)));
    const data = Float64Array.from(list.flatMap((one) => [...one.data]));
    const batch = { data, rows: 4, cols: 4, count };
    const parts = (one: Matrix) => [...one.data];
    expect([...linalg.choleskyBatch(batch).data]).toEqual(
      list.flatMap((a) => parts(linalg.cholesky(a))),
    );
    expect([...linalg.inverseBatch(batch).data]).toEqual(
      list.flatMap((a) => parts(linalg.inverse(a))),
    );
    expect([...linalg.crossprodBatch(batch).data]).toEqual(
      list.flatMap((a) => parts(linalg.crossprod(a))),
    );
    const b = random(4, count, 5).data;
    const right = { data: b, rows: 4, cols: 1, count };
    const sides = list.map((a, i) => [a, b.slice(4 * i, 4 * i + 4)] as const);
    expect([...linalg.solveBatch(batch, right).data]).toEqual(
      sides.flatMap(([a, one]) => [...linalg.solve(a, one)]),
    );
    expect([...linalg.lstsqBatch(batch, right).data]).toEqual(
      sides.flatMap(([a, one]) => [...linalg.lstsq(a, one).params]),
    );
    expect([...linalg.eigSymmetricBatch(batch).values]).toEqual(
      list.flatMap((a) => [...linalg.eigSymmetric(a).values]),
    );
  });

  test('name a matrix that has no factor, or fill it with NaN', () => {
    const batch = { data: Float64Array.of(4, -1, 9), rows: 1, cols: 1, count: 3 };
    expect(() => linalg.choleskyBatch(batch)).toThrow('of matrix 1');
    expect([...linalg.choleskyBatch(batch, { failed: 'nan' }).data]).toEqual([2, NaN, 3]);
  });
});
