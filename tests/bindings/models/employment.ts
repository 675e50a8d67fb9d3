/** The firms of Arellano and Bond (1991), and the system GMM of them that tests of a dynamic panel start from. */
import { readFileSync } from 'node:fs';
import { parseCsv } from 'wasmetrics/data';
import { expect } from 'vitest';

export const firms = parseCsv(
  readFileSync(new URL('../../golden/abdata/data.csv', import.meta.url), 'utf8'),
);

export const index = { unit: 'id', time: 'year' } as const;
export const formula = 'n ~ L(1:2).n + L(0:1).w + k';
export const options = {
  panel: index,
  formula,
  gmm: [
    { vars: 'n', lags: [2, 4] },
    { vars: 'w', lags: [1, 3] },
  ],
  iv: [{ vars: 'k' }],
} as const;

export const near = (found: number, expected: number, digits = 1e-9) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(digits * Math.abs(expected));
