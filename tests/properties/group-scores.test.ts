/** Stacked scores: their squares are the robust variance of each estimator, and their products need no common model. */
import { describe, expect, test } from 'vitest';
import { compareGroups, type DataInput, fitModel, type ModelInput } from 'wasmetrics';
import { panelOf } from './resamples.js';

const base = panelOf(6);
const ids = base['id']!;
const table: Readonly<Record<string, readonly number[]>> = {
  ...base,
  half: ids.map((id) => id % 2),
  copies: ids.map((id) => 1 + (id % 3)),
};
const panel = { unit: 'id', time: 'time' };
const ols = { estimator: 'ols', formula: 'y ~ x + w' } as const;
const iv = { estimator: 'iv', formula: 'y ~ x + w | e ~ z + z2' } as const;
const gmm = { ...iv, estimator: 'gmm' } as const;
const dynamic = {
  estimator: 'dpd',
  formula: 'y ~ L.y + x',
  panel,
  gmm: [{ vars: ['y'], lags: [2, 3], collapse: true }],
  iv: [{ vars: ['x'] }],
  system: false,
} as const;

/** Models of which the core also has the errors without a factor. */
const models: Readonly<Record<string, ModelInput>> = {
  ols,
  'analytic weights': { ...ols, weights: { column: 'copies', type: 'analytic' } },
  'frequency weights': { ...ols, weights: { column: 'copies', type: 'frequency' } },
  within: { ...ols, estimator: 'panel', panel },
  twoway: { ...ols, estimator: 'panel', panel, effects: 'twoway' },
  random: { ...ols, estimator: 'panel', panel, effects: 'random' },
  differences: { ...ols, estimator: 'panel', panel, effects: 'first-difference' },
  'two-stage least squares': iv,
  liml: { ...iv, method: 'liml' },
  'absorbed effects': { ...iv, formula: 'y ~ x + w | time | e ~ z + z2' },
  gmm,
  'iterated gmm': { ...gmm, method: 'iterated' },
};

const stacked = async (model: ModelInput, by: string, data: DataInput = table) => {
  const options = { by, of: 'x', methods: ['suest'] } as const;
  return (await compareGroups(data, model, options)).differences[0]!;
};

/** Each unit twice, the second time in later periods, in the other group and with twice the regressor. */
const twice = Object.fromEntries(
  Object.entries({ ...table, again: ids.map(() => 0) }).map(([name, values]) => {
    const later: Readonly<Record<string, (value: number) => number>> = {
      time: (value) => value + 100,
      x: (value) => 2 * value,
      again: () => 1,
    };
    return [name, [...values, ...values.map(later[name] ?? ((value) => value))]];
  }),
);

const unscaled = { small: false } as const;

describe.each(Object.entries(models))('%s', (_, model) => {
  test.each(['HC0', 'cluster'] as const)('the squares are the %s variances', async (type) => {
    const clusters = type === 'cluster' ? { cluster: ['id'] } : {};
    const vcov = { type, ...clusters, ...unscaled };
    const chosen = { ...model, vcov } as ModelInput;
    const fits = await Promise.all(
      [0, 1].map((g) => fitModel(table, { ...chosen, where: `half == ${g}` })),
    );
    const variance = fits.reduce((sum, { stdErrors }) => sum + stdErrors['x']! ** 2, 0);
    const nobs = fits.reduce((sum, fit) => sum + fit.nobs, 0);
    const blocks = type === 'cluster' ? new Set(ids).size : nobs;
    const { stdError, statistic, df } = await stacked(chosen, 'half');
    expect(stdError! ** 2).toBeCloseTo((variance * blocks) / (blocks - 1), 12);
    expect([statistic, df]).toEqual(['z', null]);
  });
});

test.each([
  ['one step', { steps: 1, vcov: { type: 'robust', ...unscaled } }],
  ['two steps', { steps: 2, vcov: { type: 'windmeijer', ...unscaled } }],
  ['two steps, not corrected', { steps: 2, vcov: { type: 'robust', ...unscaled } }],
] as const)('dynamic panels of %s have the variances of the core', async (_, options) => {
  const model = { ...dynamic, ...options } as ModelInput;
  const fits = await Promise.all(
    [0, 1].map((g) => fitModel(table, { ...model, where: `half == ${g}` })),
  );
  const variance = fits.reduce((sum, { stdErrors }) => sum + stdErrors['x']! ** 2, 0);
  const units = fits.reduce((sum, { ngroups }) => sum + ngroups!, 0);
  const { stdError } = await stacked(model, 'half');
  expect(stdError! ** 2).toBeCloseTo((variance * units) / (units - 1), 12);
});

test.each([
  ...Object.entries(models),
  ['between', { ...ols, estimator: 'panel', panel, effects: 'between' }],
  ['a dynamic panel', dynamic],
] as const)('%s of units in both groups has their covariance', async (_, model) => {
  const means = 'effects' in model && model.effects === 'between';
  const vcov = means ? { type: 'HC0' } : { type: 'cluster', cluster: ['id'], ...unscaled };
  const chosen = model.estimator === 'dpd' ? model : ({ ...model, vcov } as ModelInput);
  const { stdErrors } = await fitModel(table, chosen);
  const units = new Set(ids).size;
  const { stdError } = await stacked(chosen, 'again', twice);
  expect(stdError).toBeCloseTo((stdErrors['x']! / 2) * Math.sqrt(units / (units - 1)), 10);
});
