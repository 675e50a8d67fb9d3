/** Bootstraps that build an index again: a replicate against an estimate, with a new index, of the rows drawn. */
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  type BootstrapOptions,
  type BootstrapResult,
  fitModel,
  type ModelInput,
} from 'wasmetrics';
import type { IndexOptions } from 'wasmetrics/data';
import {
  compareWithEstimate,
  counts,
  drawn,
  draws,
  panelOf,
  replicatesOf,
  type Table,
} from './resamples.js';

const SEED = 3;
const REPS = 4;
const table = panelOf(4);
const columns = { w: '+', z: '+', z2: '-', size: '+' } as const;
const level = { index: 'entropy', columns } as const;

const components = { index: 'pca', columns: ['w', 'z', 'z2', 'size'] } as const;

type Index = Omit<IndexOptions, 'method' | 'engine' | 'sensitivity'> & {
  readonly index: IndexOptions['method'];
};

/** A model whose unit or cluster is the column `id`, or in the rows drawn `copy`. */
type Modelled = (id: string, index?: Index) => ModelInput;

const build = (index: Index = level) => ({ level: index });
const panel = (id: string) => ({ unit: id, time: 'time' });
const quiet = { diagnostics: false } as const;
const ols: Modelled = (_, index) => ({
  estimator: 'ols',
  build: build(index),
  formula: 'y ~ level + x',
  vcov: { type: 'HC1' },
});

const indices: Readonly<Record<string, Index>> = {
  entropy: level,
  'entropy by period, shifted': { ...level, by: 'time', shift: 0.01, unshiftedScores: true },
  'entropy, normalised by period': { ...level, rescaleBy: 'time' },
  'equal weights, normalised to a period': {
    ...level,
    index: 'equal',
    normalise: 'base:0',
    time: 'time',
  },
  'the faulty entropy': { ...level, compat: 'ln-periods', time: 'time' },
  'TOPSIS on vector scales': { ...level, index: 'topsis', normalise: 'vector' },
  'coefficients of variation': { ...level, index: 'cv' },
  'CRITIC, z-scores': { ...level, index: 'critic', normalise: 'zscore' },
  'equal, geometric': { ...level, index: 'equal', aggregate: 'geometric', shift: 1 },
  'the first component of correlations': { ...components, score: 'first' },
  'the first component of covariances': {
    ...components,
    matrix: 'covariance',
    keep: 'n:1',
    score: 'unit-variance',
    sign: 'sum',
  },
};

const clustered: Readonly<Record<string, Modelled>> = {
  'effects within': (id) => ({
    estimator: 'panel',
    panel: panel(id),
    effects: 'within',
    build: build(),
    formula: 'y ~ level + x',
    vcov: { type: 'CV1', cluster: id },
  }),
  'two-way effects': (id) => ({
    estimator: 'panel',
    panel: panel(id),
    effects: 'twoway',
    build: build(),
    formula: 'y ~ level + x',
  }),
  'an index on both sides, logged and lagged': (id) => ({
    estimator: 'ols',
    panel: panel(id),
    build: { level, lagged: 'L.level + 1', other: { index: 'equal', columns: { x: '+', e: '-' } } },
    formula: 'other ~ log(lagged) + level:x',
    vcov: { type: 'CV1', cluster: id },
  }),
  'an index of an index': (id) => ({
    estimator: 'ols',
    vcov: { type: 'CV1', cluster: id },
    build: { level, both: { index: 'cv', columns: { level: '+', x: '+' } } },
    formula: 'y ~ both',
  }),
  'instruments, one of them an index': (id) => ({
    estimator: 'iv',
    build: build(),
    ...quiet,
    formula: 'y ~ x | e ~ level + z',
    vcov: { type: 'CV1', cluster: id },
  }),
  'GMM, the index endogenous': (id) => ({
    estimator: 'gmm',
    build: build(),
    weight: { cluster: id },
    ...quiet,
    formula: 'y ~ x | level ~ z + z2 + w',
  }),
  'iterated GMM': (id) => ({
    estimator: 'gmm',
    build: build(),
    weight: { cluster: id },
    ...quiet,
    method: 'iterated',
    formula: 'y ~ x | level ~ z + z2 + w',
  }),
  'system GMM': (id) => ({
    estimator: 'dpd',
    panel: panel(id),
    build: build(),
    formula: 'y ~ L.y + level',
    gmm: [{ vars: 'y', lags: [2, 3], collapse: true }],
    iv: [{ vars: 'level' }],
  }),
};

const byTime = { unit: 'id', time: 'time' };
const fixedModels: Readonly<
  Record<string, { readonly model: object; readonly options: Omit<BootstrapOptions, 'reps'> }>
> = {
  'studentized and BCa intervals': {
    model: { estimator: 'ols', formula: 'y ~ level + x', vcov: { type: 'HC1' } },
    options: { scheme: 'pairs', ci: ['percentile', 'studentized', 'bca'] },
  },
  'blocks of rows': {
    model: { estimator: 'ols', formula: 'y ~ level + x' },
    options: { scheme: 'block', order: 'order', blockLength: 5 },
  },
  'stationary blocks': {
    model: { estimator: 'ols', formula: 'y ~ level + x' },
    options: { scheme: 'stationary', order: 'order', blockLength: 5 },
  },
  'instrument tests': {
    model: { estimator: 'iv', formula: 'y ~ level | e ~ z + z2', vcov: { type: 'HC1' } },
    options: { scheme: 'pairs', statistics: ['firstStageF', 'andersonRubin'] },
  },
  'recentred GMM': {
    model: { estimator: 'gmm', formula: 'y ~ x | level ~ z + z2 + w', ...quiet },
    options: { scheme: 'pairs', statistics: ['hansen'] },
  },
  'recentred GMM within units': {
    options: { scheme: 'cluster', recenter: 'brown-newey' },
    model: {
      estimator: 'gmm',
      panel: byTime,
      effects: 'within',
      weight: { cluster: 'id' },
      formula: 'y ~ x | e ~ z + z2 + level',
      ...quiet,
    },
  },
  'system GMM, its tests and jackknife': {
    model: {
      estimator: 'dpd',
      panel: byTime,
      formula: 'y ~ L.y + level',
      gmm: [{ vars: 'y', lags: [2, 3], collapse: true }],
      iv: [{ vars: 'level' }],
    },
    options: { ci: ['studentized'], jackknife: true, statistics: ['hansen', 'diffHansen', 'ar'] },
  },
};

const ids = table['id']!;

interface Draws {
  readonly units: readonly number[];
  readonly options: Omit<BootstrapOptions, 'reps' | 'seed'>;
  readonly modelled: Modelled;
  readonly index?: Index;
}

async function compare(data: Table, { units, options, modelled, index }: Draws) {
  const fit = await fitModel(data, modelled('id', index));
  const replicates = await replicatesOf(fit, { ...options, reps: REPS, seed: SEED });
  const width = Object.keys(fit.params).length * (options.ci === undefined ? 1 : 2);
  for (const [r, { status, values }] of replicates.entries()) {
    expect(status).toBe(0);
    const times = counts(draws.units, Math.max(...units) + 1, r, SEED);
    const again = drawn(data, units, times);
    const kept = values.slice(0, width);
    // A component and its opposite are the same; a replicate has the sign of the sample.
    if (index?.index === 'pca') kept[0] = await signedAs(kept[0]!, modelled('copy', index), again);
    await compareWithEstimate(kept, modelled('copy', index), again, 1e-9);
  }
}

async function signedAs(value: number, model: ModelInput, data: Table): Promise<number> {
  const { params } = await fitModel(data, model);
  return Math.sign(params['level']!) * Math.abs(value);
}

describe('a replicate with a rebuilt index', () => {
  test.each(Object.entries(indices))('has the estimate of the rows drawn: %s', async (_, index) => {
    const options = { scheme: 'pairs', ci: ['studentized'] } as const;
    await compare(table, { units: table['row']!, options, modelled: ols, index });
  });

  test.each(Object.entries(clustered))(
    'has the estimate of the clusters drawn: %s',
    async (_, modelled) => {
      const { estimator } = modelled('id');
      const centred = estimator === 'gmm' || estimator === 'dpd' ? { recenter: false } : {};
      const named = estimator === 'gmm' || estimator === 'dpd' ? {} : { cluster: 'id' };
      const options = { scheme: 'cluster', ...centred, ...named } as const;
      await compare(table, { units: ids, options, modelled });
    },
  );

  test('draws rows and clusters that only the index uses', async () => {
    const y = table['y']!.map((value, row) => (row % 7 === 3 || ids[row] === 5 ? NaN : value));
    const isUsed = (row: number) => !Number.isNaN(y[row]!);
    const ordered = (units: readonly number[]) => {
      const used = units.filter((_, row) => isUsed(row));
      const numbers = [...new Set([...used, ...units])];
      return units.map((unit) => numbers.indexOf(unit));
    };
    const data = { ...table, y };
    const pairs = { scheme: 'pairs' } as const;
    await compare(data, { units: ordered(table['row']!), options: pairs, modelled: ols });
    const clusters = { scheme: 'cluster', cluster: 'id' } as const;
    await compare(data, { units: ordered(ids), options: clusters, modelled: ols });
  });

  /** Targets and equal weights do not depend on the rows, so that such an index is the same in each replicate. */
  const fixed = {
    index: 'equal',
    normalise: 'target',
    columns: { positive: '+', size: '+' },
    targets: { positive: 2, size: 4 },
  } as const;

  test.each(Object.entries(fixedModels))(
    'is that of an index as given where it cannot change: %s',
    async (_, { model, options }) => {
      const fit = await fitModel(table, {
        ...model,
        build: { positive: 'exp(w / 10)', level: fixed },
      } as unknown as ModelInput);
      const run = (rebuild: boolean) =>
        bootstrap(fit, { ...options, reps: 60, seed: SEED, workers: 0, rebuild });
      const [rebuilt, given] = [run(true), run(false)];
      const [a, b] = [await rebuilt.replicates, await given.replicates];
      expect(a.statuses).toEqual(b.statuses);
      const [before, after] = [a, b].map(({ values }) =>
        values.map((x) => (Number.isNaN(x) ? 0 : x)),
      );
      before!.forEach((value, i) => expect(value).toBeCloseTo(after![i]!, 8));
      const { rebuilt: names, ...rest } = await rebuilt.result;
      const { given: taken, ...others } = await given.result;
      expect([names, taken]).toEqual([['level'], ['level']]);
      expect(Object.keys(rest)).toEqual(Object.keys(others));
      expect(others.warnings.map(({ code }) => code)).toContain('index-as-given');
      expect(unitsOf(rest)).toEqual(unitsOf(others));
    },
  );
});

/** The units whose absence changes most, by coefficient. */
function unitsOf({ jackknife }: BootstrapResult) {
  return Object.values(jackknife?.largest ?? {}).map((all) => all.map(({ unit }) => unit));
}
