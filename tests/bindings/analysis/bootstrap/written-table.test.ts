/** A table that its owner writes to after a fit. */
import { expect, test } from 'vitest';
import {
  bootstrap,
  compareDesigns,
  type FitResult,
  fitModel,
  influence,
  instruments,
  type ModelInput,
  permutationTest,
  simulatePower,
  type Table,
} from 'wasmetrics';
import { mix } from '../../../../bench/random.js';

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
    g: Float64Array.from(x, (_, row) => row % 10),
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

const alone = { workers: 0 } as const;
const regression = models[0]![1];
const dynamic = models.at(-1)![1];
type Analysis = (fit: FitResult) => Promise<unknown>;

const readers: [string, ModelInput, Analysis][] = [
  ['power', dynamic, (fit) => simulatePower(fit, { reps: 2, ...alone })],
  ['design', dynamic, (fit) => compareDesigns(fit, { reps: 2, ...alone })],
  ['instrumentReport', dynamic, (fit) => instruments(fit)],
  ['influence by g', regression, (fit) => influence(fit, { cluster: 'g', ...alone })],
  [
    'permutation within g',
    regression,
    (fit) => permutationTest(fit, { of: 'x', reps: 9, within: 'g', ...alone }),
  ],
  [
    'permutation of g',
    regression,
    (fit) => permutationTest(fit, { of: 'x', reps: 9, cluster: 'g', ...alone }),
  ],
  [
    'a bootstrap of g',
    regression,
    async (fit) => bootstrap(fit, { reps: 9, scheme: 'cluster', cluster: 'g', ...alone }).result,
  ],
];

test.each(readers)('is refused by what reads it again: %s', async (_, model, analyse) => {
  const table = tableOf();
  const fit = await fitModel(table, model);
  const before = JSON.stringify(await analyse(fit));
  (table.columns.get('w')!.values as Float64Array)[3]! += 1;
  await expect(analyse(fit)).rejects.toMatchObject({ code: 'data-changed', exitCode: 3 });
  (table.columns.get('w')!.values as Float64Array).set(
    tableOf().columns.get('w')!.values as Float64Array,
  );
  expect(JSON.stringify(await analyse(fit))).toBe(before);
});

const others: [string, ModelInput, Analysis][] = [
  ['influence of a dynamic panel', dynamic, (fit) => influence(fit, alone)],
  ['influence of rows', regression, (fit) => influence(fit, alone)],
  [
    'permutation of rows',
    regression,
    (fit) => permutationTest(fit, { of: 'x', reps: 9, ...alone }),
  ],
  [
    'a cluster of the model',
    models[1]![1],
    (fit) => permutationTest(fit, { of: 'x', reps: 9, cluster: 'id', ...alone }),
  ],
];

test.each(others)('does not matter to what works from copies: %s', async (_, model, analyse) => {
  const table = tableOf();
  const fit = await fitModel(table, model);
  const before = JSON.stringify(await analyse(fit));
  scramble(table);
  expect(JSON.stringify(await analyse(fit))).toBe(before);
});

test.each(readers)('that is no Table is copied: %s', async (_, model, analyse) => {
  const columns = Object.fromEntries(
    [...tableOf().columns].map(([name, { values }]) => [name, [...(values as Float64Array)]]),
  );
  const fit = await fitModel(columns, model);
  const before = JSON.stringify(await analyse(fit));
  for (const values of Object.values(columns)) values.reverse();
  expect(JSON.stringify(await analyse(fit))).toBe(before);
});
