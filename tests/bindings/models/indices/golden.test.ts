/** Indices by R (prcomp, psych and the formulas in `tests/golden/index/indexlib.R`). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type ComponentIndex,
  compositeIndex,
  type IndexOptions,
  parseCsv,
  type WeightedIndex,
} from 'wasmetrics/data';

type Numbers = Readonly<Record<string, number>>;

interface Summary {
  readonly first5: readonly number[];
  readonly last: number;
  readonly mean: number;
  readonly sd: number;
  readonly min: number;
  readonly max: number;
}

interface Weights {
  readonly entropy?: Numbers;
  readonly redundancy?: Numbers;
  readonly weights?: Numbers;
  readonly score: Summary;
  readonly score_unshifted?: Summary;
}

const folder = new URL('../../../golden/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const tables = {
  provinces: parseCsv(read('provinces/data.csv')),
  usarrests: parseCsv(read('index/usarrests.csv')),
};
const goldenCase = (id: string) => JSON.parse(read(`index/${id}.json`));

function near(found: number | null | undefined, expected: number, what: string, tolerance = 1e-12) {
  const scale = Math.max(Math.abs(expected), 1e-3);
  expect(Math.abs(found! - expected) / scale, `${what}: ${found} for ${expected}`).toBeLessThan(
    tolerance,
  );
}

function nearAll(found: Numbers | undefined, expected: Numbers, what: string, tolerance = 1e-12) {
  for (const [name, value] of Object.entries(expected)) {
    near(found?.[name], value, `${what} of ${name}`, tolerance);
  }
}

function nearSummary(scores: readonly (number | null)[], expected: Summary, tolerance = 1e-12) {
  const known = scores as readonly number[];
  const n = known.length;
  const mean = known.reduce((a, b) => a + b, 0) / n;
  const squares = known.reduce((a, b) => a + (b - mean) * (b - mean), 0);
  expected.first5.forEach((value, row) => near(known[row], value, `score ${row}`, tolerance));
  near(known.at(-1), expected.last, 'last score', tolerance);
  near(mean, expected.mean, 'mean', tolerance);
  near(Math.sqrt(squares / (n - 1)), expected.sd, 'sd', tolerance);
  near(Math.min(...known), expected.min, 'min', tolerance);
  near(Math.max(...known), expected.max, 'max', tolerance);
}

describe.each([
  'index_entropy_provinces',
  'index_entropy_provinces_neg',
  'index_entropy_usarrests',
])('%s', (id) => {
  const { data, spec, expected } = goldenCase(id);
  const { columns } = spec;
  const build = async (options: Partial<IndexOptions>) =>
    (await compositeIndex(tables[data as keyof typeof tables], {
      method: 'entropy',
      columns,
      ...options,
    })) as WeightedIndex;

  const pooled: readonly [string, Partial<IndexOptions>][] = [
    ['pooled', {}],
    ['pooled_shift_1e4', { shift: 1e-4 }],
    ['pooled_shift_001', { shift: 0.01 }],
    ['equal', { method: 'equal' }],
    ['topsis_minmax', { method: 'topsis' }],
    ['topsis_vector', { method: 'topsis', normalise: 'vector' }],
    ['topsis_minmax_equal', { method: 'topsis', weights: 'equal' }],
    ['critic', { method: 'critic' }],
    ['cv_raw', { method: 'cv', values: 'raw' }],
    ['cv_minmax', { method: 'cv' }],
    ['faulty_ln_periods', { compat: 'ln-periods', time: 'year' }],
  ];
  test.each(pooled.filter(([name]) => name in expected))('%s', async (name, options) => {
    const wanted = expected[name] as Weights;
    const found = await build(options);
    nearAll(found.entropy, wanted.entropy ?? {}, 'entropy');
    nearAll(found.redundancy, wanted.redundancy ?? {}, 'redundancy');
    nearAll(found.weights, wanted.weights ?? {}, 'weight');
    nearSummary(found.scores, wanted.score);
    if (wanted.score_unshifted === undefined) return;
    const unshifted = await build({ ...options, unshiftedScores: true });
    nearSummary(unshifted.scores, wanted.score_unshifted);
  });

  const byYear: readonly [string, Partial<IndexOptions>][] = [
    ['by_year', { by: 'year' }],
    ['by_year_rescaled', { by: 'year', rescaleBy: 'year' }],
  ];
  test.each(byYear.filter(([name]) => name in expected))('%s', async (name, options) => {
    const { byGroup, scores } = await build(options);
    for (const [year, weights] of Object.entries(
      expected[name].weights as Record<string, Numbers>,
    )) {
      nearAll(byGroup?.[year]?.weights, weights, `weight in ${year}`);
      nearAll(byGroup?.[year]?.entropy, expected[name].entropy[year], `entropy in ${year}`);
    }
    nearSummary(scores, expected[name].score);
  });
});

describe.each(['index_pca_provinces_cor', 'index_pca_provinces_cov', 'index_pca_usarrests_cor'])(
  '%s',
  (id) => {
    const { data, spec, expected } = goldenCase(id);
    const { columns, matrix } = spec;
    const build = async (options: Partial<IndexOptions>) =>
      (await compositeIndex(tables[data as keyof typeof tables], {
        method: 'pca',
        columns,
        matrix,
        ...options,
      })) as ComponentIndex;
    const keeps: readonly [string, string][] = [
      ['eigenvalue1', 'eigenvalue>=1'],
      ['share80', 'share:0.80'],
      ['share85', 'share:.85'],
      ['first', 'n:1'],
      ['all', `n:${columns.length}`],
    ];

    test('components, loadings and adequacy', async () => {
      const found = await build({});
      for (const key of ['eigenvalues', 'explained', 'cumulative'] as const) {
        (expected[key] as number[]).forEach((value, j) =>
          near(found[key][j], value, `${key} ${j}`, 1e-11),
        );
      }
      for (const [name, loading] of Object.entries(expected.loadings as Record<string, Numbers>)) {
        nearAll(found.loadings[name], loading, `${name} loading`, 1e-10);
      }
      (expected.scores_first3 as number[][]).forEach((scores, row) =>
        scores.forEach((value, j) => near(found.scores[row]![j], value, `score ${row},${j}`, 1e-9)),
      );
      near(found.kmo, expected.kmo.overall, 'kmo', 1e-11);
      nearAll(found.kmoByColumn!, expected.kmo.each, 'kmo', 1e-11);
      near(found.bartlett!.stat, expected.bartlett.stat, 'bartlett', 1e-11);
      expect(found.bartlett!.df).toBe(expected.bartlett.df);
      expect(found.bartlett!.pValue / expected.bartlett.p - 1).toBeCloseTo(0, 9);
    });

    test.each(keeps)('the composite of %s', async (name, keep) => {
      const found = await build({ keep });
      expect(found.components).toBe(expected.components[name]);
      nearSummary(found.composite, expected.composite[name], 1e-9);
      nearSummary(
        (await build({ keep, sign: 'sum' })).composite,
        expected.composite_sum_rule[name],
        1e-9,
      );
      nearSummary(
        (await build({ keep, score: 'unit-variance' })).composite,
        expected.composite_unit_variance[name],
        1e-9,
      );
    });
  },
);
