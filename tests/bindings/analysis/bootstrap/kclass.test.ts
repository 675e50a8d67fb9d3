/** The wild bootstrap of k-class estimates. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bootstrap, type BootstrapOptions, fitModel } from '../../../../bindings/index.js';
import { parseCsv } from '../../../../bindings/entries/data.js';

const file = new URL('../../../../examples/abdata.csv', import.meta.url);
const table = parseCsv(readFileSync(file, 'utf8'));
const wild: BootstrapOptions = {
  scheme: 'wild-cluster',
  cluster: 'id',
  reps: 99,
  seed: 3,
  workers: 0,
};

async function wildOf(method: object) {
  const model = {
    estimator: 'iv',
    formula: 'n ~ k | w ~ ys + yr1980',
    vcov: 'cluster:id',
    ...method,
  } as const;
  const result = await bootstrap(await fitModel(table, model), wild).result;
  const { stdErrors, bias, pValues, confInt, failed } = result;
  return { stdErrors, bias, pValues, confInt, failed };
}

test('is that of two-stage least squares with kappa 1', async () => {
  const twoStage = await wildOf({ method: '2sls' });
  expect(await wildOf({ method: 'kclass', kappa: 1 })).toEqual(twoStage);
  expect(twoStage.pValues['w']).toBeGreaterThan(0);
});

test('is refused with another kappa', async () => {
  await expect(wildOf({ method: 'kclass', kappa: 0.5 })).rejects.toThrow(
    'the wild bootstrap with instruments needs method 2sls, liml or fuller, found kclass',
  );
});
