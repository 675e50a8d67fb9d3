import { readFileSync } from 'node:fs';
import { type DpdModelInput, parseCsv } from 'wasmetrics';

export const data = parseCsv(readFileSync('examples/abdata.csv', 'utf8'));

/** The model of `examples/employment.yaml`. */
export const model: DpdModelInput = {
  panel: { unit: 'id', time: 'year' },
  estimator: 'dpd',
  formula: 'n ~ L.n + L2.n + w + k',
  gmm: [
    { vars: 'n', lags: [2, 4] },
    { vars: 'w', lags: [1, 3] },
  ],
  iv: [{ vars: 'k' }],
};
