import { describe, expect, test } from 'vitest';
import {
  column,
  cross,
  dense,
  inverse,
  multiply,
  relativeDistance,
  scale,
  symmetric,
  transpose,
  wrap,
  type Dense,
} from '../../../dense.js';
import { fitOf } from '../fit.js';
import { modelOf, names } from '../panel.js';
import {
  covarianceAt,
  doublyCorrected,
  momentsAt,
  momentsOf,
  nextStep,
  oneStep,
  outer,
  sandwich,
  stepDerivative,
  total,
  windmeijer,
  type Moments,
} from '../textbook.js';
import { unitsOf } from '../units.js';

/** Covariances square what elimination loses in the comparison's parameters. */
const tolerance = 1e-8;

function drawn(name: string, seed: number, weights: 'none' | 'analytic' = 'none') {
  const model = modelOf(name, { seed, weights });
  const moments = momentsOf(unitsOf(model));
  const first = oneStep(moments);
  const second = nextStep(moments, first.params);
  return { model, moments, first, second };
}

describe('the covariance of the coefficients follows its formula', () => {
  for (const name of names) {
    test(name, () => {
      const { model, moments, first, second } = drawn(name, 2, 'analytic');
      const vcov = (steps: 1 | 2, covariance: 'unadjusted' | 'robust' | 'windmeijer') =>
        fitOf(model, { steps, covariance }).vcov;
      const classical = fitOf(model, { covariance: 'unadjusted' });
      const sigma2 = classical.numbers['sigma2']!;
      expect(relativeDistance(classical.vcov, scale(sigma2, first.bread))).toBeLessThan(tolerance);
      const { covariance: s } = second;
      expect(relativeDistance(vcov(1, 'robust'), sandwich(first, s))).toBeLessThan(tolerance);
      expect(relativeDistance(vcov(2, 'unadjusted'), second.bread)).toBeLessThan(tolerance);
      expect(relativeDistance(vcov(2, 'robust'), sandwich(second, s))).toBeLessThan(tolerance);
      const corrected = windmeijer(moments, first, second);
      expect(relativeDistance(vcov(2, 'windmeijer'), corrected)).toBeLessThan(tolerance);
    });
  }
});

describe('the doubly corrected covariance is the sum of products of influence functions', () => {
  for (const name of names) {
    test(name, () => {
      const { model, moments, first, second } = drawn(name, 3);
      const covariance = 'doubly corrected';
      const one = fitOf(model, { steps: 1, covariance });
      const two = fitOf(model, { steps: 2, covariance });
      expect(relativeDistance(one.vcov, doublyCorrected(moments, first))).toBeLessThan(tolerance);
      expect(relativeDistance(two.vcov, doublyCorrected(moments, first, second))).toBeLessThan(
        tolerance,
      );
    });
  }
});

test('the derivative in the correction is what the two-step estimate moves by with the one-step estimate', () => {
  for (const name of ['differences, collapsed instruments', 'system of forward deviations']) {
    const { moments, first, second } = drawn(name, 4);
    const d = stepDerivative(moments, first, second);
    const width = 1e-5;
    const moved = (j: number, by: number) =>
      nextStep(
        moments,
        column(Array.from(first.params.values, (value, i) => (i === j ? value + by : value))),
      ).params.values;
    const numerical = dense(d.rows, d.columns, (i, j) => {
      return (moved(j, width)[i]! - moved(j, -width)[i]!) / (2 * width);
    });
    expect(relativeDistance(d, numerical)).toBeLessThan(1e-6);
  }
});

test('influence functions sum to the covariance, and are P g + D P1 g1 by unit', () => {
  for (const name of names) {
    const { model, moments, first, second } = drawn(name, 5);
    const d = stepDerivative(moments, first, second);
    const g = momentsAt(moments, first.params);
    const robust = columnsOf(g.map((moment) => multiply(second.map, moment)));
    const along = columnsOf(g.map((moment) => multiply(d, multiply(first.map, moment))));
    for (const covariance of ['robust', 'windmeijer'] as const) {
      const { influence, vcov } = fitOf(model, { steps: 2, covariance, influence: true });
      const expected =
        covariance === 'robust'
          ? robust
          : wrap(
              robust.rows,
              robust.columns,
              robust.values.map((v, i) => v + along.values[i]!),
            );
      expect(relativeDistance(influence, expected)).toBeLessThan(tolerance);
      expect(relativeDistance(multiply(influence, transpose(influence)), vcov)).toBeLessThan(
        tolerance,
      );
    }
  }
});

/** A matrix of columns. */
const columnsOf = (parts: readonly Dense[]): Dense =>
  dense(parts[0]!.rows, parts.length, (i, j) => parts[j]!.values[i]!);

test('moment blocks have the sum and the products from which any S(b) follows', () => {
  const { model, moments } = drawn('system of differences', 6);
  const { blockSum, blockProducts, params } = fitOf(model, { steps: 2, blockMoments: true });
  const [n, k] = [moments.a.rows, moments.a.columns];
  const stride = blockProducts.rows / (k + 1);
  expect(relativeDistance(blockSum, joined(moments.a, moments.s))).toBeLessThan(1e-13);
  // S(b) = (b', -1) (x) I times the products.
  const along = dense(n, blockProducts.rows, (l, place) => {
    const j = Math.floor(place / stride);
    return place % stride === l ? (j < k ? -params.values[j]! : 1) : 0;
  });
  const s = multiply(multiply(along, symmetric(blockProducts)), transpose(along));
  expect(relativeDistance(s, covarianceAt(moments, params))).toBeLessThan(1e-12);
});

const joined = (a: Dense, s: Dense): Dense =>
  wrap(a.rows, a.columns + 1, Float64Array.from([...a.values, ...s.values]));

test('the small-sample factor counts rows and units, or the rows of sigma2 after a classical step', () => {
  for (const name of names) {
    const model = modelOf(name, { seed: 7 });
    const { vcov, numbers } = fitOf(model, { steps: 2 });
    const small = fitOf(model, { steps: 2, small: true });
    const [nobs, k, groups] = [numbers['nobs']!, numbers['nparams']!, numbers['ngroups']!];
    const factor = ((nobs - 1) / (nobs - k)) * (groups / (groups - 1));
    expect(small.numbers['smallFactor']).toBeCloseTo(factor, 14);
    expect(relativeDistance(small.vcov, scale(factor, vcov))).toBeLessThan(1e-13);
    const classical = fitOf(model, { covariance: 'unadjusted' });
    const adjusted = fitOf(model, { covariance: 'unadjusted', small: true });
    const level = model.system && (model.h === 1 || model.transform === 'level');
    const rows = numbers[level ? 'nlevel' : 'ndiff']!;
    const ratio = scale(rows / (rows - k), classical.vcov);
    expect(relativeDistance(adjusted.vcov, ratio)).toBeLessThan(1e-13);
  }
});

describe('clusters', () => {
  const { model, moments, first } = drawn('system of differences', 8);
  const entering = unitsOf(model);
  const labels = entering.map((_, i) => i % 11);
  const rows = model.panel.rows.flatMap((exists, i) => exists.flatMap((row) => (row ? [i] : [])));

  /** The blocks of units summed by cluster: moments of clusters as if these were units. */
  function clustered(): Moments {
    const sums = (parts: readonly Dense[]) =>
      [...new Set(labels)].map((label) => total(parts.filter((_, i) => labels[i] === label)));
    const { blocks, outcomes, squares } = moments;
    return { ...moments, blocks: sums(blocks), outcomes: sums(outcomes), squares: sums(squares) };
  }

  test('that hold whole units add up their moments', () => {
    expect(moments.blocks.length).toBe(labels.length);
    const joint = clustered();
    const second = nextStep(joint, first.params);
    const options = { steps: 2, clusters: [rows.map((i) => labels[i]!)] } as const;
    const fit = fitOf(model, { ...options, covariance: 'windmeijer' });
    expect(fit.numbers['nclusters']).toBe(11);
    expect(relativeDistance(fit.params, second.params)).toBeLessThan(tolerance);
    expect(relativeDistance(fit.vcov, windmeijer(joint, first, second))).toBeLessThan(tolerance);
    const doubly = fitOf(model, { ...options, covariance: 'doubly corrected' });
    expect(relativeDistance(doubly.vcov, doublyCorrected(joint, first, second))).toBeLessThan(
      tolerance,
    );
  });

  test('in two dimensions add up and subtract their intersections', () => {
    const periods = model.panel.rows.flatMap((exists) =>
      exists.flatMap((row, t) => (row ? [t] : [])),
    );
    const terms = [rows, periods].map((ids) => meat(ids));
    const both = meat(rows.map((i, row) => i * model.panel.nperiods + periods[row]!));
    const s = wrap(
      both.rows,
      both.rows,
      both.values.map((v, i) => terms[0]!.values[i]! + terms[1]!.values[i]! - v),
    );
    const { vcov } = fitOf(model, { clusters: [rows, periods] });
    expect(relativeDistance(vcov, sandwich(first, s))).toBeLessThan(tolerance);
  });

  /** Sum over clusters of rows of the outer products of Z'e; a row belongs to the cluster of its own period. */
  function meat(ids: readonly number[]): Dense {
    const { nperiods } = model.panel;
    const places = model.panel.rows.map((exists) => exists.map(() => -1));
    let row = 0;
    model.panel.rows.forEach((exists, i) =>
      exists.forEach((there, t) => {
        if (there) places[i]![t] = ids[row++]!;
      }),
    );
    const sums = new Map<number, Dense>();
    entering.forEach(({ used, x, y, z }, i) => {
      used.forEach((there, r) => {
        if (!there) return;
        const e = x.values.reduce(
          (rest, _, place) =>
            place % x.rows === r
              ? rest - x.values[place]! * first.params.values[Math.floor(place / x.rows)]!
              : rest,
          y.values[r]!,
        );
        const score = dense(z.columns, 1, (l) => e * z.values[r + l * z.rows]!);
        const id = places[i]![r % nperiods]!;
        const before = sums.get(id);
        sums.set(id, before ? total([before, score]) : score);
      });
    });
    return total([...sums.values()].map(outer));
  }
});

test('the bread is the inverse of the weighted cross-product', () => {
  const { model, moments, second } = drawn('forward deviations', 9);
  const { bread } = fitOf(model, { steps: 2 });
  const square = multiply(cross(moments.a, inverse(second.covariance)), moments.a);
  expect(relativeDistance(inverse(bread), square)).toBeLessThan(tolerance);
});
