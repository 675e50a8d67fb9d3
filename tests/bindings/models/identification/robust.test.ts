/** Effective F, AR, K, J and CLR against their restatement on whole columns, and against what they must equal. */
import { expect, test } from 'vitest';
import { loadEngine } from 'wasmetrics';
import {
  conditionalPValue,
  likelihoodRatio,
} from '../../../../bindings/models/identification/confidence-sets/clr.js';
import { effectiveF } from '../../../../bindings/models/identification/effective-f.js';
import { rankStatistic } from '../../../../bindings/models/identification/rank.js';
import { equations, unit } from '../../../../bindings/models/identification/reduced-form.js';
import {
  pValues,
  robustStatistics,
} from '../../../../bindings/models/identification/confidence-sets/robust-tests.js';
import {
  limlKappa,
  structuralError,
} from '../../../../bindings/models/identification/structural.js';
import {
  noncentralChi2Isf,
  noncentralChi2Sf,
} from '../../../../bindings/core/numerics/noncentral.js';
import { type Data, type Kind, reducedForm, simulate } from './data.js';
import { cigarettes, firms, golden } from './samples.js';

interface Restated extends Record<'ar' | 'k' | 'j' | 'rank' | 'clr', number> {
  params: number[];
  pValues: Record<'ar' | 'k' | 'j' | 'clr', number>;
}
const expected = JSON.parse(golden('instruments/restatement.json')) as {
  cigarettesRobust: Restated & { effectiveF: ReturnType<typeof effectiveF> };
  firmsCluster: Restated;
};

const engine = await loadEngine();
const close = (actual: number, wanted: number, digits = 1e-8) =>
  expect(Math.abs(actual - wanted), `${actual} for ${wanted}`).toBeLessThanOrEqual(
    digits * Math.max(Math.abs(wanted), 1e-3),
  );

function robustOf(data: Data, kind: Kind, params: readonly number[]) {
  const form = equations(reducedForm(data, kind));
  const directions = params.map((_, j) => unit(1 + params.length, 1 + j));
  return {
    form,
    directions,
    statistics: robustStatistics(form, structuralError(params), directions)!,
  };
}

test.each([
  ['one endogenous variable, robust', cigarettes(), 'robust', expected.cigarettesRobust],
  ['three endogenous variables, clusters', firms(), 'cluster', expected.firmsCluster],
] as const)('AR, K, J and CLR with %s are those restated', (_, data, kind, restated) => {
  const { form, statistics } = robustOf(data, kind, restated.params);
  for (const key of ['ar', 'k', 'j', 'rank', 'clr'] as const) close(statistics[key], restated[key]);
  const p = pValues(engine, form, statistics);
  for (const key of ['ar', 'k', 'j', 'clr'] as const) close(p[key]!, restated.pValues[key]);
});

test('the effective F and its critical values equal a direct computation', () => {
  const result = effectiveF(engine, equations(reducedForm(cigarettes(), 'robust')));
  const restated = expected.cigarettesRobust.effectiveF;
  close(result.stat, restated.stat);
  close(result.dfEffective, restated.dfEffective);
  for (const [name, values] of Object.entries(restated.criticalValues)) {
    for (const [percent, value] of Object.entries(values)) {
      close(result.criticalValues[name as 'tsls'][percent]!, value);
    }
  }
});

/** Montiel Olea and Pflueger (2013), table 1: 37.4, 23.1, 15.1, 12.0 for one effective degree of freedom. */
test('with one instrument the simplified critical values are those published', () => {
  const data = simulate({ nobs: 80, ninstruments: 1, nendogenous: 1, strength: 1, seed: 3 });
  const { criticalValues } = effectiveF(engine, equations(reducedForm(data, 'robust')));
  const rounded = Object.values(criticalValues.simplified).map((value) => value.toFixed(1));
  expect(rounded).toEqual(['37.4', '23.1', '15.1', '12.0']);
});

test('noncentral chi-squared tails are those of scipy and invert', () => {
  // scipy 1.17 stats.ncx2.sf and isf
  close(noncentralChi2Sf(engine, 30, 2.5, 12), 0.032807454278126966, 1e-12);
  close(noncentralChi2Sf(engine, 900, 40.25, 805), 0.16983498274443795, 1e-12);
  close(noncentralChi2Isf(engine, 0.05, 1, 20), 37.417561545697716, 1e-12);
  close(noncentralChi2Isf(engine, 0.05, 3, 0), engine.exports.chi2_isf(0.05, 3), 1e-13);
});

const design = { nobs: 90, ninstruments: 4, nendogenous: 2, strength: 0.3, seed: 11 };

test('AR is the sum of K and J, and CLR lies between K and AR', () => {
  for (const kind of ['unadjusted', 'robust', 'cluster'] as const) {
    const { ar, k, j, clr } = robustOf(simulate(design), kind, [0.4, 0.2]).statistics;
    close(k + j, ar, 1e-12);
    expect(clr).toBeGreaterThanOrEqual(k);
    expect(clr).toBeLessThanOrEqual(ar);
  }
});

test('under homoskedasticity the minimum of AR is n (kappa - 1), and K is 0 there', () => {
  const data = simulate({ ...design, nendogenous: 1 });
  const form = equations(reducedForm(data, 'unadjusted'));
  const statisticsOf = (b: number) => robustStatistics(form, [1, -b], [[0, 1]])!;
  const grid = Array.from({ length: 4001 }, (_, i) => -2 + i / 1000);
  const least = grid.reduce((best, b) => (statisticsOf(b).ar < statisticsOf(best).ar ? b : best));
  close(statisticsOf(least).ar, data.outcome.length * (limlKappa(form) - 1), 1e-4);
  expect(statisticsOf(least).k).toBeLessThan(1e-3);
});

test('statistics do not change when the structural error is scaled or directions are mixed', () => {
  const { form, directions, statistics } = robustOf(simulate(design), 'robust', [0.4, 0.2]);
  const error = structuralError([0.4, 0.2]);
  const mixed = [
    [0.5, 1, 3],
    [-1, 0, 2],
  ];
  const again = robustStatistics(
    form,
    error.map((c) => -7 * c),
    mixed,
  )!;
  for (const key of ['ar', 'k', 'j'] as const) close(again[key], statistics[key], 1e-9);
  expect(directions).toHaveLength(2);
});

test('with one endogenous variable the rank statistic is the robust Wald of the first stage', () => {
  const data = simulate({ ...design, nendogenous: 1 });
  const form = equations(reducedForm(data, 'cluster'));
  const wald = robustStatistics(form, [0, 1], [[1, 0]])!.ar;
  close(rankStatistic(form, [[0, 1]])!, wald, 1e-12);
});

test('the conditional p-value runs from chi-squared of K1 to chi-squared of L as r falls', () => {
  const { chi2_sf } = engine.exports;
  for (const [m, instruments] of [
    [1, 2],
    [1, 5],
    [2, 4],
    [3, 12],
  ] as const) {
    close(conditionalPValue(engine, 4, 1e9, [m, instruments]), chi2_sf(4, m), 1e-7);
    close(conditionalPValue(engine, 4, 1e-9, [m, instruments]), chi2_sf(4, instruments), 1e-7);
  }
  expect(conditionalPValue(engine, 0, 5, [1, 3])).toBe(1);
});

test('the conditional p-value is a mean of chi-squared tails over the share of K in AR', () => {
  const { chi2_sf } = engine.exports;
  const parts = 4000;
  // With s^2 the share of one coefficient's K, s has density (1 - s^2)^((L - 3) / 2).
  for (const [stat, r, instruments] of [
    [5, 3, 3],
    [12, 40, 5],
    [30, 0.5, 7],
  ] as const) {
    const points = Array.from({ length: parts }, (_, i) => (i + 0.5) / parts);
    const weights = points.map((s) => (1 - s * s) ** ((instruments - 3) / 2));
    const tails = points.map((s) => chi2_sf((r + stat) / (1 + (r * s * s) / stat), instruments));
    const mass = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = tails.reduce((sum, tail, i) => sum + weights[i]! * tail, 0) / mass;
    close(conditionalPValue(engine, stat, r, [1, instruments]), mean, 1e-6);
  }
});

/** Andrews, Moreira and Stock (2006, table of the CLR): the 5 % critical value falls from chi2(k) to chi2(1) in r. */
test('the statistic is that of Moreira written with sums of squares', () => {
  const [s, t, st] = [9, 20, 8];
  const k = (st * st) / t;
  const moreira = (s - t + Math.sqrt((s + t) ** 2 - 4 * (s * t - st * st))) / 2;
  close(likelihoodRatio(s, k, t), moreira, 1e-13);
  close(likelihoodRatio(20, (15 * 15) / 9, 9), (20 - 9 + Math.sqrt(29 ** 2 - 4 * (180 - 225))) / 2);
});
