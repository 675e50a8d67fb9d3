/** What a stored run says of its data: later versions of the program must find the same, or refuse to go on with it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bootstrap, type BootstrapOptions, fitModel, type ModelInput } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { memory } from './storage.js';

const data = parseCsv(
  readFileSync(new URL('../../../../golden/abdata/data.csv', import.meta.url), 'utf8'),
);
const panel = { unit: 'id', time: 'year' };

const models: Readonly<Record<string, ModelInput>> = {
  'drawn clusters': { estimator: 'ols', formula: 'n ~ w + k', vcov: 'cluster:id', panel },
  'a wild bootstrap': {
    estimator: 'ols',
    formula: 'n ~ w + k',
    vcov: 'cluster:id',
    panel,
  },
  'random effects': { estimator: 'panel', effects: 'random', formula: 'n ~ w + k', panel },
  'absorbed effects': {
    estimator: 'ols',
    formula: 'n ~ w + k | id + year',
    vcov: 'cluster:id',
    panel,
  },
  instruments: { estimator: 'iv', formula: 'n ~ k | w ~ ys', vcov: 'cluster:id', panel },
  moments: {
    estimator: 'gmm',
    formula: 'n ~ k | w ~ ys + L.w',
    weight: { type: 'cluster', cluster: ['id'] },
    panel,
  },
  'a dynamic panel': {
    estimator: 'dpd',
    formula: 'n ~ L.n + w',
    gmm: [{ vars: 'n', lags: [2, 3] }],
    iv: [{ vars: 'w' }],
    panel,
  },
  'a built index': {
    estimator: 'ols',
    formula: 'n ~ score + k',
    vcov: 'cluster:id',
    panel,
    build: [{ index: 'pca', name: 'score', columns: ['w', 'k', 'ys'] }],
  },
};

/** Of the first version that stored them. */
const digests: Readonly<Record<string, string>> = {
  'a built index': '4a8d4a8485f93b030917bb387f06be44c7db63c994f5d0e9b305c43b7a0cc4ee',
  'a dynamic panel': 'c34941152e1522a4426a9cdec05c465f47aebf50ae9307f195f25722d13e164e',
  'a wild bootstrap': '4150e2f32c7b474be4a6c0008e32e12309beec7f3617d0333cbd1d95d3b0963a',
  'absorbed effects': 'a9c084deb05ca5424fd4b91715e9d725f555e2f8a2322d28d85a0a3cd5f0f6ce',
  'drawn clusters': '4150e2f32c7b474be4a6c0008e32e12309beec7f3617d0333cbd1d95d3b0963a',
  instruments: '97b30e2b20ac6fca7c5d62c6905c1038c81d9212c64e51f353d3451aacf94494',
  moments: '1c1e748bf13f2fa38b4827dfc726d4b2a4cec6e148ffc3ac77ff5119e07b1257',
  'random effects': '78dc8d3f766b899252d578e5fb924b9ac5b53de5b477d07732688d49a2c622e7',
};

test.each(Object.entries(models))('%s: the digest of the data stays', async (name, model) => {
  const fit = await fitModel(data, model);
  const checkpoint = memory();
  const scheme = name.includes('wild') ? 'wild-cluster' : 'cluster';
  const drawn = model.estimator === 'dpd' ? {} : { scheme, cluster: 'id' };
  await bootstrap(fit, { reps: 9, workers: 0, ...drawn, checkpoint } as BootstrapOptions).result;
  const bytes = Buffer.from(checkpoint.written.at(-1)!);
  const header = bytes.toString('utf8', 80, 80 + bytes.readUInt32LE(8));
  const { run } = JSON.parse(header) as { readonly run: { readonly data: string } };
  expect(run.data).toBe(digests[name]);
});
