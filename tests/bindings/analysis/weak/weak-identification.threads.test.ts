import { describe, expect, test } from 'vitest';
import { fitModel, weakIdentification } from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import type { CoefficientSets, DpdModelInput } from 'wasmetrics/types';
import { newEngine } from '../../../../bindings/core/engine/engine.js';
import type { DynamicFit } from '../../../../bindings/models/dpd/index.js';
import { momentsOf } from '../../../../bindings/models/dynamic/estimate/estimate.js';
import { dpdEstimator } from '../../../../bindings/models/dpd/index.js';
import { parseModel } from '../../../../bindings/models/reading/model-file.js';
import { equations, unit } from '../../../../bindings/models/identification/reduced-form.js';
import { rankStatistic } from '../../../../bindings/models/identification/rank.js';
import { directionsOf } from '../../../../bindings/analysis/weak/directions.js';
import { momentsForm } from '../../../../bindings/analysis/weak/moments-form.js';
import { lineOf } from '../../../../bindings/analysis/weak/problem.js';
import {
  carryMinima,
  minimumOnLine,
  leastMoments,
} from '../../../../bindings/analysis/weak/profile.js';
import { statisticsOf } from '../../../../bindings/analysis/weak/statistics.js';
import { readFileSync } from 'node:fs';
import { data, model as demo } from '../sensitivity/example.js';

const model: DpdModelInput = {
  ...demo,
  formula: 'n ~ L.n + w + k',
  gmm: [
    { vars: 'n', lags: [2, 3], collapse: true },
    { vars: 'w', lags: [1, 2], collapse: true },
  ],
};

const engine = await newEngine();

async function formOf(written: DpdModelInput) {
  const model = parseModel(written);
  if (model.estimator !== 'dpd') throw new Error('expected a dynamic panel');
  const fitted: DynamicFit = dpdEstimator.fit(engine, model, data);
  const { sample, estimate, result } = fitted;
  const form = equations(momentsForm(momentsOf(engine, model, sample), estimate.params));
  return { form, result, params: [...estimate.params] };
}

describe('statistics of the moments', () => {
  test.each([true, false])(
    'S at the CUE is its J, and K is 0 there (system %s)',
    async (system) => {
      const { form, result, params } = await formOf({ ...model, system, steps: 'cue' });
      const error = [1, ...params.map((b) => -b)];
      const statistics = statisticsOf(form, error, directionsOf(form, error, []))!;
      expect(statistics.s).toBeCloseTo(result.tests.hansen!.stat!, 8);
      expect(statistics.k).toBeLessThan(1e-8 * statistics.s);
    },
  );

  test('are those of matrices formed from rows', async () => {
    const path = 'tests/golden/weak/expected.json';
    const golden = JSON.parse(readFileSync(path, 'utf8')) as {
      points: { params: number[]; s: number; k: number; rank: number; jointRank: number }[];
      rank: number;
      model: DpdModelInput;
    };
    const { form } = await formOf(golden.model);
    for (const { params, s, k, rank, jointRank } of golden.points) {
      const error = [1, ...params.map((b) => -b)];
      const statistics = statisticsOf(form, error, directionsOf(form, error, [2, 3, 4]))!;
      const all = statisticsOf(form, error, directionsOf(form, error, []))!;
      expect(all.s / s).toBeCloseTo(1, 8);
      expect(all.k / k).toBeCloseTo(1, 7);
      expect(statistics.conditional()!.rank / rank).toBeCloseTo(1, 6);
      expect(all.conditional()!.rank / jointRank).toBeCloseTo(1, 6);
    }
    const directions = golden.points[0]!.params.map((_, j) => unit(5, 1 + j));
    expect(rankStatistic(form, directions)! / golden.rank).toBeCloseTo(1, 6);
  });
});

describe('minimum of S over the other coefficients', () => {
  test('is the lowest of many searches from random starts', async () => {
    const path = 'tests/golden/weak/expected.json';
    const golden = JSON.parse(readFileSync(path, 'utf8')) as {
      least: { first: number; s: number }[];
      model: DpdModelInput;
    };
    const { form, params } = await formOf(golden.model);
    const target = { equation: 1, centre: params[0]!, scale: 0.1 };
    const line = lineOf(form, target, 24);
    const starts = line.grid.map((u) => leastMoments(form, target, line.weights(u), params));
    const least = minimumOnLine(form, target, line, carryMinima(form, target, line, starts));
    for (const { first, s } of golden.least) {
      const z = (first - target.centre) / target.scale;
      expect(least(z / (1 + Math.sqrt(1 + z * z)))!.ar / s).toBeCloseTo(1, 7);
    }
  });
});

describe('weak identification', () => {
  const few = { places: 12, workers: 0 };

  test('is the same in the calling thread and in workers', async () => {
    const fit = await fitModel(data, model);
    const [here, there] = await Promise.all(
      [0, 2].map((workers) => weakIdentification(fit, { places: 12, workers })),
    );
    expect(there).toEqual(here);
    expect(toText(here!)).toMatch(
      /sets of L1\.n[^]*concentrated\s+ones\s+are\s+valid\s+if\s+w,\s+k,\s+_cons\s+are\s+strong/,
    );
  });

  test('projected sets of S contain the concentrated ones', async () => {
    const fit = await fitModel(data, model);
    const { sets, nmoments } = await weakIdentification(fit, few);
    const [{ projected, concentrated }] = sets as [CoefficientSets];
    expect(concentrated.assumedStrong).toEqual(['w', 'k', '_cons']);
    expect([projected.dfS, concentrated.dfS]).toEqual([nmoments, nmoments - 3]);
    const [[low, high]] = concentrated.s.intervals as [[number, number]];
    expect(projected.s.intervals.some(([a, b]) => (a ?? -1e9) <= low && (b ?? 1e9) >= high)).toBe(
      true,
    );
  });

  test('S, K and CLR are one test in a just-identified model', async () => {
    const gmm = [{ vars: 'n', lags: [2, 2] as const, collapse: true }];
    const just = { ...model, system: false, gmm, iv: [{ vars: 'w' }, { vars: 'k' }] };
    const { sets, nmoments, nparams } = await weakIdentification(await fitModel(data, just), few);
    expect(nmoments).toBe(nparams);
    const { s, k, clr } = sets[0]!.concentrated;
    expect(s.kind).toBe('bounded');
    s.intervals[0]!.forEach((end, i) => {
      expect(k.intervals[0]![i]! / end!).toBeCloseTo(1, 6);
      expect(clr.intervals[0]![i]! / end!).toBeCloseTo(1, 6);
    });
  });

  test('has CLR sets if the derivatives at one date are moments of the date before', async () => {
    const gmm = [{ vars: 'n', lags: [2, 3] as const }];
    const chained = { ...model, system: false, formula: 'n ~ L.n', gmm, iv: [] };
    const { sets, nparams } = await weakIdentification(await fitModel(data, chained), few);
    expect(nparams).toBe(1);
    expect(sets[0]!.projected.s).toEqual(sets[0]!.concentrated.s);
    expect(sets[0]!.concentrated.clr.kind).not.toBe('unavailable');
  });

  test('drops dependent moments, with a warning and the same sets', async () => {
    const gmm = [{ vars: 'n', lags: [2, 3] as const, collapse: true }];
    const once = { ...model, system: false, gmm, iv: [{ vars: 'w' }, { vars: 'k' }] };
    const twice = { ...once, iv: [...once.iv, { vars: 'w' }] };
    const [one, two] = await Promise.all(
      [once, twice].map(async (model) => weakIdentification(await fitModel(data, model), few)),
    );
    expect(one!.warnings).toEqual([]);
    expect(two!.warnings.map(({ code }) => code)).toEqual(['dependent-moments']);
    expect(two!.nmoments).toBe(one!.nmoments);
    const [low, high] = [one!, two!].map(({ sets }) => sets[0]!.concentrated.s.intervals[0]![0]!);
    expect(low! / high!).toBeCloseTo(1, 6);
  });

  test('warns if S has no power or there are no CLR sets', async () => {
    const fit = await fitModel(data, { ...model, where: 'id < 13' });
    const { sets, warnings, nclusters } = await weakIdentification(fit, few);
    expect(nclusters).toBe(12);
    expect(warnings.map(({ code }) => code)).toEqual(['powerless-s', 'no-conditional-rank']);
    expect(sets[0]!.projected.s.kind).toBe('everything');
    expect(sets[0]!.concentrated.clr.kind).toBe('unavailable');
  });

  test('accepts several clusterings, which do not bound S', async () => {
    const clustered = { ...model, system: false, vcov: { cluster: ['id', 'ind'] } };
    const fit = await fitModel(data, {
      ...clustered,
      gmm: [model.gmm![0]!],
      iv: [{ vars: ['w', 'k'] }],
    });
    const { nclusters, warnings } = await weakIdentification(fit, few);
    expect(nclusters).toBe(9);
    expect(warnings).toEqual([]);
  });

  test.each(['before', 'during'])('throws the reason of a signal that comes %s', async (when) => {
    const fit = await fitModel(data, model);
    const stop = new AbortController();
    const reason = new Error('enough');
    if (when === 'before') stop.abort(reason);
    const { signal } = stop;
    const run = weakIdentification(fit, { ...few, signal, onProgress: () => stop.abort(reason) });
    await expect(run).rejects.toBe(reason);
  });

  test.each([
    [{ coefficients: ['x'] }, 'unknown-coefficient', /L1\.n, w, k, _cons, found x/],
    [{ places: 3 }, 'bad-value', /places: expected a whole number from 12 .* found 3/],
    [
      { level: 95 },
      'bad-value',
      /level: expected a confidence level .* \(did you mean 0\.95\?\), found 95/,
    ],
  ])('refuses %j', async (options, code, message) => {
    const fit = await fitModel(data, model);
    const run = weakIdentification(fit, options);
    await expect(run).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('refuses nonlinear conditions, more instruments than units and other estimators', async () => {
    const nonlinear = await fitModel(data, { ...model, nonlinear: true });
    await expect(weakIdentification(nonlinear)).rejects.toMatchObject({
      code: 'nonlinear-moments',
    });
    const few = await fitModel(data, { ...demo, where: 'id < 30' });
    await expect(weakIdentification(few)).rejects.toMatchObject({
      code: 'singular-moments',
      message: expect.stringMatching(/expected a covariance of the moments with the rank \d+/),
    });
    const ols = await fitModel(data, { estimator: 'ols', formula: 'n ~ w' });
    await expect(weakIdentification(ols)).rejects.toMatchObject({ code: 'not-dynamic' });
  });
});
