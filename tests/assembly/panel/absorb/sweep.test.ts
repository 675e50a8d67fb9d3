import { expect, test } from 'vitest';
import { dense, multiply, random, relativeDistance, transpose, type Dense } from '../../dense.js';
import { core, doubles, get } from '../../linear-design.js';
import {
  basisOf,
  dummies,
  levelCounts,
  putOptions,
  putWeights,
  residual,
  sampleOf,
} from '../effects.js';

/**
 * A sample in which the second of three dimensions has the most levels and so comes first, with D1 its dummies, D2 those of
 * the others and W the weights.
 */
function opened(seed: number, weighted: boolean) {
  const sample = sampleOf(30, [3, 7, 4], 0, { seed, weighted });
  const { codes, nrows } = sample;
  const matrix = (columns: readonly (readonly number[])[]) =>
    dense(nrows, columns.length, (i, j) => columns[j]![i]!);
  const weights = sample.weights ?? codes[0]!.map(() => 1);
  return {
    nrows,
    effects: core.openedEffects(nrows, putOptions(sample), putWeights(sample)),
    first: matrix(dummies({ codes: [codes[1]!] })),
    others: matrix(dummies({ codes: [codes[0]!, codes[2]!] })),
    weigh: (a: Dense) =>
      dense(a.rows, a.columns, (i, j) => weights[i]! * a.values[i + j * a.rows]!),
    sample,
  };
}

/** Two columns in memory, row by row. */
const putLanes = (a: Dense) => doubles(transpose(a).values);
const readLanes = (at: number, rows: number) =>
  dense(rows, 2, (i, j) => get(at, 2 * rows)[2 * i + j]!);

/** (I - D1 M1) A. */
function demeaned({ first, weigh }: ReturnType<typeof opened>, a: Dense): Dense {
  const sums = multiply(transpose(first), weigh(a));
  const counts = multiply(transpose(first), weigh(dense(first.rows, 1, () => 1)));
  const means = dense(sums.rows, 2, (i, j) => sums.values[i + j * sums.rows]! / counts.values[i]!);
  const fitted = multiply(first, means);
  return dense(a.rows, 2, (i, j) => a.values[i + j * a.rows]! - fitted.values[i + j * a.rows]!);
}

// Sums of 30 rows and their means: some roundings of the largest element.
const rounding = 1e-14;

for (const weighted of [false, true]) {
  const kind = weighted ? 'weighted' : 'plain';

  test(`a sweep of the first dimension takes its ${kind} means off two columns`, () => {
    const start = core.mark();
    const state = opened(1, weighted);
    const x = random(state.nrows, 2, 2);
    const at = putLanes(x);
    core.demeanFirst(state.effects, at);
    expect(relativeDistance(readLanes(at, state.nrows), demeaned(state, x))).toBeLessThan(rounding);
    core.release(start);
  });

  test(`sums by level are products with the dummies and the ${kind} rows`, () => {
    const start = core.mark();
    const state = opened(3, weighted);
    const { others, weigh, nrows } = state;
    const x = random(nrows, 2, 4);
    const sums = putLanes(random(others.columns, 2, 5));
    core.levelSums(state.effects, putLanes(x), sums);
    const expected = multiply(transpose(others), weigh(x));
    expect(relativeDistance(readLanes(sums, others.columns), expected)).toBeLessThan(rounding);
    core.release(start);
  });

  test(`level values times the ${kind} normal matrix are D2'W (I - D1 M1) D2 a`, () => {
    const start = core.mark();
    const state = opened(6, weighted);
    const { others, weigh } = state;
    const values = random(others.columns, 2, 7);
    const sums = putLanes(values);
    core.applyLevels(state.effects, putLanes(values), sums);
    const expected = multiply(transpose(others), weigh(demeaned(state, multiply(others, values))));
    expect(relativeDistance(readLanes(sums, others.columns), expected)).toBeLessThan(rounding);
    core.release(start);
  });

  test(`conjugate gradients leave the ${kind} residuals of least squares on all dummies`, () => {
    const start = core.mark();
    const state = opened(8, weighted);
    const x = random(state.nrows, 2, 9);
    const at = putLanes(x);
    const levels = levelCounts(state.sample).reduce((sum, count) => sum + count, 0);
    const count = core.iterations(state.effects, 1000, 1e-13, at);
    expect(count).toBeGreaterThan(0);
    // In exact arithmetic they end after as many steps as there are levels; a second round mends rounding.
    expect(count).toBeLessThan(2 * levels);
    const basis = basisOf(dummies(state.sample), state.sample.weights);
    const rest = [0, 1].map((j) =>
      residual(
        Array.from(x.values.subarray(j * state.nrows, (j + 1) * state.nrows)),
        basis,
        state.sample.weights,
      ),
    );
    const expected = dense(state.nrows, 2, (i, j) => rest[j]![i]!);
    expect(relativeDistance(readLanes(at, state.nrows), expected)).toBeLessThan(1e-12);
    core.release(start);
  });
}

test('subtracting levels takes the value of each level off its rows', () => {
  const start = core.mark();
  const { effects, others, nrows } = opened(10, false);
  const [x, values] = [random(nrows, 2, 11), random(others.columns, 2, 12)];
  const at = putLanes(x);
  core.subtractLevels(effects, putLanes(values), at);
  const fitted = multiply(others, values);
  const expected = dense(
    nrows,
    2,
    (i, j) => x.values[i + j * nrows]! - fitted.values[i + j * nrows]!,
  );
  expect(relativeDistance(readLanes(at, nrows), expected)).toBeLessThan(rounding);
  core.release(start);
});
