import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  column,
  cross,
  dense,
  inverse,
  minus,
  multiply,
  plus,
  random,
  relativeDistance,
  transpose,
  wrap,
  type Dense,
} from '../dense.js';
import { padded, putTriangle } from '../lapack/panels.js';
import { loadKernels } from '../load.js';
import { problemOf, solveWith, type Solution } from './problem.js';

const bench = loadKernels();
const { kernels, put, get } = bench;

const sizes = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 8 }), fc.integer())
  .map(([k, more, seed]) => ({ k, n: k + more, seed }));

/** Address of the Cholesky factor of a matrix. */
function factorOf(a: Dense): number {
  const factor = putTriangle(bench, a);
  const reciprocals = kernels.alloc(8 * padded(a.rows));
  expect(kernels.dpotrf(a.rows, 0, 0, factor, reciprocals, 0, 0)).toBe(0);
  return factor;
}

/** The whole matrix in panels, its diagonal tiles with what is below the diagonal. */
function putSymmetric(a: Dense): number {
  const address = putTriangle(bench, a);
  const memory = new DataView(kernels.memory.buffer);
  for (let j = 0; j < a.rows; j++) {
    for (let i = j + 1; i < Math.min(a.rows, 4 * (Math.floor(j / 4) + 1)); i++) {
      memory.setFloat64(kernels.triangleEntry(address, i, j), a.values[i + j * a.rows]!, true);
    }
  }
  return address;
}

test('the sandwich is P S P, from S and from its Cholesky factor', () => {
  fc.assert(
    fc.property(sizes, ({ k, n, seed }) => {
      const s = problemOf(n, k, seed).covariance;
      const map = random(n, k, seed + 1);
      const expected = multiply(cross(map, s), map);
      const found = [false, true].map((factored) =>
        bench.scope(() => {
          const out = kernels.alloc(8 * k * k);
          const factor = factored ? factorOf(s) : 0;
          expect(kernels.sandwich(k, n, put(map.values), putSymmetric(s), factor, out)).toBe(0);
          return wrap(k, k, get(out, k * k));
        }),
      );
      for (const v of found) {
        expect(relativeDistance(v, expected)).toBeLessThan(1e-12);
        expect(v.values).toEqual(transpose(v).values);
      }
    }),
  );
});

/** Units with blocks of moments Q_i and q_i: g_i(b) = q_i - Q_i b. */
interface Units {
  readonly blocks: readonly Dense[];
  readonly outcomes: readonly Dense[];
}

function unitsOf(count: number, n: number, k: number, seed: number): Units {
  const mean = random(n, k, seed);
  return {
    blocks: Array.from({ length: count }, (_, i) => plus(mean, random(n, k, seed + 2 * i + 1))),
    outcomes: Array.from({ length: count }, (_, i) => random(n, 1, seed + 2 * i + 2)),
  };
}

const total = (parts: readonly Dense[]): Dense => parts.reduce(plus);

/** g_i(b) of every unit. */
const momentsAt = ({ blocks, outcomes }: Units, b: Dense): Dense[] =>
  blocks.map((block, i) => minus(outcomes[i]!, multiply(block, b)));

const outer = (g: Dense): Dense => multiply(g, transpose(g));

/** The step weighted by the inverse of S(b), the sum of the outer products of g_i(b). */
function stepFrom(units: Units, b: Dense): Solution & { readonly s: Dense } {
  const s = total(momentsAt(units, b).map(outer));
  const problem = { a: total(units.blocks), s: total(units.outcomes), covariance: s };
  return { ...solveWith(inverse(s), problem), s };
}

/** The step's derivative by the estimate that its weight rests on, by central differences. */
function derivativeOf(units: Units, b: Dense): Dense {
  const k = b.rows;
  const width = 1e-5;
  const shifted = (j: number, by: number) =>
    stepFrom(units, column(Array.from(b.values, (value, i) => (i === j ? value + by : value))))
      .params;
  return dense(k, k, (i, j) => {
    return (shifted(j, width).values[i]! - shifted(j, -width).values[i]!) / (2 * width);
  });
}

/** B = sum of s_i Q_i + g_i a'Q_i with s_i = g_i'a, in rows that are padded. */
function weightDerivative(units: Units, b: Dense, a: Dense): Dense {
  const parts = momentsAt(units, b).map((g, i) => {
    const q = units.blocks[i]!;
    const share = cross(g, a).values[0]!;
    const along = cross(a, q);
    return dense(
      q.rows,
      q.columns,
      (l, j) => share * q.values[l + j * q.rows]! + g.values[l]! * along.values[j]!,
    );
  });
  const sum = total(parts);
  return dense(padded(sum.rows), sum.columns, (i, j) =>
    i < sum.rows ? sum.values[i + j * sum.rows]! : 0,
  );
}

function corrected(second: Solution, derivative: Dense, model: Dense, robust: Dense): Dense {
  const [k, n] = [second.params.rows, second.map.columns];
  return bench.scope(() => {
    const out = kernels.alloc(8 * k * k);
    const map = put(transpose(second.map).values);
    const matrices = [derivative, model, robust].map((matrix) => put(matrix.values));
    expect(kernels.windmeijer(k, n, map, ...matrices, out)).toBe(0);
    return wrap(k, k, get(out, k * k));
  });
}

describe("Windmeijer's correction", () => {
  const cases = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }), fc.integer())
    .map(([k, more, seed]) => ({ k, n: k + more, seed }));

  function drawn({ k, n, seed }: { k: number; n: number; seed: number }) {
    const units = unitsOf(25, n, k, seed);
    const first = solveWith(inverse(problemOf(n, k, seed).covariance), {
      a: total(units.blocks),
      s: total(units.outcomes),
      covariance: wrap(0, 0, new Float64Array()),
    });
    const second = stepFrom(units, first.params);
    const derivative = weightDerivative(units, first.params, second.weighted);
    return { units, first, second, derivative };
  }

  test('adds the derivative of the estimate by its weight, which is found numerically', () => {
    fc.assert(
      fc.property(cases, (sizesAndSeed) => {
        const { units, first, second, derivative } = drawn(sizesAndSeed);
        const d = derivativeOf(units, first.params);
        const robust = multiply(multiply(first.map, second.s), transpose(first.map));
        const dv2 = multiply(d, second.bread);
        const expected = plus(
          plus(second.bread, multiply(multiply(d, robust), transpose(d))),
          plus(dv2, transpose(dv2)),
        );
        const found = corrected(second, derivative, second.bread, robust);
        // Central differences of width 1e-5 are off by 1e-10 of the third derivative, and by rounding over the width.
        expect(relativeDistance(found, expected)).toBeLessThan(1e-7);
      }),
      { numRuns: 12 },
    );
  });

  test('is D D transposed where the one-step covariance is the identity and the model-based one zero', () => {
    fc.assert(
      fc.property(cases, (sizesAndSeed) => {
        const { k } = sizesAndSeed;
        const { units, first, second, derivative } = drawn(sizesAndSeed);
        const d = derivativeOf(units, first.params);
        const identity = dense(k, k, (i, j) => Number(i === j));
        const found = corrected(
          second,
          derivative,
          dense(k, k, () => 0),
          identity,
        );
        expect(relativeDistance(found, outer(d))).toBeLessThan(1e-6);
      }),
      { numRuns: 12 },
    );
  });

  test('is the model-based covariance where the weight does not depend on the estimate', () => {
    const { second, derivative } = drawn({ k: 3, n: 6, seed: 1 });
    const none = dense(derivative.rows, 3, () => 0);
    const robust = random(3, 3, 2);
    expect(corrected(second, none, second.bread, robust).values).toEqual(
      corrected(
        second,
        none,
        second.bread,
        dense(3, 3, () => 0),
      ).values,
    );
    expect(
      relativeDistance(corrected(second, none, second.bread, robust), second.bread),
    ).toBeLessThan(1e-14);
  });
});
