/** Projected sets of K, K-J and the conditional likelihood ratio. */
import { beforeAll, describe, expect, test } from 'vitest';
import { fitModel, parseModel, type WeakIdentification, weakIdentification } from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import type { CoefficientSets, DpdModelInput } from 'wasmetrics/types';
import { newEngine } from '../../../../bindings/core/engine/engine.js';
import { dpdEstimator } from '../../../../bindings/models/dpd/index.js';
import { momentsOf } from '../../../../bindings/models/dynamic/estimate/estimate.js';
import type { ConfidenceSet } from '../../../../bindings/results/fit.js';
import {
  chi2Equivalent,
  conditionalPValue,
} from '../../../../bindings/models/identification/confidence-sets/clr.js';
import { equations } from '../../../../bindings/models/identification/reduced-form.js';
import { allDirections, directionsOf } from '../../../../bindings/analysis/weak/directions.js';
import { jointTest, type Score, scores } from '../../../../bindings/analysis/weak/search/joint.js';
import { momentsForm } from '../../../../bindings/analysis/weak/moments-form.js';
import { statisticsOf } from '../../../../bindings/analysis/weak/statistics.js';
import { searchWarnings } from '../../../../bindings/analysis/weak/warnings.js';
import { data, model as demo } from '../sensitivity/example.js';

const engine = await newEngine();
const level = 0.95;

/** Two coefficients each: that of the lagged outcome, and of a regressor or the constant. */
const difference: DpdModelInput = {
  ...demo,
  system: false,
  formula: 'n ~ L.n + k',
  gmm: [{ vars: 'n', lags: [2, 3], collapse: true }],
  iv: [{ vars: 'k' }],
};
const system: DpdModelInput = {
  ...demo,
  formula: 'n ~ L.n',
  gmm: [{ vars: ['n', 'k'], lags: [2, 3], collapse: true }],
  iv: [],
};

function formOf(written: DpdModelInput) {
  const model = parseModel(written);
  if (model.estimator !== 'dpd') throw new Error('expected a dynamic panel');
  const { sample, estimate } = dpdEstimator.fit(engine, model, data);
  const params = [...estimate.params];
  return {
    params,
    form: equations(momentsForm(momentsOf(engine, model, sample), estimate.params)),
  };
}

const contains = ({ intervals }: ConfidenceSet, b: number) =>
  intervals.some(([low, high]) => (low ?? -Infinity) <= b && b <= (high ?? Infinity));

/** From minus to plus infinity, dense within some scales of the centre. */
const gridOf = (count: number, centre: number, scale: number) =>
  Array.from({ length: count }, (_, i) => (2 * i + 1) / count - 1).map(
    (v) => centre + (scale * 2 * v) / (1 - v * v),
  );

describe('the chi-squared equivalent of the conditional likelihood ratio', () => {
  const { chi2_sf } = engine.exports;

  test.each([
    [0.3, 0],
    [9, 0.5],
    [11, 12],
    [200, 500],
  ])('has the p-value of %d given a rank statistic of %d', (clr, rank) => {
    const stat = chi2Equivalent(engine, { clr, rank }, [2, 7]);
    const p = conditionalPValue(engine, clr, rank, [2, 7]);
    expect(chi2_sf(stat, 2) / p).toBeCloseTo(1, 9);
  });

  test('equals the ratio if that is chi-squared, and grows beyond the smallest p-value', () => {
    expect(chi2Equivalent(engine, { clr: 3, rank: 1e14 }, [2, 7])).toBeCloseTo(3, 8);
    expect(chi2Equivalent(engine, { clr: 3, rank: 1 }, [4, 4])).toBeCloseTo(3, 10);
    expect(chi2Equivalent(engine, { clr: 5000, rank: 1 }, [2, 7])).toBe(5000);
  });
});

describe('joint tests', () => {
  const { form, params } = formOf(demo);

  test.each([0, 1e4])('do not depend on how the directions are spanned (%d off)', (off) => {
    const error = [1, ...params.map((b) => -b - off)];
    const sparse = statisticsOf(form, error, allDirections(form, error))!;
    const whole = statisticsOf(form, error, directionsOf(form, error, []))!;
    expect(sparse.k / whole.k).toBeCloseTo(1, 6);
    expect(sparse.conditional()!.rank / whole.conditional()!.rank).toBeCloseTo(1, 5);
  });

  test('do not depend on the size of the error', () => {
    const error = [1, ...params.map((b) => 0.3 - b)];
    for (const score of scores) {
      const { distance } = jointTest(engine, form, score, level);
      expect(distance(error.map((w) => -7 * w))).toBeCloseTo(distance(error), 6);
    }
  });

  test('smooth the kink of K-J by at most half the blur, from above', () => {
    const { distance, blurs } = jointTest(engine, form, 'kj', level);
    const error = [1, ...params.map((b) => 0.1 - b)];
    for (const blur of blurs) {
      const above = distance(error, blur) - distance(error);
      expect(above).toBeGreaterThanOrEqual(0);
      expect(above).toBeLessThanOrEqual(blur / 2);
    }
  });
});

describe.each([
  ['a difference GMM', difference],
  ['a system GMM', system],
])('projected sets of %s', (_, model) => {
  const { form, params } = formOf(model);
  let sets: CoefficientSets;
  beforeAll(async () => {
    const result = await weakIdentification(await fitModel(data, model), {
      workers: 0,
      projected: true,
      coefficients: ['L1.n'],
    });
    expect(result.warnings).toEqual([]);
    [sets] = result.sets as [CoefficientSets];
  });

  test.each(scores)('of %s are those of all values of both coefficients', (score: Score) => {
    const { distance } = jointTest(engine, form, score, level);
    const set = sets.projected.searched![score];
    const ends = set.intervals.flat().filter((end) => end !== null);
    for (const b of gridOf(30, params[0]!, 0.4)) {
      const others = gridOf(300, params[1]!, 2);
      const least = Math.min(...others.map((other) => distance([1, -b, -other])));
      if (least < 0) expect([b, contains(set, b)]).toEqual([b, true]);
      const near = ends.some((end) => Math.abs(b - end) < 0.05 * (1 + Math.abs(end)));
      // K is below 0 in grooves that may be narrower than these steps.
      if (least > 0 && !near && score !== 'k') expect([b, contains(set, b)]).toEqual([b, false]);
    }
  });

  test('of K contain the concentrated ones', () => {
    const { intervals } = sets.concentrated.k;
    expect(intervals.length).toBeGreaterThan(0);
    for (const [low, high] of intervals) {
      const inside = [low, (low! + high!) / 2, high];
      for (const b of inside) expect(contains(sets.projected.searched!.k, b!)).toBe(true);
    }
  });

  test('drew twice as many starts until none added a grid point', () => {
    for (const score of scores) {
      const { starts, added } = sets.projected.searched![score];
      expect(added).toBe(0);
      expect([12, 24, 48, 96]).toContain(starts);
    }
  });
});

describe('projected sets', () => {
  const few = { places: 12, projected: true };
  let here: WeakIdentification;
  beforeAll(async () => {
    here = await weakIdentification(await fitModel(data, difference), { ...few, workers: 0 });
  });

  test('are the same in the calling thread and in workers', async () => {
    const there = await weakIdentification(await fitModel(data, difference), {
      ...few,
      workers: 2,
    });
    expect(there).toEqual(here);
  });

  test('are printed with a note on how to read them', () => {
    const text = toText(here);
    expect(text).toMatch(/^projected +K +chi2\(2\) /m);
    expect(text).toMatch(/^projected +K-J +chi2\(2\), chi2\(1\) /m);
    expect(text).toMatch(/^projected +CLR +conditional /m);
    expect(text.replace(/\s+/g, ' ')).toContain(
      `starting values at each grid point: ${here.sets[0]!.projected.searched!.note}.`,
    );
  });

  test('are computed only on request', async () => {
    const { sets } = await weakIdentification(await fitModel(data, difference), {
      places: 12,
      workers: 0,
    });
    expect(sets[0]!.projected).not.toHaveProperty('searched');
  });

  test('equal those with nothing concentrated out if there is one coefficient', async () => {
    const alone = { ...difference, formula: 'n ~ L.n', iv: [] };
    const { sets } = await weakIdentification(await fitModel(data, alone), { ...few, workers: 0 });
    const [{ projected, concentrated }] = sets as [CoefficientSets];
    for (const score of scores) {
      const ends = projected.searched![score].intervals.flat();
      concentrated[score].intervals.flat().forEach((end, i) => {
        if (end === null) expect(ends[i]).toBeNull();
        else expect(ends[i]! / end).toBeCloseTo(1, 5);
      });
    }
  });

  test('have no CLR set with few units', async () => {
    const fit = await fitModel(data, { ...system, where: 'id < 13' });
    const { sets, nmoments } = await weakIdentification(fit, { ...few, workers: 0 });
    expect(nmoments).toBeGreaterThan(6);
    expect(sets[0]!.projected.searched!.clr.kind).toBe('unavailable');
  });

  test('come with a warning if the last starts still added grid points', () => {
    const [one] = here.sets as [CoefficientSets];
    const searched = one.projected.searched!;
    const unsettled = { ...searched, clr: { ...searched.clr, starts: 96, added: 2 } };
    const warnings = searchWarnings([
      { ...one, projected: { ...one.projected, searched: unsettled } },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['unsettled-projection']);
    expect(warnings[0]!.message).toMatch(
      /CLR set of L1\.n: the last half of 96 starts .* 2 grid points/,
    );
  });
});
