import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, dense, type Dense, epsilon, multiply, random, transpose } from '../dense.js';
import { loadKernels } from '../load.js';

const { kernels, put, get, scope } = loadKernels();

/** R of A, folded block after block of `height` rows (even) into a triangle of zeros. */
function triangleOf(a: Dense, height: number): Dense {
  const { rows: m, columns: n } = a;
  return scope(() => {
    const size = kernels.triangleSize(n);
    const triangle = put(new Float64Array(size));
    const block = kernels.alloc(8 * height * 4 * Math.ceil(n / 4));
    const from = put(a.values);
    for (let start = 0; start < m; start += height) {
      const rows = Math.min(height, m - start);
      kernels.pack(rows, n, from + 8 * start, 1, m, height, block);
      kernels.dtpqrt(rows + (rows % 2), n, triangle, block, height);
    }
    const stored = get(triangle, size);
    return dense(n, n, (i, j) => {
      if (i > j) return 0;
      return stored[(kernels.triangleEntry(triangle, i, j) - triangle) / 8]!;
    });
  });
}

/** Lengths of the columns. */
function lengths(a: Dense): number[] {
  return Array.from({ length: a.columns }, (_, j) =>
    Math.sqrt(a.values.subarray(j * a.rows, (j + 1) * a.rows).reduce((s, v) => s + v * v, 0)),
  );
}

/** Largest element of R'R - A'A in units of the lengths of its two columns. */
function lack(a: Dense, r: Dense): number {
  const [ours, theirs] = [multiply(transpose(r), r), multiply(transpose(a), a)];
  const size = lengths(a);
  return Math.max(
    ...ours.values.map((value, place) => {
      const [i, j] = [place % a.columns, Math.floor(place / a.columns)];
      const gap = Math.abs(value - theirs.values[place]!);
      return gap === 0 ? 0 : gap / (size[i]! * size[j]!);
    }),
  );
}

/** X R^-1, whose columns are orthonormal as far as R is the triangle of X. */
function orthogonalized(x: Dense, r: Dense): Dense {
  const q = dense(x.rows, x.columns, (i, j) => at(x, i, j));
  for (let j = 0; j < x.columns; j++) {
    for (let i = 0; i < x.rows; i++) {
      let value = at(x, i, j);
      for (let l = 0; l < j; l++) value -= q.values[i + l * x.rows]! * at(r, l, j);
      q.values[i + j * x.rows] = value / at(r, j, j);
    }
  }
  return q;
}

describe('dtpqrt', () => {
  test("gives R with R'R = A'A at n eps, in blocks of any height and columns of any scale", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 14, maxLength: 14 }),
        fc.integer(),
        (rows, columns, half, powers, seed) => {
          const plain = random(rows, columns, seed);
          const a = dense(rows, columns, (i, j) => at(plain, i, j) * 10 ** powers[j]!);
          expect(lack(a, triangleOf(a, 2 * half))).toBeLessThan(2 * (rows + columns) * epsilon);
        },
      ),
    );
  });

  test('leaves A R^-1 with orthonormal columns at n eps for a well-conditioned A', () => {
    for (const [rows, columns] of [
      [400, 9],
      [1000, 17],
    ] as const) {
      const a = random(rows, columns, rows);
      const q = orthogonalized(a, triangleOf(a, 64));
      const product = multiply(transpose(q), q);
      const gaps = product.values.map((value, place) =>
        Math.abs(value - Number(place % (columns + 1) === 0)),
      );
      expect(Math.max(...gaps)).toBeLessThan(rows * epsilon);
    }
  });

  test('leaves a zero on the diagonal for a column of zeros, and nothing beyond the rank of few rows', () => {
    const zero = dense(10, 6, (i, j) => (j === 2 ? 0 : at(random(10, 6, 5), i, j)));
    expect(at(triangleOf(zero, 4), 2, 2)).toBe(0);
    const wide = triangleOf(random(2, 5, 6), 2);
    for (let i = 2; i < 5; i++) expect(Math.abs(at(wide, i, i))).toBeLessThan(4 * epsilon);
  });
});
