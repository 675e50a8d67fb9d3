import { describe, expect, test } from 'vitest';
import { epsilon, random, worst } from '../dense.js';
import { loadKernels } from '../load.js';

const { kernels, put, get, scope } = loadKernels();
const lengths = [0, 1, 2, 3, 4, 5, 7, 8, 63, 64, 65, 257];

function vector(n: number, seed: number): Float64Array {
  return random(n, 1, seed).values;
}

function norm(values: ArrayLike<number>): number {
  return scope(() => kernels.dnrm2(values.length, put(values)));
}

describe.each(lengths)('vectors of length %i', (n) => {
  const x = vector(n, 1);
  const y = vector(n, 2);

  test('ddot sums the products', () => {
    const products = x.map((value, i) => value * y[i]!);
    const expected = products.reduce((sum, value) => sum + value, 0);
    const found = scope(() => kernels.ddot(n, put(x), put(y)));
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(n * epsilon * worst(products));
  });

  test('daxpy adds a multiple and leaves x and what follows y alone', () => {
    scope(() => {
      const xAt = put(x);
      const yAt = put([...y, 9]);
      kernels.daxpy(n, -1.5, xAt, yAt);
      expect(get(yAt, n + 1)).toEqual(
        Float64Array.from([...y.map((value, i) => value + -1.5 * x[i]!), 9]),
      );
      expect(get(xAt, n)).toEqual(x);
    });
  });

  test('dscal multiplies and stops at the end', () => {
    scope(() => {
      const at = put([...x, 9]);
      kernels.dscal(n, 3, at);
      expect(get(at, n + 1)).toEqual(Float64Array.from([...x.map((value) => 3 * value), 9]));
    });
  });

  test('dnrm2 is the Euclidean length', () => {
    const expected = Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));
    expect(Math.abs(norm(x) - expected)).toBeLessThanOrEqual(n * epsilon * expected);
  });
});

describe('dnrm2 at the ends of the range', () => {
  test.each([1e-320, 1e-200, 1e-150, 1e150, 1e200, 3e307])(
    'neither overflows nor loses %d',
    (size) => {
      const found = norm([3 * (size / 5), 4 * (size / 5), 0]);
      expect(Math.abs(found / size - 1)).toBeLessThan(size < 1e-300 ? 1e-3 : 4 * epsilon);
    },
  );

  test('takes huge beside tiny numbers', () => {
    expect(norm([1e-200, 1e200, 1e-200])).toBe(1e200);
    expect(norm([1e300, 1e300, 1e300, 1e300])).toBeCloseTo(2e300, -290);
  });

  test('is NaN for a NaN, infinite for an infinity and 0 for zeros', () => {
    expect(norm([1, NaN, 2])).toBeNaN();
    expect(norm([1, NaN, 1e200, Infinity])).toBeNaN();
    expect(norm([1, -Infinity])).toBe(Infinity);
    expect(norm([0, -0, 0])).toBe(0);
  });
});
