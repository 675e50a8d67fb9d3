/** Results of three estimators on the employment panel. */
import { readFileSync } from 'node:fs';
import { fitModel, type FitResult } from 'wasmetrics';
import { readTable } from 'wasmetrics/data';

const csv = new URL('../../../../../examples/abdata.csv', import.meta.url);
const panel = { unit: 'id', time: 'year' };

export async function fits(): Promise<FitResult[]> {
  const table = await readTable(readFileSync(csv));
  const vcov = { type: 'cluster', cluster: ['id'] } as const;
  return Promise.all([
    fitModel(table, { estimator: 'ols', formula: 'n ~ w + k', vcov }),
    fitModel(table, { estimator: 'ols', formula: 'n ~ w + k | id + year', vcov }),
    fitModel(table, { estimator: 'iv', formula: 'n ~ k | w ~ L.w + L2.w', panel, vcov }),
    fitModel(table, {
      estimator: 'dpd',
      formula: 'n ~ L.n + w + k',
      panel,
      gmm: [{ vars: 'n', lags: [2, 4] }],
      iv: [{ vars: ['w', 'k'] }],
    }),
  ]);
}

/** Every character that some format reads as markup, and starts of formulas. */
export const odd = '=a & b_1 %$#{}~^\\<b>*|`"\'+-@ [x] $(c) \u001b[31m';
