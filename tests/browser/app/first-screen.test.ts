/** What a person sees first. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fitModel } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { visit } from '../visit.js';
import { openApp } from './first-estimate.js';

const visits = visit();

/** The model that the page opens with. */
const model = {
  estimator: 'dpd',
  panel: { unit: 'id', time: 'year' },
  formula: 'n ~ L.n + L2.n + w + k',
  system: true,
  steps: 2,
  gmm: [
    { vars: ['n'], lags: [2, 4] },
    { vars: ['w'], lags: [1, 3] },
  ],
  iv: [{ vars: ['k'] }],
} as const;

test('the first screen shows the estimate of Node', async () => {
  const csv = readFileSync(new URL('../../../examples/abdata.csv', import.meta.url), 'utf8');
  const fit = await fitModel(parseCsv(csv), model);
  const page = await openApp(visits, {});
  const [first] = await page.getByRole('row', { name: /^L1\.n/ }).allTextContents();
  expect(first).toContain(fit.params['L1.n']!.toFixed(3));
  expect(first).toContain(fit.stdErrors['L1.n']!.toFixed(3));
  await page.close();
});
