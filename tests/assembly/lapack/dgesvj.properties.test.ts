import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  at,
  dense,
  type Dense,
  distance,
  epsilon,
  identity,
  multiply,
  random,
  transpose,
  worst,
  wrap,
} from '../dense.js';
import { loadKernels } from '../load.js';

const { kernels, put, get, scope } = loadKernels();

interface Decomposed {
  readonly info: number;
  /** m x n: columns u_j s_j. */
  readonly columns: Dense;
  readonly values: readonly number[];
}

function decompose(a: Dense): Decomposed {
  const { rows: m, columns: n } = a;
  return scope(() => {
    const address = put(a.values);
    const s = kernels.alloc(8 * n);
    const info = kernels.dgesvj(m, n, address, m, s);
    return { info, columns: wrap(m, n, get(address, m * n)), values: [...get(s, n)] };
  });
}

function descending(values: readonly number[]): number[] {
  return [...values].sort((x, y) => y - x);
}

/** An n x n reflection I - 2 v v' / v'v: orthogonal to rounding. */
function reflection(n: number, seed: number): Dense {
  const v = random(n, 1, seed).values;
  const length = v.reduce((sum, x) => sum + x * x, 0);
  return dense(n, n, (i, j) => Number(i === j) - (2 * v[i]! * v[j]!) / length);
}

/**
 * The lower Cholesky factor of the Hilbert matrix 1 / (i + j + 1) in closed form; i, j from 0:
 * sqrt(2j + 1) i!^2 / ((i - j)! (i + j + 1)!).
 */
function hilbertFactor(n: number): Dense {
  const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
  return dense(n, n, (i, j) =>
    i < j
      ? 0
      : (Math.sqrt(2 * j + 1) * factorial(i) ** 2) / (factorial(i - j) * factorial(i + j + 1)),
  );
}

/** Eigenvalues of the Hilbert matrix, computed with 60 digits (mpmath's eigsy). */
const hilbertEigenvalues = {
  6: [
    1.6188998589243391, 0.242360870575209552, 0.0163215213198758221, 6.15748354182657698e-4,
    1.25707571226251949e-5, 1.08279948456554977e-7,
  ],
  10: [
    1.75191967026517752, 0.342929548483509096, 0.0357418162716392359, 2.53089076867003814e-3,
    1.2874961427637708e-4, 4.72968929318234751e-6, 1.22896773875117505e-7, 2.14743881735047861e-9,
    2.26674674776292553e-11, 1.09315381937966576e-13,
  ],
} as const;

const shape = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(), fc.nat({ max: 1000 }));

describe('dgesvj', () => {
  test('rotates columns until they are orthogonal and as long as the singular values', () => {
    fc.assert(
      fc.property(shape, ([m, columns, seed]) => {
        const n = 1 + (columns % m);
        const a = random(m, n, seed);
        const { info, columns: us, values } = decompose(a);
        expect(info).toBe(0);
        const gram = multiply(transpose(us), us);
        for (let j = 0; j < n; j++) {
          expect(Math.abs(Math.sqrt(at(gram, j, j)) - values[j]!)).toBeLessThanOrEqual(
            m * epsilon * values[j]!,
          );
          for (let i = 0; i < j; i++) {
            const cosine = at(gram, i, j) / (values[i]! * values[j]!);
            expect(Math.abs(cosine)).toBeLessThanOrEqual(2 * m * epsilon);
          }
        }
        const before = multiply(a, transpose(a));
        expect(distance(multiply(us, transpose(us)), before)).toBeLessThanOrEqual(
          64 * m * epsilon * worst(before.values),
        );
      }),
    );
  });

  test('finds graded singular values to full relative accuracy, 1 to 1e-120', () => {
    const n = 13;
    const expected = Array.from({ length: n }, (_, j) => 10 ** (-10 * j));
    const rotated = multiply(reflection(n, 1), reflection(n, 2));
    const a = dense(n, n, (i, j) => at(rotated, i, j) * expected[j]!);
    const { info, values } = decompose(a);
    expect(info).toBe(0);
    descending(values).forEach((value, j) =>
      expect(Math.abs(value / expected[j]! - 1)).toBeLessThan(1e-14),
    );
  });

  test.each([6, 10] as const)(
    'finds the eigenvalues of the Hilbert matrix of order %i from its Cholesky factor',
    (n) => {
      const { info, values } = decompose(hilbertFactor(n));
      expect(info).toBe(0);
      descending(values).forEach((value, j) =>
        expect(Math.abs(value ** 2 / hilbertEigenvalues[n][j]! - 1)).toBeLessThan(1e-13),
      );
    },
  );

  test('converges on columns that depend on each other, whose rotations leave rounding alone', () => {
    fc.assert(
      fc.property(shape, fc.nat(), ([m, columns, seed], deficit) => {
        const n = 1 + (columns % m);
        const rank = 1 + (deficit % n);
        const whole = (values: Dense) =>
          dense(values.rows, values.columns, (i, j) => Math.round(4 * at(values, i, j)));
        const a = multiply(whole(random(m, rank, seed)), whole(random(rank, n, seed + 1)));
        const { info, columns: us } = decompose(a);
        expect(info).toBe(0);
        const before = multiply(a, transpose(a));
        expect(distance(multiply(us, transpose(us)), before)).toBeLessThanOrEqual(
          64 * m * epsilon * worst(before.values),
        );
      }),
      { numRuns: 400, seed: 3 },
    );
  });

  test('takes columns that are zero, equal or already orthogonal', () => {
    expect(decompose(dense(4, 3, () => 0)).values).toEqual([0, 0, 0]);
    expect(decompose(identity(5)).values).toEqual([1, 1, 1, 1, 1]);
    const { info, values } = decompose(dense(4, 2, () => 1));
    const [largest, smallest] = descending(values);
    expect(info).toBe(0);
    expect(largest).toBeCloseTo(Math.sqrt(8), 14);
    expect(smallest).toBeLessThan(4 * epsilon);
  });
});
