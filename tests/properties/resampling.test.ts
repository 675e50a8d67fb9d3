/** Resampled linear estimates: a replicate is the estimate of the rows that it draws. */
import { describe, expect, test } from 'vitest';
import { bootstrap, type BootstrapOptions, fitModel, type ModelInput } from 'wasmetrics';
import {
  compareWithEstimate,
  counts,
  drawn,
  draws,
  noise,
  panelOf,
  replicatesOf,
} from './resamples.js';

const SEED = 7;
const REPS = 12;
const TOLERANCE = 1e-10;

const table = panelOf(1);
const panel = { unit: 'id', time: 'time' };
const rows = table['y']!.length;

interface Case {
  readonly model: ModelInput;
  /** The model of the table drawn, where its clusters or units are those drawn. */
  readonly again?: ModelInput;
  readonly options?: Partial<BootstrapOptions>;
  readonly units: keyof typeof table | 'row';
}

const formula = 'y ~ x + w';
const instrumented = 'y ~ x + w | e ~ z + z2';
const weights = { column: 'size', type: 'analytic' } as const;
const byCopy = { cluster: 'copy' };
const within = (effects: 'within' | 'pooled') =>
  ({ estimator: 'panel', formula, panel, effects }) as const;
const copies = { unit: 'copy', time: 'time' };

const cases: Readonly<Record<string, Case>> = {
  'rows, unadjusted': { model: { estimator: 'ols', formula }, units: 'row' },
  'rows, HC1': { model: { estimator: 'ols', formula, vcov: { type: 'HC1' } }, units: 'row' },
  'weighted rows, HC0': {
    model: { estimator: 'ols', formula, weights, vcov: { type: 'HC0' } },
    units: 'row',
  },
  'weighted rows without a constant': {
    model: { estimator: 'ols', formula: 'y ~ 0 + x + w', weights },
    units: 'row',
  },
  clusters: {
    model: { estimator: 'ols', formula, vcov: { cluster: 'region' } },
    again: { estimator: 'ols', formula, vcov: byCopy },
    units: 'region',
  },
  'an absorbed effect within clusters': {
    model: { estimator: 'ols', formula: 'y ~ x + w | id', vcov: { cluster: 'id' } },
    again: { estimator: 'ols', formula: 'y ~ x + w | copy', vcov: byCopy },
    units: 'id',
  },
  'pooled, by unit': {
    model: { ...within('pooled'), vcov: { cluster: 'id' } },
    again: { ...within('pooled'), panel: copies, vcov: byCopy },
    units: 'id',
  },
  'within, by unit': {
    model: { ...within('within'), vcov: { cluster: 'id' } },
    again: { ...within('within'), panel: copies, vcov: byCopy },
    units: 'id',
  },
  'within, unadjusted': {
    model: within('within'),
    again: { ...within('within'), panel: copies },
    units: 'id',
  },
  'within, weighted': {
    model: { ...within('within'), weights, vcov: { cluster: 'id' } },
    again: { ...within('within'), weights, panel: copies, vcov: byCopy },
    units: 'id',
  },
  '2SLS, rows, HC1 with its factor': {
    model: { estimator: 'iv', formula: instrumented, vcov: { type: 'HC1', small: true } },
    units: 'row',
  },
  '2SLS, rows, HC1 with z': {
    model: { estimator: 'iv', formula: instrumented, vcov: { type: 'HC1' } },
    units: 'row',
  },
  'weighted rows, HC1 with z': {
    model: { estimator: 'ols', formula, weights, vcov: { type: 'HC1', small: false } },
    units: 'row',
  },
  '2SLS, rows, unadjusted': { model: { estimator: 'iv', formula: instrumented }, units: 'row' },
  'LIML, clusters': {
    model: { estimator: 'iv', method: 'liml', formula: instrumented, vcov: { cluster: 'id' } },
    again: { estimator: 'iv', method: 'liml', formula: instrumented, vcov: byCopy },
    units: 'id',
  },
  'Fuller, rows, unadjusted': {
    model: { estimator: 'iv', method: 'fuller', formula: instrumented },
    units: 'row',
  },
  'k-class with kappa below 1, rows': {
    model: {
      estimator: 'iv',
      method: 'kclass',
      kappa: 0.7,
      formula: instrumented,
      vcov: { type: 'HC0' },
    },
    units: 'row',
  },
  '2SLS within': {
    model: {
      estimator: 'iv',
      formula: instrumented,
      panel,
      effects: 'within',
      vcov: { cluster: 'id' },
    },
    again: {
      estimator: 'iv',
      formula: instrumented,
      panel: copies,
      effects: 'within',
      vcov: byCopy,
    },
    units: 'id',
  },
};

const noDiagnostics = (model: ModelInput): ModelInput =>
  model.estimator === 'iv' ? { ...model, diagnostics: false } : model;

describe('a replicate is the estimate of the rows it draws, with its standard errors', () => {
  test.each(Object.entries(cases))('%s', async (_, { model, again = model, units }) => {
    const fit = await fitModel(table, noDiagnostics(model));
    const byRow = units === 'row';
    const scheme = byRow ? ('pairs' as const) : ('cluster' as const);
    const cluster = byRow ? {} : { cluster: String(units) };
    const options = { reps: REPS, seed: SEED, scheme, ...cluster, ci: ['studentized'] as const };
    const replicates = await replicatesOf(fit, options);
    const alone = await replicatesOf(fit, { ...options, ci: ['percentile'] });
    const codes = table[units]!;
    const n = new Set(codes).size;
    for (const [r, { status, values }] of replicates.entries()) {
      expect(status).toBe(0);
      expect(alone[r]!.values).toEqual(values.slice(0, Object.keys(fit.params).length));
      const resample = drawn(table, codes, counts(draws.units, n, r, SEED));
      const numbered = { ...resample, time: resample['y']!.map((__, row) => row) };
      await compareWithEstimate(values, noDiagnostics(again), numbered, TOLERANCE);
    }
  });

  test.each(['block', 'stationary'] as const)('%s', async (scheme) => {
    const model = { estimator: 'ols', formula } as const;
    const fit = await fitModel(table, model);
    const options = { reps: REPS, seed: SEED, scheme, order: 'order', blockLength: 5 };
    for (const [r, { values }] of (await replicatesOf(fit, options)).entries()) {
      const times = counts(draws[scheme], rows, r, SEED, 5);
      expect(times.reduce((sum, count) => sum + count)).toBe(rows);
      await compareWithEstimate(values, model, drawn(table, table['order']!, times), TOLERANCE);
    }
  });
});

describe('long samples', () => {
  // Up to 65,536 rows few columns are summed by one product, from then on by tables.
  test.each([65_536, 65_537, 66_563])('%i rows', async (n) => {
    const next = noise(3);
    const numbers = () => Array.from({ length: n }, next);
    const [x, y] = [numbers(), numbers()];
    const model = { estimator: 'ols', formula: 'y ~ x' } as const;
    const fit = await fitModel({ x, y }, model);
    const options = { reps: 3, seed: SEED, scheme: 'pairs' } as const;
    for (const [r, { values }] of (await replicatesOf(fit, options)).entries()) {
      const times = counts(draws.units, n, r, SEED);
      const present = (column: readonly number[]) => column.filter((_, i) => times[i]! > 0);
      const resample = { x: present(x), y: present(y), times: present(times) };
      const again = { ...model, weights: { column: 'times', type: 'frequency' } } as const;
      await compareWithEstimate(values, again, resample, TOLERANCE);
    }
  });
});

describe('what is drawn', () => {
  test('the same replicates come from any number of workers', async () => {
    const model = { estimator: 'iv', formula: instrumented, diagnostics: false } as const;
    const fit = await fitModel(table, model);
    const values = async (workers: number) =>
      (await bootstrap(fit, { reps: 1500, seed: 3, workers }).replicates).values;
    const alone = await values(0);
    expect(await values(2)).toEqual(alone);
  });

  test('units are drawn if the model has them, otherwise rows', async () => {
    const drawnBy = async (model: ModelInput) => {
      const fit = await fitModel(table, model);
      return (await bootstrap(fit, { reps: 20, workers: 0 }).result).scheme;
    };
    expect(await drawnBy({ estimator: 'ols', formula })).toBe('pairs');
    expect(await drawnBy({ estimator: 'ols', formula, vcov: { cluster: 'id' } })).toBe('cluster');
    expect(await drawnBy({ estimator: 'panel', formula, panel })).toBe('cluster');
  });

  test('regressors of condition 1e9 lose nine digits, not all of them', async () => {
    const near = { ...table, v: table['x']!.map((x, i) => 1000 + x + 1e-6 * table['z']![i]!) };
    const model = { estimator: 'ols', formula: 'y ~ x + v' } as const;
    const fit = await fitModel(near, model);
    for (const [r, { values }] of (
      await replicatesOf(fit, { reps: 5, scheme: 'pairs' })
    ).entries()) {
      const resample = drawn(near, table['row']!, counts(draws.units, rows, r, 1));
      await compareWithEstimate(values, model, resample, 1e-6);
    }
  });
});

describe('errors on incompatible schemes give the reason', () => {
  const refused: readonly [string, ModelInput, Partial<BootstrapOptions>, RegExp][] = [
    [
      'rows within effects',
      within('within'),
      { scheme: 'pairs' },
      /the scheme splits the groups of id/,
    ],
    [
      'clusters that cut effects',
      within('within'),
      { cluster: 'time' },
      /clusters split units of id; expected clusters that contain whole units/,
    ],
    [
      'two-way effects',
      { ...within('within'), effects: 'twoway' },
      { scheme: 'pairs' },
      /period effects are shared by all units; expected scheme cluster/,
    ],
    [
      'random effects',
      { ...within('within'), effects: 'random' },
      { scheme: 'wild-cluster' },
      /by estimated variances/,
    ],
    [
      'between',
      { ...within('within'), effects: 'between' },
      { scheme: 'wild' },
      /one row per unit/,
    ],
    ['blocks on a panel', within('pooled'), { scheme: 'block' }, /one row per value of time/],
    [
      'frequency weights',
      { estimator: 'ols', formula, weights: { ...weights, type: 'frequency' } },
      {},
      /frequency weight/,
    ],
    [
      'studentized with HC3',
      { estimator: 'ols', formula, vcov: { type: 'HC3' } },
      { ci: ['studentized'] },
      /found vcov HC3/,
    ],
    [
      'a block length with pairs',
      { estimator: 'ols', formula },
      { blockLength: 3 },
      /nothing with scheme pairs/,
    ],
  ];
  test.each(refused)('%s', async (_, model, options, message) => {
    const fit = await fitModel(table, model);
    expect(() => bootstrap(fit, { reps: 10, workers: 0, ...options })).toThrow(message);
  });
});

test('residuals are drawn about their mean', async () => {
  const next = noise(4);
  const n = 60;
  const data = { x: Array.from({ length: n }, next), y: Array.from({ length: n }, next) };
  const fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ x' });
  const run = { reps: 4000, scheme: 'residual', workers: 0 } as const;
  const { stdErrors, bias, monteCarloError } = await bootstrap(fit, run).result;
  const known = fit.stdErrors['x']! * Math.sqrt((n - 2) / n);
  expect(Math.abs(stdErrors['x']! - known)).toBeLessThan(4 * monteCarloError['x']!);
  expect(Math.abs(bias['x']!)).toBeLessThan((4 * known) / Math.sqrt(4000));
});
