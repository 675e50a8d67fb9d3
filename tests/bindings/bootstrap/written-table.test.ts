/** A table that its owner writes to after a fit. */
import { expect, test } from 'vitest';
import { bootstrap, type FitResult, fitModel, type ModelInput, type Table } from 'wasmetrics';
import { mix } from '../../../bench/random.js';

function tableOf(): Table {
  const uniform = (salt: number) =>
    Float64Array.from({ length: 120 }, (_, row) => mix(row + 1000 * salt) / 2 ** 32);
  const [x, z, w, u] = [uniform(1), uniform(2), uniform(3), uniform(4)];
  const values = {
    y: x.map((value, row) => value + w[row]! + u[row]!),
    x: x.map((value, row) => value + z[row]! + u[row]!),
    z,
    w,
    id: Float64Array.from(x, (_, row) => Math.floor(row / 4)),
    year: Float64Array.from(x, (_, row) => row % 4),
  };
  const columns = new Map(
    Object.entries(values).map(([name, column]) => [
      name,
      { kind: 'number' as const, values: column },
    ]),
  );
  return { nrows: 120, columns };
}

function scramble({ columns }: Table): void {
  for (const { values } of columns.values()) (values as Float64Array).reverse().fill(3, 5, 70);
}

const panel = { unit: 'id', time: 'year' };
const clustered = { type: 'cluster', cluster: 'id' } as const;

const models: [string, ModelInput, { readonly cluster?: string }][] = [
  ['ols', { estimator: 'ols', formula: 'y ~ x + w' }, {}],
  ['ols with clusters', { estimator: 'ols', formula: 'y ~ x + w', vcov: clustered }, {}],
  ['ols with effects', { estimator: 'ols', formula: 'y ~ x + w | id' }, { cluster: 'id' }],
  ['iv', { estimator: 'iv', formula: 'y ~ w | x ~ z' }, {}],
  ['gmm', { estimator: 'gmm', formula: 'y ~ w | x ~ z', vcov: clustered }, {}],
  ['a panel', { estimator: 'panel', formula: 'y ~ x + w', panel, effects: 'within' }, {}],
  [
    'a dynamic panel',
    {
      estimator: 'dpd',
      formula: 'y ~ L.y + w',
      panel,
      gmm: [{ vars: 'y', lags: [2, 3] }],
      iv: [{ vars: 'w' }],
    },
    {},
  ],
];

test.each(models)('changes neither the fit nor its bootstrap: %s', async (_, model, options) => {
  const bootstrapped = async (fit: FitResult) =>
    bootstrap(fit, { reps: 50, seed: 1, workers: 0, ...options }).result;
  const untouched = await fitModel(tableOf(), model);
  const table = tableOf();
  const fit = await fitModel(table, model);
  scramble(table);
  expect(JSON.stringify(fit)).toBe(JSON.stringify(untouched));
  expect(await bootstrapped(fit)).toEqual(await bootstrapped(untouched));
});
