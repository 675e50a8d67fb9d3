import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKernels } from '../load.js';

const { kernels } = loadKernels();

const angles = fc.oneof(
  fc.double({ min: -4, max: 4, noNaN: true }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
);

test('sine and cosine are those of the host to three eps', () => {
  fc.assert(
    fc.property(angles, (x) => {
      expect(Math.abs(kernels.sine(x) - Math.sin(x))).toBeLessThan(3 * Number.EPSILON);
      expect(Math.abs(kernels.cosine(x) - Math.cos(x))).toBeLessThan(3 * Number.EPSILON);
    }),
    { numRuns: 5000 },
  );
});

test('small angles keep all their digits', () => {
  for (const x of [1e-300, 1e-12, 1e-5, 0.01, 0.5]) {
    expect(Math.abs(kernels.sine(x) / Math.sin(x) - 1)).toBeLessThan(3 * Number.EPSILON);
    expect(kernels.sine(-x)).toBe(-kernels.sine(x));
    expect(kernels.cosine(-x)).toBe(kernels.cosine(x));
  }
  expect(kernels.sine(0)).toBe(0);
  expect(kernels.cosine(0)).toBe(1);
});
