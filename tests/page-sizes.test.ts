/** What pages load; `bench/page-sizes.ts` prints it. */
import { expect, test } from 'vitest';
import { pages, pageSize } from '../bench/page-sizes.js';

/** Most bytes, compressed by Brotli, of JavaScript and the core together. */
const limits: Readonly<Record<keyof typeof pages, number>> = {
  'a constant of the root': 1_000,
  'least squares of arrays': 45_000,
  'instrumental variables of arrays': 120_000,
  'system GMM of arrays': 120_000,
  'system GMM of arrays with its bootstrap': 132_000,
  'wasmetrics/linalg': 40_000,
  'wasmetrics/distributions': 35_000,
  'wasmetrics/random': 35_000,
  'wasmetrics/resampling': 95_000,
  'wasmetrics/estimators': 190_000,
  'a formula on a table': 190_000,
  'a file, a formula, a bootstrap, a report': 250_000,
};

test.each(Object.entries(limits))('%s is at most %i bytes', async (name, most) => {
  const { brotli } = await pageSize(pages[name as keyof typeof pages]);
  expect(brotli).toBeLessThanOrEqual(most);
});
