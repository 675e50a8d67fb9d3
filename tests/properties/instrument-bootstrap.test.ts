/** Tests of instruments in a bootstrap: those of a replicate are those of an estimate of the rows that it draws. */
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  type BootstrapOptions,
  fitModel,
  type FitResult,
  type ModelInput,
} from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import type { IvModelInput } from 'wasmetrics/types';
import { counts, drawn, draws, panelOf, replicatesOf, type Table } from './resamples.js';

const SEED = 7;
const REPS = 6;
const TOLERANCE = 1e-9;
const table = panelOf(1);
const statistics = ['firstStageF', 'andersonRubin'];
const panel = { unit: 'id', time: 'time' };
const weights = { column: 'size', type: 'analytic' } as const;

interface Case {
  readonly keys: Partial<IvModelInput>;
  /** Of the rows drawn, in which a cluster drawn twice is two. */
  readonly again?: Partial<IvModelInput>;
  /** Regresses the outcome on the instruments. */
  readonly reduced: ModelInput;
  readonly units: string;
}

const one = 'y ~ x + w | e ~ z + z2';
const two = 'y ~ x | e + w ~ z + z2 + size';
const byRegion = { vcov: { cluster: 'region' } };
const byCopy = { vcov: { cluster: 'copy' } };
const ols = { estimator: 'ols', formula: 'y ~ x + w + z + z2' } as const;
const within = { estimator: 'panel', effects: 'within', panel, formula: ols.formula } as const;

const cases: Readonly<Record<string, Case>> = {
  'rows, unadjusted': { keys: {}, reduced: ols, units: 'row' },
  'rows, HC1, LIML': {
    keys: { method: 'liml', vcov: { type: 'HC1' } },
    reduced: ols,
    units: 'row',
  },
  'weighted rows, HC0': {
    keys: { weights, vcov: { type: 'HC0' } },
    reduced: { ...ols, weights },
    units: 'row',
  },
  'rows, two endogenous regressors': {
    keys: { formula: two },
    reduced: { ...ols, formula: 'y ~ x + z + z2 + size' },
    units: 'row',
  },
  'clusters, two endogenous regressors': {
    keys: { formula: two, ...byRegion },
    again: { formula: two, ...byCopy },
    reduced: { ...ols, formula: 'y ~ x + z + z2 + size' },
    units: 'region',
  },
  'clusters, unadjusted': { keys: {}, reduced: ols, units: 'region' },
  'within, by unit': {
    keys: { panel, effects: 'within', vcov: { cluster: 'id' } },
    again: { panel: { unit: 'copy', time: 'time' }, effects: 'within', ...byCopy },
    reduced: within,
    units: 'id',
  },
};

const modelOf = (keys: Partial<IvModelInput>): IvModelInput => ({
  estimator: 'iv',
  formula: one,
  ...keys,
});

const optionsOf = (units: string, more: Partial<BootstrapOptions> = {}): BootstrapOptions => ({
  reps: REPS,
  seed: SEED,
  ...(units === 'row' ? { scheme: 'pairs' } : { scheme: 'cluster', cluster: units }),
  statistics,
  workers: 0,
  ...more,
});

/** F of each first stage, and Anderson and Rubin's. */
const statisticsOf = ({ tests }: FitResult) => [
  ...tests.firstStage!.map(({ partialF }) => partialF.stat!),
  tests.andersonRubin!.stat!,
];

/** The table with the instruments' part taken out of the outcome, as the sample has it. */
async function withoutInstruments(
  reduced: ModelInput,
  excluded: readonly string[],
): Promise<Table> {
  const { params } = await fitModel(table, reduced);
  const y = table['y']!.map((value, row) =>
    excluded.reduce((rest, name) => rest - params[name]! * table[name]![row]!, value),
  );
  return { ...table, y };
}

const near = (value: number, expected: number) =>
  expect(Math.abs(value / expected - 1)).toBeLessThan(TOLERANCE);

describe('statistics of a replicate are those of the estimate of the rows it draws', () => {
  test.each(Object.entries(cases))('%s', async (_, { keys, again = keys, reduced, units }) => {
    const fit = await fitModel(table, modelOf(keys));
    const excluded = keys.formula === two ? ['z', 'z2', 'size'] : ['z', 'z2'];
    const recentred = await withoutInstruments(reduced, excluded);
    const codes = table[units]!;
    const n = new Set(codes).size;
    for (const ci of [['percentile'], ['studentized']] as const) {
      const replicates = await replicatesOf(fit, optionsOf(units, { ci }));
      for (const [r, { status, values }] of replicates.entries()) {
        expect(status).toBe(0);
        const times = counts(draws.units, n, r, SEED);
        const estimate = async (table: Table) => {
          const rows = drawn(table, codes, times);
          const numbered = { ...rows, time: rows['y']!.map((__, row) => row) };
          return statisticsOf(await fitModel(numbered, modelOf(again)));
        };
        const expected = [...(await estimate(table)), (await estimate(recentred)).at(-1)!];
        values.slice(-expected.length).forEach((value, j) => near(value, expected[j]!));
      }
    }
  });
});

test('intervals and the p-value are those of the replicates', async () => {
  const fit = await fitModel(table, modelOf({}));
  const run = bootstrap(fit, optionsOf('row', { reps: 199 }));
  const { values, width } = await run.replicates;
  const { tests } = await run.result;
  const column = (back: number) =>
    Array.from({ length: 199 }, (_, r) => values[(r + 1) * width - back]!);
  const [f, ar] = statisticsOf(fit);
  const sorted = column(3).sort((a, b) => a - b);
  const first = tests!.firstStageF![0]!;
  expect(first).toMatchObject({ endogenous: 'e', stat: f, replicates: 199 });
  // Type 7: at 198 x 0.025 and 198 x 0.975.
  near(first.confInt[0], sorted[4]! + 0.95 * (sorted[5]! - sorted[4]!));
  near(first.confInt[1], sorted[193]! + 0.05 * (sorted[194]! - sorted[193]!));
  const p = (1 + column(1).filter((one) => one >= ar!).length) / 200;
  const statistic = tests!.andersonRubin!;
  expect(statistic).toMatchObject({ stat: ar, pValue: p, replicates: 199 });
  near((statistic as { monteCarloError: number }).monteCarloError, Math.sqrt((p * (1 - p)) / 199));
});

test('the printed result has them', async () => {
  const fit = await fitModel(table, modelOf({}));
  const { result } = bootstrap(fit, optionsOf('row', { reps: 19 }));
  const text = toText({ ...fit, bootstrap: await result }, { form: 'full' });
  expect(text).toMatch(/^first-stage F of e +[\d.]+ +[\d.]+ +[\d.]+ +19$/m);
  expect(text).toMatch(/^Anderson-Rubin F +[\d.]+ +0\.\d+ +0\.\d+ +[\d.]+ +[\d.]+ +19$/m);
});

test('requesting them changes no coefficient', async () => {
  const fit = await fitModel(table, modelOf(byRegion));
  const plain = await replicatesOf(fit, optionsOf('region', { statistics: [] }));
  const withStatistics = await replicatesOf(fit, optionsOf('region'));
  const k = Object.keys(fit.params).length;
  expect(withStatistics.map(({ values }) => values.slice(0, k))).toEqual(
    plain.map(({ values }) => values),
  );
});

test('replicates of too few clusters for the instruments lack the statistics and are counted', async () => {
  const formula = 'y ~ x | e ~ z + z2 + w + size + z:x';
  const fit = await fitModel(table, modelOf({ formula, ...byRegion }));
  const run = bootstrap(fit, optionsOf('region', { reps: 400 }));
  const { values, width } = await run.replicates;
  const { tests, failed } = await run.result;
  const k = Object.keys(fit.params).length;
  const without = Array.from({ length: 400 }, (_, r) => values[r * width + k]!).filter(
    Number.isNaN,
  );
  expect(failed).toBe(0);
  expect(without.length).toBeGreaterThan(0);
  expect(tests!.firstStageF![0]!.replicates).toBe(400 - without.length);
});

const refusals: readonly (readonly [ModelInput, Partial<BootstrapOptions>, RegExp])[] = [
  [
    modelOf({ vcov: { type: 'HC1' } }),
    { scheme: 'cluster', cluster: 'id' },
    /firstStageF needs the covariance of the fit's tests.*found vcov HC1 with scheme cluster/,
  ],
  [modelOf(byRegion), { cluster: 'id' }, /found vcov CV1 with scheme cluster/],
  [modelOf(byRegion), { scheme: 'wild-cluster' }, /found vcov CV1 with scheme wild-cluster/],
  [
    modelOf({ diagnostics: false }),
    {},
    /tests that the fit has; its tests of instruments were not computed/,
  ],
  [modelOf({}), { statistics: ['hansen'] }, /firstStageF, andersonRubin, .*\(hansen is for dpd\)/],
  [{ estimator: 'ols', formula: 'y ~ x' }, {}, /\(firstStageF is for iv\)/],
  [{ estimator: 'gmm', formula: one }, {}, /hansen, .*\(firstStageF is for iv\)/],
  [
    { estimator: 'dpd', formula: 'y ~ L.y', panel, gmm: [{ vars: ['y'], lags: [2, 3] }] },
    {},
    /hansen, diffHansen, ar, .*\(firstStageF is for iv\)/,
  ],
];

test.each(refusals)('incompatible options are rejected: %j %j', async (model, options, message) => {
  const fit = await fitModel(table, model);
  await expect(
    async () => bootstrap(fit, { reps: 19, statistics, ...options }).result,
  ).rejects.toThrow(message);
});
