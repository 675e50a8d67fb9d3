import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dense,
  type Dense,
  distance,
  epsilon,
  multiply,
  random,
  transpose,
  wrap,
} from '../dense.js';
import { padded, putPanels } from '../lapack/panels.js';
import { loadKernels } from '../load.js';

const workbench = loadKernels();
const { kernels, put, get, scope } = workbench;

const signed = (k: number, m: number, seed: number): Dense => {
  const { values } = random(k, m, seed);
  return wrap(
    k,
    m,
    values.map((value) => (value < 0 ? -1 : 1)),
  );
};

/** S'B added to zeros. */
function product(s: Dense, b: Dense): Dense {
  const [m, n, k] = [s.columns, b.columns, s.rows];
  const stride = padded(n);
  return scope(() => {
    const c = kernels.allocZeroed(8 * m * stride);
    const work = kernels.alloc(kernels.signedSumsWork(m, k));
    kernels.signedSums(m, n, k, put(s.values), putPanels(workbench, b), c, stride, work);
    const rows = wrap(stride, m, get(c, stride * m).slice());
    return dense(m, n, (i, j) => rows.values[i * stride + j]!);
  });
}

/** Rows of part of a table, of whole tables, and of more tables than are formed at a time; whole panels, as these are put. */
const sizes = fc.tuple(
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 1, max: 17 }),
  fc.constantFrom(4, 8, 20, 24, 320, 324, 648),
  fc.integer(),
);

describe('signedSums', () => {
  test('multiplies by signs as plain products do', () => {
    fc.assert(
      fc.property(sizes, ([m, n, k, seed]) => {
        const [s, b] = [signed(k, m, seed), random(k, n, seed + 1)];
        expect(distance(product(s, b), multiply(transpose(s), b))).toBeLessThan(k * epsilon);
      }),
    );
  });

  test('gives opposite sums for opposite signs, to the bit', () => {
    fc.assert(
      fc.property(sizes, ([m, n, k, seed]) => {
        const [s, b] = [signed(k, m, seed), random(k, n, seed + 1)];
        const opposite = product(
          wrap(
            k,
            m,
            s.values.map((value) => -value),
          ),
          b,
        );
        expect(opposite.values.map((value) => -value)).toEqual(product(s, b).values);
      }),
    );
  });

  test('gives each column of signs the same bits alone and among others', () => {
    fc.assert(
      fc.property(sizes, ([m, n, k, seed]) => {
        const [s, b] = [signed(k, m, seed), random(k, n, seed + 1)];
        const all = product(s, b);
        for (let r = 0; r < m; r++) {
          const alone = product(wrap(k, 1, s.values.slice(r * k, (r + 1) * k)), b);
          expect(alone.values).toEqual(dense(1, n, (_, j) => all.values[r + j * m]!).values);
        }
      }),
    );
  });
});
