import { describe, expect, test } from 'vitest';
import { type DpdModelInput, fitModel, weakIdentification, weakText } from 'wasmetrics';
import { loadEngine } from '../../../bindings/core/engine.js';
import type { DpdFitted } from '../../../bindings/models/dpd/index.js';
import { momentsOf } from '../../../bindings/models/dpd/estimate.js';
import { dpdEstimator } from '../../../bindings/models/dpd/index.js';
import { parseModel } from '../../../bindings/models/model-file.js';
import {
  equations,
  unit,
} from '../../../bindings/models/instruments/identification/reduced-form.js';
import { rankStatistic } from '../../../bindings/models/instruments/identification/rank.js';
import { directionsAt } from '../../../bindings/multiverse/weak/directions.js';
import { momentsForm } from '../../../bindings/multiverse/weak/moments-form.js';
import { statisticsAt } from '../../../bindings/multiverse/weak/statistics.js';
import { readFileSync } from 'node:fs';
import { data, model as demo } from './example.js';

const model: DpdModelInput = {
  ...demo,
  formula: 'n ~ L.n + w + k',
  gmm: [
    { vars: 'n', lags: [2, 3], collapse: true },
    { vars: 'w', lags: [1, 2], collapse: true },
  ],
};

const engine = await loadEngine();

async function formOf(written: DpdModelInput) {
  const own = parseModel(written);
  if (own.estimator !== 'dpd') throw new Error('expected a dynamic panel');
  const fitted: DpdFitted = dpdEstimator.fit(engine, own, data);
  const { sample, estimate, result } = fitted;
  const form = equations(momentsForm(momentsOf(engine, own, sample), estimate.params));
  return { form, result, params: [...estimate.params] };
}

describe('statistics of the moments', () => {
  test.each([true, false])(
    'S at the CUE is its J, and K is 0 there (system %s)',
    async (system) => {
      const { form, result, params } = await formOf({ ...model, system, steps: 'cue' });
      const error = [1, ...params.map((b) => -b)];
      const found = statisticsAt(form, error, directionsAt(form, error, []))!;
      expect(found.s).toBeCloseTo(result.tests.hansen!.stat!, 8);
      expect(found.k).toBeLessThan(1e-8 * found.s);
    },
  );

  test('are those of matrices formed from rows', async () => {
    const path = 'tests/golden/weak/expected.json';
    const golden = JSON.parse(readFileSync(path, 'utf8')) as {
      points: { params: number[]; s: number; k: number; rank: number }[];
      rank: number;
      model: DpdModelInput;
    };
    const { form } = await formOf(golden.model);
    for (const { params, s, k, rank } of golden.points) {
      const error = [1, ...params.map((b) => -b)];
      const found = statisticsAt(form, error, directionsAt(form, error, [2, 3, 4]))!;
      const all = statisticsAt(form, error, directionsAt(form, error, []))!;
      expect(all.s / s).toBeCloseTo(1, 8);
      expect(all.k / k).toBeCloseTo(1, 7);
      expect(found.conditional()!.rank / rank).toBeCloseTo(1, 6);
    }
    const directions = golden.points[0]!.params.map((_, j) => unit(5, 1 + j));
    expect(rankStatistic(form, directions)! / golden.rank).toBeCloseTo(1, 6);
  });
});

describe('weak identification', () => {
  const few = { places: 12, strong: ['w', 'k', '_cons'] };

  test('is the same in the calling thread and in workers', async () => {
    const fit = await fitModel(model, data);
    const [here, there] = await Promise.all(
      [0, 2].map((workers) => weakIdentification(fit, { ...few, workers })),
    );
    expect(there).toEqual(here);
    expect(here!.sets[0]!.concentrated).toBeUndefined();
    expect(weakText(here!)).toContain('sets of L1.n');
  });

  test('projects over the other coefficients: projected sets hold the concentrated ones of S', async () => {
    const fit = await fitModel(model, data);
    const { sets, strong } = await weakIdentification(fit, { places: 12, workers: 0 });
    const [one] = sets;
    expect(strong).toEqual(['k', '_cons']);
    expect(one!.others).toEqual(['w']);
    expect(one!.projected.dfS - one!.concentrated!.dfS).toBe(1);
    const [[low, high]] = one!.concentrated!.s.intervals as [[number, number]];
    expect(
      one!.projected.s.intervals.some(([a, b]) => (a ?? -1e9) <= low && (b ?? 1e9) >= high),
    ).toBe(true);
  });

  test.each([
    [{ coefficients: ['x'] }, 'unknown-coefficient', /L1\.n, w, k, _cons, found x/],
    [{ strong: ['L3.n'] }, 'unknown-coefficient', /found L3\.n/],
    [{ places: 3 }, 'bad-value', /places: expected a whole number from 12 .* found 3/],
    [{ level: 95 }, 'bad-value', /level: expected a number between 0 and 1, found 95/],
  ])('refuses %j', async (options, code, message) => {
    const fit = await fitModel(model, data);
    const run = weakIdentification(fit, options);
    await expect(run).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('refuses nonlinear conditions, more instruments than units and other estimators', async () => {
    const nonlinear = await fitModel({ ...model, nonlinear: true }, data);
    await expect(weakIdentification(nonlinear)).rejects.toMatchObject({
      code: 'nonlinear-moments',
    });
    const few = await fitModel({ ...demo, where: 'id < 30' }, data);
    await expect(weakIdentification(few)).rejects.toMatchObject({
      code: 'singular-moments',
      message: expect.stringMatching(/expected a covariance of the moments of rank \d+/),
    });
    const ols = await fitModel({ estimator: 'ols', formula: 'n ~ w' }, data);
    await expect(weakIdentification(ols)).rejects.toMatchObject({ code: 'not-dynamic' });
  });
});
