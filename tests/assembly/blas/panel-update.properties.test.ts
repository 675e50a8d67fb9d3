import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, dense, distance, epsilon, multiply, random } from '../dense.js';
import { putPanels, readPanels } from '../lapack/panels.js';
import { loadKernels } from '../load.js';

const workbench = loadKernels();
const { kernels, scope } = workbench;

describe('dtrmmPanels', () => {
  test('multiplies rows in panels by an upper triangle in place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 14 }),
        fc.integer(),
        (rows, n, seed) => {
          const b = random(rows, n, seed);
          const square = random(n, n, seed + 1);
          const triangle = dense(n, n, (i, j) => (i <= j ? at(square, i, j) : 0));
          const product = scope(() => {
            const a = putPanels(workbench, triangle);
            const panels = putPanels(workbench, b);
            kernels.dtrmmPanels(rows, n, a, panels, 4 * Math.ceil(rows / 4));
            return readPanels(workbench, panels, b);
          });
          expect(distance(product, multiply(b, triangle))).toBeLessThan(2 * n * epsilon);
        },
      ),
    );
  });
});
