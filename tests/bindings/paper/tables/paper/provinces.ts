/** The five-column table of the provinces: two OLS, first stage, 2SLS, system GMM. */
import { readFileSync } from 'node:fs';
import { fitModel, type FitResult, type Table } from 'wasmetrics';
import { readTable } from 'wasmetrics/data';
import type { TableSpec } from 'wasmetrics/report';

const csv = new URL('../../../../golden/provinces/data.csv', import.meta.url);
const panel = { unit: 'id', time: 'year' };
export const vcov = { type: 'cluster', cluster: ['id'] } as const;
const controls = 'IL + Open + PGpc + UR + SFE';

export const provinces = (): Promise<Table> => readTable(readFileSync(csv));

export async function provinceFits(): Promise<FitResult[]> {
  const table = await provinces();
  const gmm = ['Level', 'Gov'].map((vars) => ({ vars, lags: [2, 3] as const, collapse: true }));
  return Promise.all([
    fitModel(table, { estimator: 'ols', formula: 'Level ~ Gov', vcov }),
    fitModel(table, { estimator: 'ols', formula: `Level ~ Gov + ${controls}`, vcov }),
    fitModel(table, {
      estimator: 'iv',
      formula: `Level ~ ${controls} | Gov ~ LlnGDPpc + GovSupport`,
      vcov,
    }),
    fitModel(table, {
      estimator: 'dpd',
      formula: `Level ~ L.Level + Gov + ${controls}`,
      panel,
      gmm,
      iv: [{ vars: controls.split(' + ') }],
    }),
  ]);
}

export const fiveColumns: TableSpec = {
  title: 'Digital government and public services',
  // prettier-ignore
  columns: [
    'OLS', 'OLS',
    { head: '2SLS', part: 'first' },
    { head: '2SLS', part: 'second' },
    'System GMM',
  ],
  labels: { Gov: 'Digital government', Level: 'Service level' },
};
