import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  at,
  dense,
  type Dense,
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
/** Around the 4x4 tile and the blocks of 64, 128 and 256. */
const edges = [0, 1, 3, 4, 5, 63, 64, 65, 129, 257];
const size = fc.constantFrom(...edges);
const letter = fc.constantFrom(NoTrans, Trans);
const half = fc.constantFrom(Upper, Lower);
const scalars = fc.constantFrom([1, 0], [-0.5, 1], [2, -3], [0, 2]);
const settings = { numRuns: 50 };

/** The matrix with `extra` more stored rows that no kernel may read or write. */
function spaced(a: Dense, extra: number): Dense {
  return dense(a.rows + extra, a.columns, (i, j) => (i < a.rows ? at(a, i, j) : NaN));
}

/** Checks that the spare rows still hold their NaN and drops them. */
function compact(values: Float64Array, rows: number, columns: number, extra: number): Dense {
  const stored = wrap(rows + extra, columns, values);
  for (let j = 0; j < columns; j++) {
    for (let i = rows; i < rows + extra; i++) expect(at(stored, i, j)).toBeNaN();
  }
  return dense(rows, columns, (i, j) => at(stored, i, j));
}

describe('dgemm', () => {
  test('is alpha op(A) op(B) + beta C for every transposition and edge size', () => {
    fc.assert(
      fc.property(
        fc.tuple(size, size, size),
        fc.tuple(letter, letter),
        scalars,
        fc.integer({ min: 0, max: 2 }),
        ([m, n, k], [transa, transb], [alpha, beta], extra) => {
          const a = random(m, k, 1);
          const b = random(k, n, 2);
          const c = random(m, n, 3);
          const storedA = spaced(transa === NoTrans ? a : transpose(a), extra);
          const storedB = spaced(transb === NoTrans ? b : transpose(b), extra);
          const storedC = spaced(c, extra);
          const found = scope(() => {
            const to = put(storedC.values);
            const left = [put(storedA.values), storedA.rows] as const;
            const right = [put(storedB.values), storedB.rows] as const;
            kernels.dgemm(transa, transb, m, n, k, alpha!, ...left, ...right, beta!, to, m + extra);
            return compact(get(to, storedC.values.length), m, n, extra);
          });
          const product = multiply(a, b);
          const expected = dense(m, n, (i, j) => alpha! * at(product, i, j) + beta! * at(c, i, j));
          expect(distance(found, expected)).toBeLessThanOrEqual(4 * (k + 4) * epsilon);
        },
      ),
      settings,
    );
  });

  test('with beta = 0 does not read C', () => {
    const found = scope(() => {
      const c = put([NaN, Infinity, NaN, NaN]);
      kernels.dgemm(0, 0, 2, 2, 1, 1, put([1, 2]), 2, put([3, 4]), 1, 0, c, 2);
      return get(c, 4);
    });
    expect([...found]).toEqual([3, 6, 4, 8]);
  });

  test('with an empty sum scales C only', () => {
    const found = scope(() => {
      const c = put([1, 2]);
      kernels.dgemm(0, 0, 2, 1, 0, 1, put([]), 2, put([]), 1, 3, c, 2);
      return get(c, 2);
    });
    expect([...found]).toEqual([3, 6]);
  });

  test('rounds a product the same whatever stands beside it', () => {
    const a = random(65, 300, 4);
    const b = random(300, 9, 5);
    const [whole, alone] = [9, 1].map((n) =>
      scope(() => {
        const c = put(new Float64Array(65 * n));
        kernels.dgemm(0, 0, 65, n, 300, 1, put(a.values), 65, put(b.values), 300, 0, c, 65);
        return get(c, 65);
      }),
    );
    expect(alone).toEqual(whole);
  });
});

describe('dsyrk', () => {
  test("is alpha A'A or alpha A A' plus beta C in one triangle and leaves the other alone", () => {
    fc.assert(
      fc.property(
        fc.tuple(size, size),
        fc.tuple(half, letter),
        scalars,
        ([n, k], [uplo, trans], [alpha, beta]) => {
          const a = random(k, n, 6);
          const stored = trans === Trans ? a : transpose(a);
          const c = random(n, n, 7);
          const found = scope(() => {
            const to = put(c.values);
            kernels.dsyrk(uplo, trans, n, k, alpha!, put(stored.values), stored.rows, beta!, to, n);
            return wrap(n, n, get(to, n * n));
          });
          const product = multiply(transpose(a), a);
          const mine = (i: number, j: number) => (uplo === Upper ? i <= j : i >= j);
          const expected = dense(n, n, (i, j) =>
            mine(i, j) ? alpha! * at(product, i, j) + beta! * at(c, i, j) : at(c, i, j),
          );
          expect(distance(found, expected)).toBeLessThanOrEqual(4 * (k + 4) * epsilon);
          const others = (a: Dense) => dense(n, n, (i, j) => (mine(i, j) ? 0 : at(a, i, j)));
          expect(distance(others(found), others(c))).toBe(0);
        },
      ),
      settings,
    );
  });

  test.each([Upper, Lower])('with beta = 0 does not read C (triangle %i)', (uplo) => {
    const found = scope(() => {
      const c = put([NaN, NaN, NaN, NaN]);
      kernels.dsyrk(uplo, Trans, 2, 1, 1, put([2, 3]), 1, 0, c, 2);
      return get(c, 4);
    });
    expect([...found]).toEqual(uplo === Upper ? [4, NaN, 6, 9] : [4, 6, NaN, 9]);
  });
});

describe('dtrsm', () => {
  test('solves with either triangle, transposed or not, and does not read the other', () => {
    fc.assert(
      fc.property(
        fc.tuple(
          fc.constantFrom(0, 1, 3, 4, 5, 15, 16, 17, 33, 65),
          fc.constantFrom(0, 1, 4, 5, 65),
        ),
        fc.tuple(half, letter),
        ([m, n], [uplo, trans]) => {
          const keep = (i: number, j: number) => (uplo === Upper ? i < j : i > j);
          const a = triangle(m, 8, keep);
          const stored = dense(m, m, (i, j) => (i === j || keep(i, j) ? at(a, i, j) : NaN));
          const x = random(m, n, 9);
          const b = spaced(multiply(trans === NoTrans ? a : transpose(a), x), 1);
          const found = scope(() => {
            const to = put(b.values);
            kernels.dtrsm(uplo, trans, m, n, put(stored.values), m, to, m + 1);
            return compact(get(to, b.values.length), m, n, 1);
          });
          expect(distance(found, x)).toBeLessThanOrEqual(8 * (m + 1) * epsilon);
        },
      ),
      settings,
    );
  });
});
