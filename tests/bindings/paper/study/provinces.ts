/** A study of the synthetic provinces, put together by hand. */
import { readFileSync } from 'node:fs';
import {
  compareGroups,
  fitModel,
  type FitResult,
  type GroupComparison,
  type Table,
} from 'wasmetrics';
import { describeData, readTable } from 'wasmetrics/data';
import { descriptiveTable, regressionTable } from 'wasmetrics/report';
import type { JudgedStudy, NumberedStudy } from 'wasmetrics/study';

const csv = new URL('../../../golden/provinces/data.csv', import.meta.url);
const panel = { unit: 'id', time: 'year' };
export const controls = 'IL + Open + PGpc + UR + SFE';
export const baseline = {
  estimator: 'ols',
  formula: `Level ~ Gov + ${controls}`,
  vcov: { type: 'HC1' },
  panel,
} as const;

export type ProvincesStudy = JudgedStudy &
  NumberedStudy & {
    readonly models: Readonly<Record<string, FitResult>>;
    readonly comparisons: Readonly<Record<string, readonly GroupComparison[]>>;
  };

export const provinces = (): Promise<Table> => readTable(readFileSync(csv));

/** Tables 3 to 5 and 7 of the paper that the provinces imitate. */
export async function provincesStudy(table: Table): Promise<ProvincesStudy> {
  const fit = (keys: object) => fitModel(table, { ...baseline, ...keys } as never);
  const models = {
    'T4.1': await fit({ formula: 'Level ~ Gov' }),
    'T4.2': await fit({}),
    'T5.1': await fit({ estimator: 'iv', formula: `Level ~ ${controls} | Gov ~ LlnGDPpc` }),
    'T5.2': await fit({
      estimator: 'dpd',
      formula: `Level ~ L.Level + Gov + ${controls}`,
      vcov: undefined,
      gmm: [{ vars: ['Level', 'Gov'], lags: [2, 3], collapse: true }],
      iv: [{ vars: controls.split(' + ') }],
    }),
    'T7.1': await fit({ where: 'Region == "east"' }),
    'T7.2': await fit({ where: 'Region == "central"' }),
    'T7.3': await fit({ where: 'Region == "west"' }),
  };
  const regions = await compareGroups(table, baseline, {
    by: 'Region',
    of: 'Gov',
    levels: ['east', 'central', 'west'],
    methods: ['wald', 'permutation'],
    reps: 199,
    seed: 1,
    workers: 0,
  });
  const ofTable = (id: string) =>
    Object.entries(models).flatMap(([name, one]) => (name.startsWith(id) ? [one] : []));
  return {
    models,
    // Column (1) of T5 is the first stage of its first model.
    places: Object.keys(models).map((id) => {
      const [name = '', number] = id.split('.');
      const value = regions.groups[Number(number) - 1]?.value ?? '';
      const group = name === 'T7' ? { group: { by: 'Region', value } } : {};
      return { id, table: name, columns: [Number(number)], ...group };
    }),
    comparisons: { T7: [regions] },
    failed: [{ id: 'T8', error: { code: 'empty-sample', message: 'T8.1: no row is left' } }],
    tables: {
      T3: descriptiveTable(await describeData(table, {}), { keep: ['Level', 'Gov'] }),
      T4: regressionTable(ofTable('T4'), { digits: 4, stats: ['nobs', 'rsquaredAdj'] }),
      T5: regressionTable(ofTable('T5'), {
        columns: [{ part: 'first' }, { part: 'second' }, 'System GMM'],
        decimal: ',',
      }),
      T7: regressionTable(ofTable('T7'), {}),
    },
  };
}
