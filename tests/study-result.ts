/** A study of the synthetic provinces with a part of every kind, estimated here. */
import { readFileSync } from 'node:fs';
import {
  bootstrap,
  compareGroups,
  type FitResult,
  fitModel,
  type ModelInput,
  type Table,
  withBootstrap,
} from 'wasmetrics';
import { compositeIndex, describeData, readTable } from 'wasmetrics/data';
import {
  bootstrapFigure,
  coefficientFigure,
  descriptiveTable,
  type PaperTable,
  regressionTable,
  renderFigure,
} from 'wasmetrics/report';
import type {
  JudgedClaim,
  StudyColumn,
  StudyModel,
  StudyResult,
} from '../bindings/paper/study/result.js';

const csv = new URL('golden/provinces/data.csv', import.meta.url);
const controls = 'IL + Open + PGpc + UR + SFE';
const vcov = { type: 'HC1' } as const;
const panel = { unit: 'province', time: 'year' };
const labels = { Gov: 'Digital government', Level: 'Service level' };
const whole: ModelInput = { estimator: 'ols', formula: `Level ~ Gov + ${controls}`, vcov };
const indicators = ['ind1', 'ind2', 'ind3', 'ind4', 'ind5', 'ind6'];

const baseline: readonly ModelInput[] = [{ estimator: 'ols', formula: 'Level ~ Gov', vcov }, whole];
const mechanisms: readonly ModelInput[] = [
  { estimator: 'iv', formula: `Level ~ ${controls} | Gov ~ LlnGDPpc`, vcov },
  {
    estimator: 'dpd',
    panel,
    formula: `Level ~ L.Level + Gov + ${controls}`,
    gmm: ['Level', 'Gov'].map((vars) => ({ vars, lags: [2, 3] as const, collapse: true })),
    iv: [{ vars: controls.split(' + ') }],
  },
];
const regions: readonly ModelInput[] = ['east', 'central', 'west'].map((region) => ({
  ...whole,
  where: `Region == "${region}"`,
}));

const claims: readonly JudgedClaim[] = [
  {
    id: 'H1',
    claim: 'T4.2: Gov > 0 at 0.01',
    says: 'Digital government raises the supply of public services',
    verdict: 'supported',
    estimate: 0.0104,
    stat: 4.42,
    df: 143,
    pValue: 0.0000098,
    test: 't(143), one-sided',
    reason: 'In T4.2 the estimate of Gov is 0.0104, and p < 0.001 is below 0.01.',
    changes: ['With errors clustered by province in T4.2, p is 0.002.'],
  },
  {
    id: 'H2',
    claim: 'T7: Gov differs between east and west at 0.05',
    says: 'The effect is stronger in the west',
    verdict: 'not supported',
    estimate: 0.0145,
    stat: 1.37,
    df: 141,
    pValue: 0.171,
    test: 'Wald test of the interaction, t(141)',
    reason:
      'The effect is 0.0145 larger in the west, but p = 0.171 is above 0.05: significant in one group and not in the other is no difference.',
  },
  {
    id: 'H3',
    claim: 'T4.2, T5.2 and T5.3: Gov > 0',
    verdict: 'mixed',
    estimate: null,
    stat: null,
    df: null,
    pValue: null,
    test: '',
    reason: 'T4.2 supports the claim; T5.2 and T5.3 do not.',
    parts: [
      {
        place: 'T4.2',
        model: 'T4.2',
        verdict: 'supported',
        estimate: 0.0104,
        stat: 4.42,
        df: 143,
        pValue: 0.00001,
        test: 't(143), one-sided',
        reason: 'In T4.2 the estimate is 0.0104 with p < 0.001.',
      },
      {
        place: 'T5.3',
        model: 'T5.2',
        verdict: 'not supported',
        estimate: 0.004,
        stat: 0.81,
        df: null,
        pValue: 0.21,
        test: 'z, one-sided',
        reason: 'In T5.3 the estimate is 0.0040 with p = 0.210.',
      },
    ],
  },
  {
    id: 'H4',
    claim: 'T9.1: Gov > 0',
    verdict: 'not testable',
    estimate: null,
    stat: null,
    df: null,
    pValue: null,
    test: '',
    reason: 'T9.1 was not made.',
  },
];

async function fitsOf(data: Table, models: readonly ModelInput[]): Promise<FitResult[]> {
  const fits = await Promise.all(models.map((model) => fitModel(data, model)));
  return Promise.all(
    fits.map(async (fit) =>
      withBootstrap(fit, await bootstrap(fit, { reps: 199, seed: 20260101, workers: 0 }).result),
    ),
  );
}

function placed(
  table: string,
  models: readonly ModelInput[],
  columns: readonly (readonly number[])[],
): StudyModel[] {
  return columns.map((numbers, i) => ({
    id: `${table}.${i + 1}`,
    table,
    columns: numbers,
    model: models[i]!,
  }));
}

function columnsOf(
  shown: readonly (readonly [id: string, model: string, estimator: string])[],
): StudyColumn[] {
  return shown.map(([id, model, estimator]) => {
    const [table = '', column] = id.split('.');
    return { id, table, column: Number(column), model, estimator };
  });
}

function named(table: string, fits: readonly FitResult[]): Readonly<Record<string, FitResult>> {
  return Object.fromEntries(fits.map((fit, i) => [`${table}.${i + 1}`, fit]));
}

const stats = ['nobs', 'rsquared', 'rsquaredAdj'];

async function tablesOf(data: Table, [first, second, third]: readonly FitResult[][]) {
  const described = ['Level', 'Gov', ...controls.split(' + ')];
  const tables: Readonly<Record<string, PaperTable>> = {
    T3: descriptiveTable(await describeData(data, { columns: described }), {
      title: 'Descriptive statistics',
      stats: ['n', 'mean', 'sd', 'min', 'max'],
      labels,
    }),
    T4: regressionTable(first!, { title: 'Digital government and services', labels, stats }),
    T5: regressionTable(second!, {
      title: 'Instruments and dynamics',
      columns: [{ head: '2SLS', part: 'first' }, { head: '2SLS', part: 'second' }, 'System GMM'],
      spans: [{ head: 'Instrumental variables', over: [1, 2] }],
      labels,
      stats: ['nobs', 'ngroups', 'ninstruments', 'ar[1].p', 'ar[2].p', 'hansen.p'],
    }),
    T7: regressionTable(third!, {
      title: 'Three regions',
      columns: ['East', 'Central', 'West'],
      labels,
      stats,
    }),
  };
  return tables;
}

/** The study and the drawings of its figures. */
export async function exampleStudy() {
  const data = await readTable(readFileSync(csv));
  const [first, second, third] = await Promise.all([
    fitsOf(data, baseline),
    fitsOf(data, mechanisms),
    fitsOf(data, regions),
  ]);
  const run = bootstrap(await fitModel(data, whole), { reps: 999, seed: 1, workers: 0 });
  const figures = {
    F1: await coefficientFigure([...first, ...second], { of: ['Gov'], labels }),
    F2: await bootstrapFigure(withBootstrap(first[1]!, await run.result), await run.replicates, {
      of: 'Gov',
    }),
  };
  const columns = Object.fromEntries(indicators.map((name) => [name, '+' as const]));
  const study: StudyResult = {
    kind: 'study',
    title: 'Digital government and public services: a synthetic example',
    tables: await tablesOf(data, [first, second, third]),
    models: { ...named('T4', first), ...named('T5', second), ...named('T7', third) },
    places: [
      ...placed('T4', baseline, [[1], [2]]),
      ...placed('T5', mechanisms, [[1, 2], [3]]),
      ...placed('T7', regions, [[1], [2], [3]]).map((place, i) => ({
        ...place,
        group: { by: 'Region', value: ['east', 'central', 'west'][i]! },
      })),
    ],
    columns: columnsOf([
      ...['T4.1', 'T4.2'].map((id) => [id, id, 'OLS'] as const),
      ['T5.2', 'T5.1', '2SLS'],
      ['T5.3', 'T5.2', 'system GMM'],
      ...['T7.1', 'T7.2', 'T7.3'].map((id) => [id, id, 'OLS'] as const),
    ]),
    comparisons: {
      T7: [await compareGroups(data, whole, { by: 'Region', of: 'Gov', reps: 199, workers: 0 })],
    },
    claims,
    indices: {
      Level1: await compositeIndex(data, { method: 'pca', columns: indicators }),
      Level2: await compositeIndex(data, { method: 'entropy', columns }),
    },
    splits: [
      {
        column: 'HighSupport',
        by: 'GovSupport',
        at: 'mean',
        level: 'row',
        cuts: [0.2467],
        counts: { low: 81, high: 69 },
        switchingUnits: 12,
      },
    ],
    figures,
    warnings: [{ code: 'switching-units', message: '12 of 30 provinces are in both parts of T7.' }],
    failed: [
      {
        id: 'T9',
        error: {
          code: 'unknown-column',
          message: 'T9: unknown column "Govv" (did you mean "Gov"?)',
        },
      },
    ],
  };
  const drawings = {
    F1: await renderFigure(figures.F1, 'svg'),
    F2: await renderFigure(figures.F2, 'svg'),
  };
  const modelFiles = {
    'T4.2': `estimator: ols\nformula: Level ~ Gov + ${controls}\nvcov: { type: HC1 }\n`,
  };
  return {
    study,
    options: { drawings, modelFiles, file: 'paper.yaml', data: 'provinces.csv' },
  };
}
