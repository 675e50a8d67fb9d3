/** Singular values, eigenvalues of general matrices and determinants against their definitions. */
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

const largest = ({ data }: Matrix) => data.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** Largest absolute difference over the largest element of the second, or as it is if that is 0. */
function distance(a: Matrix, b: Matrix): number {
  const difference = linalg.matrix(
    a.rows,
    a.cols,
    a.data.map((x, i) => x - b.data[i]!),
  );
  return largest(difference) / (largest(b) || 1);
}

function scaledColumns({ data, rows, cols }: Matrix, by: ArrayLike<number>): Matrix {
  return { data: data.map((x, i) => x * by[Math.floor(i / rows)]!), rows, cols };
}

const order = fc.constantFrom(1, 2, 3, 4, 5, 8, 17, 40, 70);
const seed = fc.integer({ min: 1, max: 1e6 });
const close = 1e-12;

describe('the singular value decomposition', () => {
  const checkSvd = (a: Matrix) => {
    const { values, u, v } = linalg.svd(a);
    expect(
      distance(linalg.gemm(scaledColumns(u, values), v, { transposeB: true }), a),
    ).toBeLessThan(close);
    const k = Math.min(a.rows, a.cols);
    for (const one of [u, v]) {
      expect(distance(linalg.crossprod(one), linalg.identity(k))).toBeLessThan(close);
    }
    expect([...values].every((x, i) => x >= 0 && (i === 0 || x <= values[i - 1]!))).toBe(true);
    const jacobi = linalg.svdvals(a);
    values.forEach((x, i) =>
      expect(Math.abs(x - jacobi[i]!)).toBeLessThan(close * jacobi[0]! || 1),
    );
  };

  test('multiplies back with orthonormal vectors, for tall, square and wide matrices', () => {
    fc.assert(
      fc.property(order, order, seed, (m, n, s) => checkSvd(random(m, n, s))),
      { numRuns: 40 },
    );
  });

  test('of matrices of lower rank, of zeros, of graded and of bidiagonal ones', () => {
    checkSvd(linalg.gemm(random(30, 3, 1), random(3, 20, 2)));
    checkSvd(linalg.matrix(4, 3));
    const graded = random(20, 20, 3);
    checkSvd(
      scaledColumns(
        graded,
        Float64Array.from({ length: 20 }, (_, i) => 10 ** (i - 10)),
      ),
    );
    checkSvd(
      scaledColumns(
        graded,
        Float64Array.from({ length: 20 }, (_, i) => 10 ** (10 - i)),
      ),
    );
    const chain = linalg.identity(12);
    for (let i = 0; i < 11; i++) chain.data[i + (i + 1) * 12] = 1e-9;
    checkSvd(chain);
    checkSvd(linalg.fromRows([[0, 1, 0], [0, 0, 1], [0, 0, 0]].map((row) => Float64Array.from(row)))); // prettier-ignore
  });

  test('of numbers near the limits of doubles', () => {
    for (const size of [1e300, 1e-300]) {
      const { values } = linalg.svd(linalg.fromRows([Float64Array.of(size, size), Float64Array.of(size, -size)])); // prettier-ignore
      values.forEach((x) => expect(x / size).toBeCloseTo(Math.SQRT2, 12));
    }
  });

  test('signs its right vectors by their largest element', () => {
    for (const a of [random(9, 4, 5), random(4, 9, 5)]) {
      const { v } = linalg.svd(a);
      for (let k = 0; k < v.cols; k++) {
        const column = v.data.subarray(k * v.rows, (k + 1) * v.rows);
        expect(column.reduce((most, x) => (Math.abs(x) > Math.abs(most) ? x : most), 0)).toBeGreaterThan(0); // prettier-ignore
      }
    }
  });
});

describe('eigenvalues of general matrices', () => {
  const checkEig = (a: Matrix, tolerance = 1e-11) => {
    const { values, vectors } = linalg.eig(a);
    const { re, im } = vectors;
    const left = { re: linalg.gemm(a, re), im: linalg.gemm(a, im) };
    const [rr, ri] = [scaledColumns(re, values.re), scaledColumns(re, values.im)];
    const [ir, ii] = [scaledColumns(im, values.re), scaledColumns(im, values.im)];
    const size = largest(a) * a.rows || 1;
    rr.data.forEach((x, i) => {
      expect(Math.abs(left.re.data[i]! - (x - ii.data[i]!)) / size).toBeLessThan(tolerance);
      expect(Math.abs(left.im.data[i]! - (ri.data[i]! + ir.data[i]!)) / size).toBeLessThan(
        tolerance,
      );
    });
    for (let k = 0; k < a.cols; k++) {
      let square = 0;
      for (let i = k * a.rows; i < (k + 1) * a.rows; i++)
        square += re.data[i]! ** 2 + im.data[i]! ** 2;
      expect(square).toBeCloseTo(1, 10);
    }
    return values;
  };

  test('hold for random matrices, with their trace and determinant', () => {
    fc.assert(
      fc.property(order, seed, (n, s) => {
        const a = random(n, n, s);
        const { re, im } = checkEig(a);
        const trace = Array.from({ length: n }, (_, i) => a.data[i * (n + 1)]!);
        const sum = (x: Iterable<number>) => [...x].reduce((total, one) => total + one, 0);
        expect(sum(re)).toBeCloseTo(sum(trace), 9);
        expect(sum(im)).toBeCloseTo(0, 9);
      }),
      { numRuns: 30 },
    );
  });

  test('are those of symmetric matrices, of companions and of rotations', () => {
    const symmetric = linalg.crossprod(random(25, 20, 4));
    const { re, im } = checkEig(symmetric);
    const expected = linalg.eigSymmetric(symmetric).values;
    re.forEach((x, i) => expect(x).toBeCloseTo(expected[i]!, 9));
    expect(im.every((x) => x === 0)).toBe(true);
    // x^10 + 1 = 0
    const companion = linalg.matrix(10, 10);
    for (let i = 0; i < 9; i++) companion.data[i + 1 + i * 10] = 1;
    companion.data[90] = -1;
    const roots = checkEig(companion);
    const angles = Array.from({ length: 10 }, (_, i) => ((2 * i + 1) * Math.PI) / 10);
    angles.forEach((angle) => {
      const distances = Array.from(roots.re, (x, i) =>
        Math.hypot(x - Math.cos(angle), roots.im[i]! - Math.sin(angle)),
      );
      expect(Math.min(...distances)).toBeLessThan(1e-13);
    });
    const turned = checkEig(linalg.fromRows([Float64Array.of(0, -1), Float64Array.of(1, 0)]));
    expect([...turned.re, ...turned.im]).toEqual([0, 0, 1, -1]);
  });

  test('of a matrix without independent vectors, of zeros, and of badly scaled units', () => {
    const jordan = linalg.fromRows([Float64Array.of(2, 1, 0), Float64Array.of(0, 2, 1), Float64Array.of(0, 0, 2)]); // prettier-ignore
    expect([...checkEig(jordan).re]).toEqual([2, 2, 2]);
    checkEig(linalg.matrix(4, 4));
    checkEig(linalg.fromRows([Float64Array.of(1, 1e10, 1e4), Float64Array.of(1e-10, 2, 1e-8), Float64Array.of(1e-5, 1e6, 3)])); // prettier-ignore
  });

  test.each([20, 50, 200])('of which all but two of %i are equal', (n) => {
    const cell = (i: number, j: number) => Math.sin(1 + 7 * (i + n * j) + i ** 2);
    const a = linalg.matrix(n, n);
    for (let j = 0; j < n; j++) {
      for (let i = 0; i < n; i++) a.data[i + j * n] = cell(i, j) + (i === j ? 2 : 0);
    }
    const { re } = checkEig(a);
    expect(re.filter((x) => Math.abs(x - 2) < 1e-10)).toHaveLength(n - 2);
  });

  test('are the same whatever the units of a similar matrix', () => {
    const a = random(6, 6, 9);
    const units = [1e-6, 1, 1e3, 1e6, 1e-3, 10];
    const similar = { ...a, data: a.data.map((x, i) => (x * units[i % 6]!) / units[Math.floor(i / 6)]!) }; // prettier-ignore
    const [one, other] = [linalg.eig(a).values, linalg.eig(similar).values];
    one.re.forEach((x, i) => expect(other.re[i]).toBeCloseTo(x, 10));
    one.im.forEach((x, i) => expect(Math.abs(other.im[i]!)).toBeCloseTo(Math.abs(x), 10));
  });
});

describe('determinants', () => {
  test('multiply, and change with rows as they should', () => {
    fc.assert(
      fc.property(order, seed, (n, s) => {
        const [a, b] = [random(n, n, s), random(n, n, s + 1)];
        const product = linalg.det(a) * linalg.det(b);
        const whole = linalg.det(linalg.gemm(a, b));
        expect(Math.abs(whole - product)).toBeLessThanOrEqual(1e-8 * Math.abs(product) + 1e-300);
        expect(linalg.det(linalg.transpose(a)) / linalg.det(a)).toBeCloseTo(1, 8);
      }),
      { numRuns: 30 },
    );
  });

  test('neither overflow nor vanish on the way', () => {
    const n = 400;
    const sizes = Float64Array.from({ length: n }, (_, i) => (i < n / 2 ? 1e-3 : 1e3));
    expect(linalg.det(scaledColumns(linalg.identity(n), sizes))).toBeCloseTo(1, 10);
    expect(linalg.det(scaledColumns(linalg.identity(2), [1e200, 1e200]))).toBe(Infinity);
    expect(linalg.det(scaledColumns(linalg.identity(2), [1e-162, 1e-162]))).toBe(1e-324);
    const diagonal = (...sizes: number[]) =>
      linalg.det(scaledColumns(linalg.identity(sizes.length), sizes));
    expect(diagonal(2 ** 60, 2 ** 1000, 2 ** -1000)).toBe(2 ** 60);
    expect(diagonal(2 ** -60, 2 ** -1070, 2 ** 1000)).toBe(2 ** -130);
    expect(linalg.det(linalg.fromRows([Float64Array.of(1e308, 1e308), Float64Array.of(-1e308, 1e308)]))).toBe(Infinity); // prettier-ignore
    const block = linalg.identity(4);
    block.data.set([2 ** 1023, -(2 ** 1023)]);
    block.data.set([2 ** 1023, 2 ** 1023], 4);
    block.data.set([2 ** -530], 10);
    block.data.set([2 ** -530], 15);
    expect(linalg.det(block)).toBe(2 ** 987);
    expect(linalg.det(linalg.matrix(3, 3))).toBe(0);
    expect(linalg.det(linalg.fromRows([Float64Array.of(0, 1), Float64Array.of(1, 0)]))).toBe(-1);
  });
});

test('refuse matrices that they cannot take', () => {
  const rectangle = random(2, 3, 1);
  const broken = linalg.matrix(2, 2, [1, NaN, 0, 1]);
  for (const call of [linalg.eig, linalg.det]) {
    expect(() => call(rectangle)).toThrow(/as many rows as columns/);
  }
  for (const call of [linalg.eig, linalg.det, linalg.svd]) {
    expect(() => call(broken)).toThrow(/NaN or infinity/);
  }
});
