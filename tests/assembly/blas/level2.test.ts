import { describe, expect, test } from 'vitest';
import {
  at,
  dense,
  distance,
  epsilon,
  multiply,
  random,
  transpose,
  triangle,
  wrap,
} from '../dense.js';
import { loadKernels, Lower, NoTrans, Trans, Upper } from '../load.js';

const { kernels, put, get, scope } = loadKernels();
const shapes = [0, 1, 3, 4, 5, 63, 65].flatMap((m) => [1, 4, 7, 64].map((n) => [m, n] as const));
const scalars = [
  [1, 0],
  [-0.5, 1],
  [2, -3],
] as const;

describe.each(shapes)('a %i x %i matrix', (m, n) => {
  const lda = m + 3;
  const stored = random(lda, n, 3);
  const a = dense(m, n, (i, j) => at(stored, i, j));

  test.each([NoTrans, Trans])('dgemv multiplies (transposed: %i)', (trans) => {
    const op = trans === NoTrans ? a : transpose(a);
    const x = random(op.columns, 1, 4);
    const y = random(op.rows, 1, 5);
    for (const [alpha, beta] of scalars) {
      const product = multiply(op, x);
      const expected = dense(op.rows, 1, (i) => alpha * at(product, i, 0) + beta * at(y, i, 0));
      const found = scope(() => {
        const yAt = put(y.values);
        kernels.dgemv(trans, m, n, alpha, put(stored.values), lda, put(x.values), beta, yAt);
        return wrap(op.rows, 1, get(yAt, op.rows));
      });
      expect(distance(found, expected)).toBeLessThanOrEqual(4 * (op.columns + 4) * epsilon);
    }
  });
});

test.each([1, 3, 4, 5, 8, 11, 23])('a symmetric matrix of order %i, in the order of ddot', (n) => {
  const [half, x] = [random(n, n, 6), random(n, 1, 7).values];
  const a = dense(n, n, (i, j) => at(half, Math.min(i, j), Math.max(i, j)));
  scope(() => {
    const [aAt, xAt, yAt] = [put(a.values), put(x), put(new Float64Array(n))];
    kernels.multiplySymmetric(n, aAt, xAt, yAt);
    const expected = Array.from({ length: n }, (_, i) => kernels.ddot(n, aAt + 8 * n * i, xAt));
    expect([...get(yAt, n)]).toEqual(expected);
  });
});

test('dgemv with beta = 0 does not read y', () => {
  const y = scope(() => {
    const address = put([NaN, NaN]);
    kernels.dgemv(NoTrans, 2, 2, 1, put([1, 2, 3, 4]), 2, put([1, 1]), 0, address);
    return get(address, 2);
  });
  expect([...y]).toEqual([4, 6]);
  const transposed = scope(() => {
    const address = put([NaN, NaN]);
    kernels.dgemv(Trans, 2, 2, 1, put([1, 2, 3, 4]), 2, put([1, 1]), 0, address);
    return get(address, 2);
  });
  expect([...transposed]).toEqual([3, 7]);
});

describe.each([
  ['upper', Upper, NoTrans],
  ['upper transposed', Upper, Trans],
  ['lower', Lower, NoTrans],
  ['lower transposed', Lower, Trans],
] as const)('dtrsv, %s', (_, uplo, trans) => {
  test.each([0, 1, 2, 3, 4, 5, 17, 64, 65])(
    'solves order %i and does not read the other triangle',
    (n) => {
      const keep = (i: number, j: number) => (uplo === Upper ? i < j : i > j);
      const a = triangle(n, 8, keep);
      const stored = dense(n, n, (i, j) => (i === j || keep(i, j) ? at(a, i, j) : NaN));
      const x = random(n, 1, 9);
      const b = multiply(trans === NoTrans ? a : transpose(a), x);
      const found = scope(() => {
        const address = put(b.values);
        kernels.dtrsv(uplo, trans, n, put(stored.values), n, address);
        return wrap(n, 1, get(address, n));
      });
      expect(distance(found, x)).toBeLessThanOrEqual(8 * (n + 1) * epsilon);
    },
  );
});
