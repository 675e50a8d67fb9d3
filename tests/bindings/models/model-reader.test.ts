/** `fitModel` loads an estimator when a model first names it; each test begins without one. */
import { beforeEach, expect, it, vi } from 'vitest';
import type * as Fit from '../../../bindings/models/fit.js';
import type { Model } from '../../../bindings/models/model.js';
import { firms } from './employment.js';

let fitModel: typeof Fit.fitModel;
let isLoaded: (name: Model['estimator']) => boolean;

beforeEach(async () => {
  vi.resetModules();
  ({ fitModel } = await import('../../../bindings/models/fit.js'));
  const { laterEstimator } = await import('../../../bindings/models/reading/load-estimator.js');
  isLoaded = (name) => laterEstimator(name).loaded !== undefined;
});

it('estimates the model and the rows as they are when it is called', async () => {
  const model = { estimator: 'ols' as const, formula: 'y ~ x' };
  const rows = [1, 2, 4, 3].map((x, i) => ({ x, y: [1, 2, 3, 5][i]! }));
  const first = fitModel(rows, model);
  expect(isLoaded('ols')).toBe(false);
  model.formula = 'y ~ 1';
  rows.forEach((row) => (row.x = 0));
  const again = [1, 2, 4, 3].map((x, i) => ({ x, y: [1, 2, 3, 5][i]! }));
  const later = await fitModel(again, { estimator: 'ols', formula: 'y ~ x' });
  expect((await first).params).toEqual(later.params);
  expect(isLoaded('ols')).toBe(true);
});

it('reports what is wrong with the model before what is wrong with the data', async () => {
  const rows = [{ x: 1 }, 'no row'] as never;
  const wrong = { estimator: 'dpd', formula: 'n ~ L.n', panel: 'id' } as never;
  for (let call = 0; call < 2; call++) {
    const error: unknown = await fitModel(rows, wrong).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'InputError',
      code: 'bad-value',
      detail: { path: 'panel' },
    });
  }
  expect(isLoaded('dpd')).toBe(true);
});

it('loads what translates a formula of another program', async () => {
  const keys = {
    estimator: 'panel' as const,
    panel: { unit: 'id', time: 'year' },
    effects: 'within' as const,
  };
  const stata = await fitModel(firms, { ...keys, formula: 'n w c.k#c.k, vce(robust)' });
  const canonical = await fitModel(firms, {
    ...keys,
    formula: 'n ~ w + k:k',
    vcov: { type: 'robust' },
  });
  expect(Object.values(stata.stdErrors)).toEqual(Object.values(canonical.stdErrors));
});

it('loads no estimator for a name that there is not', async () => {
  const model = { estimator: 'gls', formula: 'y ~ x' } as never;
  await expect(fitModel({ y: [1, 2], x: [1, 2] }, model)).rejects.toThrow(
    'there is no estimator "gls"; this version has the estimators dpd, gmm, iv, ols, panel',
  );
  expect(isLoaded('gmm')).toBe(false);
});

it('knows methods of other programs, as `parseModel` does', async () => {
  const { parseModel } = await import('../../../bindings/models/reading/model-file.js');
  const model = { estimator: 'xtreg', formula: 'y ~ x' } as never;
  const advice =
    'model: there is no estimator "xtreg"; panel does this: within, two-way, random, between, first differences; this version has the estimators dpd, gmm, iv, ols, panel';
  await expect(fitModel({ y: [1, 2], x: [1, 2] }, model)).rejects.toThrow(advice);
  expect(() => parseModel(model)).toThrow(advice);
});
