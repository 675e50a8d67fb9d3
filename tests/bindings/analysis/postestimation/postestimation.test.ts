/** What rows, predictions, marginal effects and columns are for each estimator, and what is refused. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  augment,
  bootstrap,
  fitModel,
  type FitResult,
  glance,
  influence,
  margins,
  type ModelInput,
  parseResult,
  predict,
  tidy,
  withBootstrap,
} from 'wasmetrics';
import { convertTable, parseCsv, toTable } from 'wasmetrics/data';
import { toJson } from 'wasmetrics/report';
import type { Columns } from 'wasmetrics/types';

const text = readFileSync(new URL('../../../golden/abdata/data.csv', import.meta.url), 'utf8');
const data = parseCsv(text);
const panel = { unit: 'id', time: 'year' } as const;
const ols = (formula: string, more: object = {}) =>
  fitModel(data, { estimator: 'ols', formula, ...more } as ModelInput);
const numbers = (columns: Columns, name: string) => columns[name] as Float64Array;
const within = { estimator: 'panel', formula: 'n ~ w + k', panel } as const;
const gmm = [{ vars: 'n', lags: [2, 4] }] as const;

const models: Readonly<Record<string, ModelInput>> = {
  ols: { estimator: 'ols', formula: 'n ~ w + k + i(ind)' },
  absorbed: { estimator: 'ols', formula: 'n ~ w | id + year' },
  within,
  twoway: { ...within, effects: 'twoway' },
  random: { ...within, effects: 'random' },
  between: { ...within, effects: 'between' },
  differences: { ...within, effects: 'first-difference' },
  iv: { estimator: 'iv', formula: 'n ~ w | k ~ ys' },
  'iv within': { estimator: 'iv', formula: 'n ~ w | id | k ~ ys' },
  gmm: { estimator: 'gmm', formula: 'n ~ w | k ~ ys + L.k', panel },
  difference: { estimator: 'dpd', formula: 'n ~ L.n + w', panel, gmm, system: false },
  deviations: {
    estimator: 'dpd',
    formula: 'n ~ L.n + w',
    panel,
    gmm,
    transform: 'fod',
    system: false,
  },
  system: { estimator: 'dpd', formula: 'n ~ L.n + w', panel, gmm, timeEffects: true },
};

describe.each(Object.keys(models))('after %s', (name) => {
  const fitted = () => fitModel(data, models[name]!);

  test('there is a row for each row that the fit counts, and fitted and residual add up', async () => {
    const fit = await fitted();
    const { columns, nrows, keys } = await augment(fit);
    expect(nrows).toBe(fit.nobs);
    expect(keys.at(-1)).toBe('row');
    for (const values of Object.values(columns)) expect(values.length).toBe(nrows);
    const [observed, fit0, residual] = ['observed', 'fitted', 'residual'].map((one) =>
      numbers(columns, one),
    );
    observed!.forEach((y, i) => expect(fit0![i]! + residual![i]!).toBeCloseTo(y, 10));
  });

  test('predictions of the rows are the fitted values, with effects or without', async () => {
    const fit = await fitted();
    const { columns } = await augment(fit);
    const { columns: predicted, unpredicted } = await predict(fit);
    const column = name === 'random' ? 'xb' : 'fitted';
    numbers(columns, column).forEach((value, i) =>
      expect(numbers(predicted, 'fitted')[i]).toBeCloseTo(value, 9),
    );
    expect(unpredicted).toEqual([]);
    const without = await predict(fit, undefined, { effects: false });
    expect(Math.min(...numbers(without.columns, 'stdError'))).toBeGreaterThan(0);
  });

  test('the marginal effect of a regressor without interactions is its coefficient', async () => {
    const fit = await fitted();
    const { effects } = await margins(fit, { of: 'w' });
    expect(effects[0]!.estimate).toBe(fit.params['w']);
    expect(effects[0]!.stdError).toBeCloseTo(fit.stdErrors['w']!, 12);
  });

  test('tidy and glance have the numbers of the result', async () => {
    const fit = await fitted();
    const terms = tidy(fit);
    expect(terms['term']).toEqual(Object.keys(fit.params));
    expect([...numbers(terms, 'estimate')]).toEqual(Object.values(fit.params));
    const row = glance(fit);
    expect(numbers(row, 'nobs')[0]).toBe(fit.nobs);
    for (const values of Object.values(row)) expect(values.length).toBe(1);
    const { bytes } = await convertTable(row, 'csv');
    expect(new TextDecoder().decode(bytes).split('\n')).toHaveLength(3);
  });
});

test('influence without each row agrees with dfbetas', async () => {
  const fit = await ols('n ~ w + k');
  const { columns } = await augment(fit);
  const { units } = await influence(fit);
  const { params, stdErrors, sigma2 } = fit;
  const rows = numbers(columns, 'row');
  for (const { unit, params: change } of units.slice(0, 20)) {
    const i = rows.indexOf(Number(unit.replace(/\D/g, '')));
    const e = numbers(columns, 'residual')[i]!;
    const h = numbers(columns, 'leverage')[i]!;
    const rest = (sigma2 * fit.dfResid - (e * e) / (1 - h)) / (fit.dfResid - 1);
    const scaled = -change['w']! / (stdErrors['w']! * Math.sqrt(rest / sigma2));
    expect(numbers(columns, 'dfbetas_w')[i]).toBeCloseTo(scaled, 8);
  }
  expect(Object.keys(params)).toContain('w');
});

test('a column of a bootstrap is in tidy', async () => {
  const fit = await ols('n ~ w');
  const whole = withBootstrap(fit, await bootstrap(fit, { reps: 19, workers: 0 }).result);
  expect(Object.keys(tidy(whole))).toContain('bootstrapHigh');
});

test('columns come back from JSON as typed arrays', async () => {
  const stored = JSON.parse(toJson(await augment(await ols('n ~ w')))) as { columns: Columns };
  expect(Array.isArray(stored.columns['fitted'])).toBe(true);
});

describe('predictions of new rows', () => {
  test('leave out rows with missing values and levels that the fit has not seen, and say so', async () => {
    const rows = toTable({ w: [3, null, 3, 3], ind: [1, 1, 99, 2] });
    const result = await predict(await ols('n ~ w + i(ind)'), rows);
    expect(result.unpredicted).toMatchObject([
      { reason: 'w missing', rows: 1, first: [2] },
      { reason: 'ind not in the sample of the fit: 99', rows: 1, first: [3] },
    ]);
    expect([...numbers(result.columns, 'row')]).toEqual([1, 4]);
  });

  test('add the effects of levels that the fit has seen', async () => {
    const fit = await fitModel(data, { ...within, effects: 'twoway' });
    const rows = toTable({ id: [1, 1, 999], year: [1977, 1990, 1977], w: [3, 3, 3], k: [0, 0, 0] });
    const result = await predict(fit, rows);
    expect(result.unpredicted.map(({ reason }) => reason)).toEqual([
      'id not in the sample of the fit: 999',
      'year not in the sample of the fit: 1990',
    ]);
    const { columns } = await augment(fit);
    const [a, b] = [numbers(columns, 'effect_id')[0]!, numbers(columns, 'effect_year')[0]!];
    const xb = 3 * fit.params['w']! + fit.params['_cons']!;
    expect(numbers(result.columns, 'fitted')[0]).toBeCloseTo(xb + a + b, 10);
  });

  test('take lags from the new rows', async () => {
    const fit = await ols('n ~ L.w', { panel });
    const rows = toTable({ id: [1, 1, 2], year: [1990, 1991, 1991], w: [2, 3, 4] });
    const { columns, unpredicted } = await predict(fit, rows);
    expect(unpredicted).toMatchObject([{ reason: 'L1.w missing', rows: 2, first: [1, 3] }]);
    expect(numbers(columns, 'fitted')[0]).toBeCloseTo(
      fit.params['_cons']! + 2 * fit.params['L1.w']!,
      12,
    );
  });

  const refused: readonly [string, () => Promise<FitResult>, object, object, string][] = [
    ['a column is missing', () => ols('n ~ w + k'), { w: [1] }, {}, 'unknown-column'],
    ['a column is text', () => ols('n ~ w'), { w: ['a'] }, {}, 'text-in-numeric-column'],
    [
      'effects have no interval',
      () => fitModel(data, within),
      { id: [1], w: [1], k: [1] },
      { interval: 'prediction' },
      'no-prediction-interval',
    ],
    [
      'three effects are absorbed',
      () => ols('n ~ w | id + year + ind:year'),
      { w: [1] },
      {},
      'effects-not-split',
    ],
  ];
  test.each(refused)('are refused where %s', async (_, fit, rows, options, code) => {
    await expect(predict(await fit(), toTable(rows as never), options)).rejects.toMatchObject({
      code,
    });
  });
});

describe('marginal effects', () => {
  const product = () => ols('n ~ w*k + w^2 + i(year):w + log(ys)');
  const refused: readonly [string, object, string, RegExp][] = [
    [
      'of a variable that is not a regressor',
      { of: 'x' },
      'unknown-variable',
      /there are w, k, ys/,
    ],
    ['of a factor', { of: 'year' }, 'bad-value', /a factor, which has no derivative/],
    ['of i()', { of: 'i(year)' }, 'bad-value', /contrasts/],
    ['of a product', { of: 'w:k' }, 'bad-value', /one variable/],
    ['of a power whose base is elsewhere', { of: 'w^2' }, 'bad-value', /use w$/],
    [
      'over a variable without interaction',
      { of: 'w', over: 'ys' },
      'no-interaction',
      /depends on k, w, year/,
    ],
    ['at a text for a number', { of: 'w', at: { k: 'a' } }, 'bad-value', /expected numbers for k/],
    ['at an unknown level', { of: 'w', at: { year: 1900 } }, 'unknown-level', /1900/],
    ['at an unknown variable', { of: 'w', at: { z: 1 } }, 'unknown-variable', /"z"/],
  ];
  test.each(refused)('%s are refused', async (_, options, code, message) => {
    const asked = margins(await product(), options as never);
    await expect(asked).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('of a variable that the fit left out are refused, and of a part of it a warning says so', async () => {
    const twice = { ...data, columns: new Map([...data.columns, ['w2', data.columns.get('w')!]]) };
    const fit = await fitModel(twice, { estimator: 'ols', formula: 'n ~ w + w2 + w2:k' });
    expect(fit.omitted).toHaveLength(1);
    const { warnings, terms } = await margins(fit, { of: 'w2' });
    expect(terms).toEqual(['w2:k']);
    expect(warnings.map(({ code }) => code)).toEqual(['omitted-in-effect']);
    const alone = await fitModel(twice, { estimator: 'ols', formula: 'n ~ w + w2' });
    await expect(margins(alone, { of: 'w2' })).rejects.toMatchObject({
      code: 'omitted-coefficient',
    });
  });

  test('hold lags and differences fixed, and say so', async () => {
    const fit = await ols('n ~ w*k + L.w', { panel });
    const { warnings } = await margins(fit, { of: 'w' });
    expect(warnings.map(({ code }) => code)).toEqual(['held-fixed']);
    const lag = await margins(fit, { of: 'L.w' });
    expect(lag.of).toBe('L1.w');
    expect(lag.effects[0]!.estimate).toBe(fit.params['L1.w']);
  });

  test('of |x| at 0 are refused', async () => {
    const rows = { y: [1, 2, 4, 3, 5], x: [-1, 0, 1, 2, -3] };
    const fit = await fitModel(rows, { estimator: 'ols', formula: 'y ~ abs(x)' });
    await expect(margins(fit, { of: 'x' })).rejects.toMatchObject({ code: 'undefined-function' });
    const { effects } = await margins(fit, { of: 'x', at: { x: [-2, 2] } });
    expect(effects.map(({ estimate }) => estimate)).toEqual([
      -fit.params['abs(x)']!,
      fit.params['abs(x)']!,
    ]);
  });

  test('need the rows of the fit', async () => {
    const stored = parseResult(JSON.parse(toJson(await product())));
    await expect(margins(stored, { of: 'w' })).rejects.toMatchObject({
      code: 'result-without-data',
    });
  });
});
