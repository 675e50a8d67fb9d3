/** Bad input: shapes, NaN, views with gaps, detached buffers, memory that grows. */
import { beforeAll, describe, expect, test } from 'vitest';
import * as linalg from '../../../../bindings/core/linalg/index.js';

beforeAll(() => linalg.ready());

const square = linalg.fromRows([
  [4, 1],
  [1, 3],
]);

function errorOf(use: () => unknown) {
  try {
    use();
  } catch (error) {
    return error as linalg.EconError;
  }
  throw new Error('nothing was thrown');
}

describe('views', () => {
  test('may have gaps between columns, in what is read and in what is written', () => {
    const data = new Float64Array(12).fill(NaN);
    [4, 1, 1, 3].forEach((value, i) => (data[1 + (i % 2) + 5 * Math.floor(i / 2)] = value));
    const view = { data: data.subarray(1), rows: 2, cols: 2, ld: 5 };
    const out = { data: new Float64Array(9).fill(7), rows: 2, cols: 2, ld: 4 };
    linalg.choleskyInto(out, view);
    const { data: plain } = linalg.cholesky(square);
    expect([...out.data]).toEqual([plain[0], plain[1], 7, 7, plain[2], plain[3], 7, 7, 7]);
  });

  test('may be the same for the input and the result', () => {
    const a = linalg.matrix(2, 2, square.data.slice());
    linalg.inverseInto(a, a);
    expect([...a.data]).toEqual([...linalg.inverse(square).data]);
    const b = Float64Array.of(1, 2);
    linalg.solveInto(b, square, b);
    expect([...b]).toEqual([...linalg.solve(square, Float64Array.of(1, 2))]);
  });

  test('stay right while the memory of the core grows', () => {
    const first = linalg.cholesky(square);
    const kept = [...first.data];
    linalg.crossprod(linalg.matrix(700, 700, new Float64Array(490_000).fill(0.5)));
    linalg.crossprod(linalg.matrix(1200, 1200, new Float64Array(1_440_000).fill(0.5)));
    expect([...first.data]).toEqual(kept);
    expect([...linalg.cholesky(square).data]).toEqual(kept);
  });

  test('of a detached buffer are refused', () => {
    const data = new Float64Array(4);
    structuredClone(data.buffer, { transfer: [data.buffer] });
    const error = errorOf(() => linalg.cholesky({ data, rows: 2, cols: 2 }));
    expect(error).toMatchObject({ code: 'shape-mismatch' });
    expect(error.message).toContain('detached');
  });

  test('of a memory that has grown are refused', () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const data = new Float64Array(memory.buffer, 0, 4);
    memory.grow(1);
    expect(errorOf(() => linalg.svdvals({ data, rows: 2, cols: 2 })).message).toContain('detached');
  });
});

describe('errors', () => {
  test.each([
    ['shape-mismatch', () => linalg.cholesky(linalg.matrix(2, 3))],
    ['shape-mismatch', () => linalg.gemm(square, linalg.matrix(3, 2))],
    ['shape-mismatch', () => linalg.solve(square, new Float64Array(3))],
    ['shape-mismatch', () => linalg.qr({ data: new Float64Array(3), rows: 2, cols: 2 })],
    ['shape-mismatch', () => linalg.choleskyInto(linalg.matrix(3, 3), square)],
    ['shape-mismatch', () => linalg.matrix(2, 2, [1, 2, 3])],
    ['shape-mismatch', () => linalg.fromRows([[1, 2], [3]])],
    ['non-finite-input', () => linalg.pinv(linalg.matrix(1, 2, [1, NaN]))],
    ['non-finite-input', () => linalg.gemm(square, linalg.matrix(2, 1, [1, Infinity]))],
    ['not-positive-definite', () => linalg.cholesky(linalg.matrix(2, 2, [1, 2, 2, 1]))],
    ['not-positive-definite', () => linalg.cholesky(linalg.matrix(1, 1, [0]))],
    ['bad-value', () => linalg.cholesky(linalg.matrix(2, 2, [2, 1, 0, 2]))],
    ['bad-value', () => linalg.cholesky([[1]] as never)],
    ['bad-value', () => linalg.cholesky({ data: [1], rows: 1, cols: 1 } as never)],
    ['bad-value', () => linalg.qr(square, { pivot: true } as never)],
    ['bad-value', () => linalg.qr(square, { pivoted: 1 } as never)],
    ['bad-value', () => linalg.matrix(0, 1)],
    ['bad-value', () => linalg.svdvals({ ...square, ld: 1 })],
    ['rank-deficient', () => linalg.solve(linalg.matrix(2, 2, [1, 2, 2, 4]), new Float64Array(2))],
    ['rank-deficient', () => linalg.solveTriangular(linalg.matrix(1, 1, [0]), Float64Array.of(1))],
  ])('have the code %s', (code, use) => {
    const error = errorOf(use);
    expect(error).toMatchObject({ code });
    expect(error.message).toMatch(/^\w+: .*expected .+, found /);
  });

  test('read one triangle of a matrix that is not symmetric, if asked', () => {
    const a = linalg.matrix(2, 2, [4, 1, NaN, 3]);
    expect([...linalg.cholesky(a, { triangle: 'lower' }).data]).toEqual([
      ...linalg.cholesky(square).data,
    ]);
  });
});
