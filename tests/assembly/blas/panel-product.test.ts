import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dense, distance, epsilon, multiply, random, transpose, wrap } from '../dense.js';
import { padded, putPanels, readPanels } from '../lapack/panels.js';
import { loadKernels } from '../load.js';

const workbench = loadKernels();
const { kernels, get, scope } = workbench;

describe('dgemmPanels', () => {
  test('multiplies packed matrices, of more rows than a block too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(4, 12, 1024, 1028),
        fc.integer(),
        (m, n, k, seed) => {
          const a = random(k, m, seed);
          const b = random(k, n, seed + 1);
          const stride = padded(n);
          const product = scope(() => {
            const c = kernels.alloc(8 * padded(m) * stride);
            kernels.dgemmPanels(
              m,
              n,
              k,
              putPanels(workbench, a),
              putPanels(workbench, b),
              0,
              c,
              stride,
            );
            const rows = wrap(stride, m, get(c, stride * m).slice());
            return dense(m, n, (i, j) => rows.values[i * stride + j]!);
          });
          expect(distance(product, multiply(transpose(a), b))).toBeLessThan(2 * k * epsilon);
        },
      ),
    );
  });
});

describe('multiplyHalf', () => {
  test('gives half of a quadratic form, the other half its transpose', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer(),
        (n, k, seed) => {
          const g = random(12, n, seed);
          const b = random(n, k, seed + 1);
          const half = scope(() => {
            const square = kernels.allocZeroed(8 * kernels.triangleSize(n));
            kernels.dsyrkPanels(n, 12, 12, putPanels(workbench, g), square);
            const c = kernels.alloc(8 * padded(n) * padded(k));
            kernels.multiplyHalf(n, square, k, putPanels(workbench, b), c);
            return multiply(transpose(b), readPanels(workbench, c, b));
          });
          const form = dense(k, k, (i, j) => half.values[i + j * k]! + half.values[j + i * k]!);
          const product = multiply(g, b);
          expect(distance(form, multiply(transpose(product), product))).toBeLessThan(
            100 * n * epsilon,
          );
        },
      ),
    );
  });
});
