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
import { padded, putPanels, putTriangle, readPanels, readTriangle } from './panels.js';

const bench = loadKernels();
const { kernels, put, get, scope } = bench;
const orders = [1, 2, 3, 4, 5, 7, 8, 9, 16, 31, 63, 64, 65, 130];
const order = fc.constantFrom(...orders);

/** A'A / m + identity / 10, positive definite and well conditioned. */
function definite(n: number, seed: number): Dense {
  const a = random(2 * n, n, seed);
  const product = multiply(transpose(a), a);
  return dense(n, n, (i, j) => at(product, i, j) / (2 * n) + (i === j ? 0.1 : 0));
}

/** The pivot tolerance of the core's weighting matrices. */
function tolerance(n: number): number {
  return 64 * n * epsilon;
}

interface Factored {
  readonly info: number;
  readonly factor: Dense;
  readonly reciprocals: Float64Array;
  readonly solved: Dense;
}

function factor(a: Dense, rhs: Dense = dense(a.rows, 0, () => 0), checked = a.rows): Factored {
  const n = a.rows;
  return scope(() => {
    const triangle = putTriangle(bench, a);
    const reciprocals = kernels.allocZeroed(8 * padded(n));
    const b = putPanels(bench, rhs);
    const sizes = [n, checked, tolerance(n)] as const;
    const info = kernels.dpotrf(...sizes, triangle, reciprocals, rhs.columns, b);
    return {
      info,
      factor: readTriangle(bench, triangle, n),
      reciprocals: get(reciprocals, n),
      solved: readPanels(bench, b, rhs),
    };
  });
}

/** Largest residual of A = U'U in units of the largest element of A. */
function residual(a: Dense, u: Dense): number {
  return distance(multiply(transpose(u), u), a) / worst(a.values);
}

describe('dpotrf on panels', () => {
  test("factors a definite matrix as U'U to within n eps", () => {
    fc.assert(
      fc.property(order, fc.nat(), (n, seed) => {
        const a = definite(n, seed);
        const { info, factor: u, reciprocals } = factor(a);
        expect(info).toBe(0);
        expect(residual(a, u)).toBeLessThanOrEqual((n + 2) * epsilon);
        for (let j = 0; j < n; j++) expect(reciprocals[j]! * at(u, j, j)).toBeCloseTo(1, 14);
      }),
      { numRuns: 50 },
    );
  });

  test('solves appended right-hand sides in the same sweep', () => {
    fc.assert(
      fc.property(order, fc.integer({ min: 1, max: 6 }), (n, nrhs) => {
        const b = random(n, nrhs, 5);
        const { factor: u, solved } = factor(definite(n, 4), b);
        expect(distance(multiply(transpose(u), solved), b)).toBeLessThanOrEqual(8 * n * epsilon);
      }),
    );
  });

  test('solves the same right-hand sides to the same bits afterwards, and back by dtrsvPanels', () => {
    fc.assert(
      fc.property(order, (n) => {
        const a = definite(n, 6);
        const b = random(n, 3, 7);
        const { solved } = factor(a, b);
        scope(() => {
          const triangle = putTriangle(bench, a);
          const reciprocals = kernels.allocZeroed(8 * padded(n));
          kernels.dpotrf(n, n, tolerance(n), triangle, reciprocals, 0, 0);
          const panels = putPanels(bench, b);
          kernels.dtrsmPanels(n, triangle, reciprocals, 3, panels);
          expect(readPanels(bench, panels, b).values).toEqual(solved.values);
          const x = put([...solved.values.subarray(0, n), 0, 0, 0]);
          kernels.dtrsvPanels(n, triangle, reciprocals, x);
          const back = multiply(a, wrap(n, 1, get(x, n)));
          const first = wrap(n, 1, b.values.slice(0, n));
          expect(distance(back, first)).toBeLessThanOrEqual(64 * n * epsilon);
        });
      }),
    );
  });

  test('is as accurate when rows and columns have very different units', () => {
    const a = definite(40, 8);
    const unit = (i: number) => 10 ** ((i % 9) - 4);
    const scaled = dense(40, 40, (i, j) => at(a, i, j) * unit(i) * unit(j));
    const { info, factor: u } = factor(scaled);
    const product = multiply(transpose(u), u);
    const relative = dense(40, 40, (i, j) => at(product, i, j) / unit(i) / unit(j));
    expect(info).toBe(0);
    expect(distance(relative, a)).toBeLessThanOrEqual(42 * epsilon * worst(a.values));
  });

  test('reports the first pivot of an indefinite matrix that is not positive', () => {
    fc.assert(
      fc.property(order, fc.nat(), (n, seed) => {
        const place = seed % n;
        const a = definite(n, 9);
        const broken = dense(n, n, (i, j) => at(a, i, j) - (i === place && j === place ? 50 : 0));
        expect(factor(broken).info).toBe(place + 1);
      }),
    );
  });

  test('leaves zeros past the last column where a pivot fails, for the matrix that comes next', () => {
    fc.assert(
      fc.property(order, fc.nat(), (n, seed) => {
        const broken = definite(n, 13);
        broken.values[(seed % n) * (n + 1)] = -50;
        scope(() => {
          const triangle = putTriangle(bench, broken);
          const reciprocals = kernels.allocZeroed(8 * padded(n));
          const sizes = [n, n, tolerance(n)] as const;
          expect(kernels.dpotrf(...sizes, triangle, reciprocals, 0, 0)).toBe((seed % n) + 1);
          const past = readTriangle(bench, triangle, padded(n)).values.slice(n * padded(n));
          expect(past.map(Math.abs)).toEqual(past.map(() => 0));
        });
      }),
    );
  });

  test('reports a column that depends on earlier ones as singular', () => {
    fc.assert(
      fc.property(order, fc.nat(), (n, seed) => {
        fc.pre(n > 1);
        const place = 1 + (seed % (n - 1));
        const x = random(2 * n, n, seed);
        const dependent = dense(2 * n, n, (i, j) => at(x, i, j === place ? 0 : j));
        expect(factor(multiply(transpose(dependent), dependent)).info).toBe(place + 1);
      }),
    );
  });

  test('reports the first NaN', () => {
    for (const n of orders) {
      const place = Math.floor(n / 2);
      const a = dense(n, n, (i, j) => (i === place && j === place ? NaN : Number(i === j)));
      expect(factor(a).info).toBe(place + 1);
      const beside = dense(n, n, (i, j) => (i === 0 && j === n - 1 ? NaN : Number(i === j)));
      expect(factor(beside).info).toBe(n);
    }
  });

  test('gives a column of zeros a row of zeros, in the factor and in the solution', () => {
    fc.assert(
      fc.property(order, fc.nat(), (n, seed) => {
        const zero = seed % n;
        const a = definite(n, 10);
        const holed = dense(n, n, (i, j) => (i === zero || j === zero ? 0 : at(a, i, j)));
        const { info, factor: u, reciprocals, solved } = factor(holed, random(n, 2, 11));
        expect(info).toBe(0);
        expect(reciprocals[zero]).toBe(0);
        expect([at(solved, zero, 0), at(solved, zero, 1)].map(Math.abs)).toEqual([0, 0]);
        for (let j = 0; j < n; j++) expect(Math.abs(at(u, zero, j))).toBe(0);
        expect(distance(multiply(transpose(u), u), holed)).toBeLessThanOrEqual(
          (n + 2) * epsilon * worst(a.values),
        );
      }),
    );
  });

  test('clamps unchecked pivots at zero: the residual of an outcome that is fitted exactly', () => {
    const x = random(30, 5, 12);
    const augmented = dense(30, 6, (i, j) => (j < 5 ? at(x, i, j) : at(x, i, 0) - 2 * at(x, i, 3)));
    const { info, factor: u } = factor(multiply(transpose(augmented), augmented), undefined, 5);
    expect(info).toBe(0);
    expect(at(u, 5, 5)).toBeLessThan(1e-7);
    expect(at(u, 5, 5)).toBeGreaterThanOrEqual(0);
  });

  test('leaves the identity as it is', () => {
    for (const n of orders) expect(distance(factor(identity(n)).factor, identity(n))).toBe(0);
  });
});
