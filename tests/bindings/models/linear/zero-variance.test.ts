import { describe, expect, it } from 'vitest';
import {
  bootstrap,
  delta,
  diagnostics,
  fitModel,
  type ModelInput,
  permutationTest,
  wald,
} from 'wasmetrics';
import { toText } from 'wasmetrics/report';

const n = 60;
const rows = Array.from({ length: n }, (_, i) => i);
const wave = (salt: number) =>
  rows.map((i) => Math.sin((i + 1) * (salt + 1.3)) + Math.cos(salt * i * i));
const x = wave(1);
const data = {
  id: rows.map((i) => Math.floor(i / 10)),
  t: rows.map((i) => i % 10),
  row: rows,
  three: rows.map((i) => i % 3),
  x,
  z: wave(2).map((value, i) => value + x[i]!),
  z2: wave(3),
  y: wave(4).map((value, i) => value + x[i]!),
  exact: x.map((value) => 1 + 2 * value),
  third: rows.map(() => 1 / 3),
  alone: x.map((value, i) => (Math.floor(i / 10) === 3 ? value : Math.floor(i / 10))),
  effect: rows.map((i) => Math.sqrt(2) * Math.floor(i / 10)),
};
const panel = { unit: 'id', time: 't' };
const codes = ({ warnings }: { readonly warnings: readonly { readonly code: string }[] }) =>
  warnings.map(({ code }) => code);
const none = { x: NaN, _cons: NaN };

describe('a perfect fit', () => {
  const models: readonly ModelInput[] = [
    { estimator: 'ols', formula: 'exact ~ x' },
    { estimator: 'ols', formula: 'exact ~ x', vcov: { type: 'HC3' } },
    { estimator: 'ols', formula: 'exact ~ x', vcov: { cluster: 'id' } },
    { estimator: 'panel', formula: 'exact ~ x', panel },
    { estimator: 'panel', formula: 'exact ~ x', panel, effects: 'twoway' },
    { estimator: 'panel', formula: 'exact ~ x', panel, effects: 'random' },
    { estimator: 'panel', formula: 'exact ~ x', panel, effects: 'between' },
    { estimator: 'iv', formula: 'exact ~ 1 | x ~ z + z2', vcov: { type: 'robust' } },
    { estimator: 'gmm', formula: 'exact ~ 1 | x ~ z + z2' },
    { estimator: 'ols', formula: 'third ~ x' },
  ];

  it.each(models)('has coefficients, errors of 0 and no tests: %j', async (model) => {
    const fit = await fitModel(data, model);
    expect(fit.stdErrors).toEqual({ x: 0, _cons: 0 });
    expect(fit.statistics).toEqual(none);
    expect(fit.pValues).toEqual(none);
    expect(fit.confInt).toEqual({ x: [NaN, NaN], _cons: [NaN, NaN] });
    expect(codes(fit)).toContain('perfect-fit');
    expect(fit.tests.f ?? fit.tests.wald).toMatchObject({ stat: null, pValue: null });
    expect(fit.tests.hansen?.stat ?? null).toBeNull();
    expect(fit.tests.effects?.stat ?? null).toBeNull();
    expect(fit.loglik).toBeUndefined();
    expect(toText(fit)).not.toMatch(/NaN|Infinity|e\+1\d/);
  });

  it('has none in a dynamic panel either', async () => {
    const model = {
      estimator: 'dpd',
      panel,
      formula: 'exact ~ L.exact + x',
      gmm: [{ vars: ['exact'], lags: [2, 4], collapse: true }],
      iv: [{ vars: ['x'] }],
    } as const;
    const fit = await fitModel(data, model);
    expect(Object.values(fit.statistics)).toEqual([NaN, NaN, NaN]);
    expect(fit.longRun!['x']).toMatchObject({ statistic: NaN, pValue: NaN });
    expect(fit.tests.hansen).toMatchObject({ stat: null });
    expect(fit.tests.ar).toMatchObject([{ stat: null }, { stat: null }]);
    expect(codes(fit)).toContain('perfect-fit');
  });

  it('has no Wald tests, functions, diagnostics or bootstrap p-values', async () => {
    const fit = await fitModel(data, models[0]!);
    expect((await wald(fit, 'x = 0')).test).toMatchObject({ stat: null });
    expect((await delta(fit, 'x / _cons')).functions).toMatchObject([{ statistic: null }]);
    const { breuschPagan, jarqueBera } = await diagnostics(fit);
    expect([breuschPagan, jarqueBera]).toMatchObject([{ stat: null }, { stat: null }]);
    const { result } = bootstrap(fit, { reps: 50, workers: 0 });
    const boot = await result;
    expect(boot.pValues).toEqual(none);
    expect(boot.stdErrors).toEqual({ x: 0, _cons: 0 });
    expect(codes(boot)).toContain('no-spread');
  });

  it('needs residuals below the rounding of its terms', async () => {
    const near = data.exact.map((value, i) => value + 1e-12 * data.z2[i]!);
    const fit = await fitModel({ ...data, near }, { estimator: 'ols', formula: 'near ~ x' });
    expect(fit.statistics['x']).toBeGreaterThan(1e10);
    expect(codes(fit)).toEqual([]);
    const level = data.y.map((value) => 1e9 + value);
    const far = await fitModel({ ...data, level }, { estimator: 'ols', formula: 'level ~ x' });
    expect(codes(far)).toEqual([]);
  });
});

describe('a constant', () => {
  it('has coefficients of exactly 0 for the slopes', async () => {
    const fit = await fitModel(data, { estimator: 'ols', formula: 'third ~ x' });
    expect(fit.params).toEqual({ x: 0, _cons: 1 / 3 });
    expect(fit.rsquared).toBeUndefined();
    expect(codes(fit)).toContain('constant-outcome');
  });

  it('within units has no R-squared, and no random effects', async () => {
    const within = await fitModel(data, { estimator: 'panel', formula: 'effect ~ x', panel });
    expect(within.rsquared).toBeUndefined();
    expect(within.rsquaredWithin).toBeUndefined();
    expect(within.tests.effects).toMatchObject({ stat: null });
    const random = fitModel(data, {
      estimator: 'panel',
      formula: 'effect ~ x',
      panel,
      effects: 'random',
    });
    await expect(random).rejects.toThrow(/explain "effect" exactly within units/);
  });
});

it('a regressor that varies in one cluster has no clustered t', async () => {
  const model = { estimator: 'panel', formula: 'y ~ alone', panel } as const;
  const fit = await fitModel(data, { ...model, vcov: { cluster: 'id' } });
  expect(fit.stdErrors['alone']).toBe(0);
  expect(fit.statistics['alone']).toBeNaN();
  expect(fit.tests.f).toMatchObject({ stat: null });
  expect(codes(fit)).toContain('zero-variance');
  const unadjusted = await fitModel(data, model);
  expect(unadjusted.stdErrors['alone']).toBeGreaterThan(0);
});

describe('bandwidths', () => {
  const hac = (bandwidth: number | 'auto', where?: string): ModelInput => ({
    estimator: 'ols',
    formula: 'y ~ x',
    vcov: { type: 'hac', order: 'row', bandwidth },
    where,
  });

  it.each([60, 61, 1e15])(
    'of %d lags on 60 rows are an error that states the bound',
    async (lags) => {
      const error = { code: 'too-many-lags' };
      await expect(fitModel(data, hac(lags))).rejects.toMatchObject(error);
      await expect(fitModel(data, hac(lags))).rejects.toThrow(/at most 59 lags/);
    },
  );

  it('below the number of periods are allowed, also fractions', async () => {
    for (const lags of [0, 2.5, 59]) {
      const { vcov } = await fitModel(data, hac(lags));
      expect(vcov.bandwidth).toBe(lags);
    }
  });

  it.each([
    {
      estimator: 'panel',
      formula: 'y ~ x',
      panel,
      vcov: { type: 'driscoll-kraay', bandwidth: 10 },
    },
    { estimator: 'iv', formula: 'y ~ 1 | x ~ z', panel, vcov: { type: 'hac', bandwidth: 10 } },
    {
      estimator: 'gmm',
      formula: 'y ~ 1 | x ~ z + z2',
      panel,
      weight: { type: 'hac', bandwidth: 10 },
    },
    {
      estimator: 'gmm',
      formula: 'y ~ 1 | x ~ z + z2',
      panel,
      method: 'cue',
      weight: { type: 'driscoll-kraay', kernel: 'qs', bandwidth: 1e5 },
    },
  ] as ModelInput[])('are bounded in every estimator: %j', async (model) => {
    await expect(fitModel(data, model)).rejects.toThrow(/at most 9 lags/);
  });

  it('count a gap as periods', async () => {
    const vcov = { type: 'driscoll-kraay', bandwidth: 7 } as const;
    const gap = {
      estimator: 'panel',
      formula: 'y ~ x',
      panel,
      vcov,
      where: 't < 3 || t > 7',
    } as const;
    expect((await fitModel(data, gap)).vcov.bandwidth).toBe(7);
  });

  it('and orders and block lengths of a series are bounded too', async () => {
    const fit = await fitModel(data, hac(2));
    await expect(diagnostics(fit, { orders: 60 })).rejects.toThrow(/at most 59/);
    for (const scheme of ['block', 'stationary'] as const) {
      const run = () => bootstrap(fit, { scheme, blockLength: 60, reps: 9, workers: 0 });
      await expect((async () => run().result)()).rejects.toThrow(/at most 59/);
    }
  });

  it('that are automatic are capped, with a warning', async () => {
    const fit = await fitModel(data, hac('auto', 'row < 4'));
    expect(fit.vcov.bandwidth).toBeLessThan(4);
    expect(codes(fit)).toContain('largest-bandwidth');
  });
});

describe('few draws', () => {
  const clustered = { estimator: 'ols', formula: 'y ~ x', vcov: { cluster: 'three' } } as const;

  it('of signs are counted, and have no 5% test', async () => {
    const fit = await fitModel(data, clustered);
    const wild = { scheme: 'wild-cluster', reps: 999, workers: 0 } as const;
    const boot = await bootstrap(fit, wild).result;
    expect(boot.completed).toBe(8);
    expect(boot.confInt.inverted!['x']).toEqual([-Infinity, Infinity]);
    expect(codes(boot)).toContain('no-test');
    const text = toText({ ...fit, bootstrap: { ...boot, pValues: { x: 0, _cons: 0.5 } } });
    expect(text).toContain('0 of 8');
    expect(text).not.toContain('<1e-300');
    const webb = await bootstrap(fit, { ...wild, weights: 'webb' }).result;
    expect(codes(webb)).not.toContain('no-test');
    expect(webb.confInt.inverted!['x']!.every(Number.isFinite)).toBe(true);
  });

  it('of permutations or rows are said', async () => {
    const fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ x', where: 'row < 4' });
    const test = await permutationTest(fit, { of: 'x', reps: 999, statistic: 'coefficient' });
    expect(test.pValue).toBeGreaterThan(0);
    expect(codes(test)).toEqual(test.reps <= 20 ? ['no-test'] : []);
    const boot = await bootstrap(fit, { reps: 50, workers: 0 }).result;
    expect(codes(boot)).toContain('few-resamples');
  });
});
