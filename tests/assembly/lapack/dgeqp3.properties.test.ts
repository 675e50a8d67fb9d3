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

const { kernels, put, get, getInts, scope } = loadKernels();

interface Factored {
  readonly q: Dense;
  readonly r: Dense;
  readonly pivots: readonly number[];
  /** Q'B for the given right-hand side. */
  readonly rotated: Dense;
}

/** Factors A P = Q R; Q by applying the reflectors to the identity. */
function factor(a: Dense, rhs: Dense = dense(a.rows, 0, () => 0)): Factored {
  const { rows: m, columns: n } = a;
  const steps = Math.min(m, n);
  return scope(() => {
    const [address, jpvt] = [put(a.values), kernels.alloc(4 * n)];
    const [tau, work] = [kernels.alloc(8 * n), kernels.alloc(16 * n)];
    kernels.dgeqp3(m, n, address, m, jpvt, tau, work);
    const [q, b] = [put(identity(m).values), put(rhs.values)];
    kernels.dormqr(0, m, m, steps, address, m, tau, q, m);
    kernels.dormqr(1, m, rhs.columns, steps, address, m, tau, b, m);
    const stored = wrap(m, n, get(address, m * n));
    return {
      q: wrap(m, m, get(q, m * m)),
      r: dense(m, n, (i, j) => (i <= j ? at(stored, i, j) : 0)),
      pivots: [...getInts(jpvt, n)],
      rotated: wrap(m, rhs.columns, get(b, m * rhs.columns)),
    };
  });
}

function permuted(a: Dense, pivots: readonly number[]): Dense {
  return dense(a.rows, a.columns, (i, j) => at(a, i, pivots[j]!));
}

function diagonal({ r }: Factored): number[] {
  return Array.from({ length: Math.min(r.rows, r.columns) }, (_, k) => Math.abs(at(r, k, k)));
}

function norm(a: Dense): number {
  return Math.sqrt(a.values.reduce((sum, value) => sum + value * value, 0));
}

const shape = fc.tuple(
  fc.constantFrom(1, 2, 3, 5, 17, 40),
  fc.constantFrom(1, 2, 4, 7, 20, 40),
  fc.nat({ max: 1000 }),
);

describe('dgeqp3 and dormqr', () => {
  test('factor A P = Q R with an orthogonal Q to within n eps, tall or wide', () => {
    fc.assert(
      fc.property(shape, ([m, n, seed]) => {
        const a = random(m, n, seed);
        const { q, r, pivots } = factor(a);
        const size = 4 * (m + n) * epsilon;
        expect(distance(multiply(transpose(q), q), identity(m))).toBeLessThanOrEqual(size);
        expect(distance(multiply(q, r), permuted(a, pivots))).toBeLessThanOrEqual(size * norm(a));
        expect([...pivots].sort((i, j) => i - j)).toEqual(pivots.map((_, i) => i));
      }),
    );
  });

  test('take the longest remaining column next, so that the diagonal falls', () => {
    fc.assert(
      fc.property(shape, ([m, n, seed]) => {
        const { r } = factor(random(m, n, seed));
        for (let k = 0; k < Math.min(m, n); k++) {
          const own = Math.abs(at(r, k, k)) * (1 + 1e-6);
          for (let j = k + 1; j < n; j++) {
            let square = 0;
            for (let i = k; i < Math.min(m, j + 1); i++) square += at(r, i, j) ** 2;
            expect(Math.sqrt(square)).toBeLessThanOrEqual(own);
          }
        }
      }),
    );
  });

  test('take the first of columns of equal length', () => {
    expect(factor(identity(4)).pivots).toEqual([0, 1, 2, 3]);
    const a = dense(3, 3, (i, j) => (i === j ? [1, 3, 2][j]! : 0));
    expect(factor(a).pivots).toEqual([1, 2, 0]);
  });

  test('leave a diagonal of rounding errors past the rank', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat({ max: 1000 }), (n, seed) => {
        const rank = 1 + (seed % (n - 1));
        const a = multiply(random(30, rank, seed), random(rank, n, seed + 1));
        const found = diagonal(factor(a));
        const size = 30 * epsilon * norm(a);
        expect(worst(found.slice(rank))).toBeLessThanOrEqual(size);
        expect(found[rank - 1]).toBeGreaterThan(100 * size);
      }),
      { numRuns: 50 },
    );
  });

  test('see a column that nearly depends on others although its length was updated, not computed', () => {
    const a = random(40, 6, 5);
    const near = dense(40, 6, (i, j) =>
      j === 5 ? at(a, i, 0) + at(a, i, 1) + 1e-9 * at(a, i, 5) : at(a, i, j),
    );
    const found = diagonal(factor(near));
    expect(found[5]).toBeGreaterThan(1e-10);
    expect(found[5]).toBeLessThan(1e-8);
  });

  test("give Q'b, so that R x = Q'b solves the least squares problem", () => {
    const a = random(25, 4, 7);
    const x = random(4, 1, 8);
    const { r, pivots, rotated } = factor(a, multiply(a, x));
    const solution = multiply(
      r,
      dense(4, 1, (i) => at(x, pivots[i]!, 0)),
    );
    expect(distance(solution, rotated)).toBeLessThanOrEqual(100 * epsilon);
  });

  test.each([1e-150, 1e-100, 1e100, 1e150])('work on columns of size %d', (size) => {
    const a = random(9, 4, 9);
    const scaled = dense(9, 4, (i, j) => at(a, i, j) * size);
    const [plain, found] = [factor(a), factor(scaled)];
    expect(found.pivots).toEqual(plain.pivots);
    expect(distance(found.q, plain.q)).toBeLessThanOrEqual(100 * epsilon);
  });
});
