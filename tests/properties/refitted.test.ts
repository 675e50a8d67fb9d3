/** Bootstraps that estimate the rows of the clusters drawn: a replicate against a fit of those rows. */
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  type BootstrapOptions,
  fitModel,
  influence,
  loadEngine,
  type ModelInput,
} from 'wasmetrics';
import { impliedRowThresholds } from '../../bindings/analysis/bootstrap/implied-probabilities.js';
import { taskOf } from '../../bindings/analysis/bootstrap/plan/any.js';
import { momentsTask, type RowsTask } from '../../bindings/analysis/bootstrap/tasks/rows.js';
import { fitModel as fitSource } from '../../bindings/index.js';
import { contextOf } from '../../bindings/models/context.js';
import { linearOf } from '../../bindings/models/fitted-model.js';
import {
  compareWithEstimate,
  counts,
  drawn,
  draws,
  givenCounts,
  panelOf,
  replicatesOf,
  type Table,
} from './resamples.js';

const SEED = 3;
const REPS = 3;
const table = panelOf(4);
const formula = 'y ~ x + w';
const instruments = 'e ~ z + z2';

/** A model whose unit or cluster is the column `id`, or in the rows drawn `copy`. */
type Modelled = (id: string) => ModelInput;

const panel = (id: string) => ({ unit: id, time: 'time' });
const quiet = { diagnostics: false } as const;

const cases: Readonly<Record<string, Modelled>> = {
  'two-way effects': (id) => ({ estimator: 'panel', formula, panel: panel(id), effects: 'twoway' }),
  'random effects': (id) => ({ estimator: 'panel', formula, panel: panel(id), effects: 'random' }),
  between: (id) => ({ estimator: 'panel', formula, panel: panel(id), effects: 'between' }),
  'within and periods': (id) => ({
    estimator: 'panel',
    formula: `${formula} | time`,
    panel: panel(id),
    effects: 'within',
  }),
  'two effects': (id) => ({ estimator: 'ols', formula: `${formula} | ${id} + time` }),
  'two effects, weighted': (id) => ({
    estimator: 'ols',
    formula: `${formula} | ${id} + time`,
    weights: { column: 'size', type: 'analytic' },
  }),
  'an effect across clusters': () => ({ estimator: 'ols', formula: `${formula} | time` }),
  'instruments beside two effects': (id) => ({
    estimator: 'iv',
    method: 'liml',
    formula: `${formula} | ${id} + time | ${instruments}`,
    ...quiet,
  }),
  'iterated GMM': (id) => ({
    estimator: 'gmm',
    method: 'iterated',
    formula: `${formula} | ${instruments}`,
    weight: { cluster: id },
    ...quiet,
  }),
  'GMM within units, CUE, centred': (id) => ({
    estimator: 'gmm',
    method: 'cue',
    formula: `${formula} | ${instruments}`,
    panel: panel(id),
    effects: 'within',
    weight: { cluster: id, center: true },
    ...quiet,
  }),
};

const optionsOf = (model: ModelInput): BootstrapOptions => ({
  scheme: 'cluster',
  cluster: 'id',
  reps: REPS,
  seed: SEED,
  ...(model.estimator === 'gmm' && { recenter: false }),
});

function resample(r: number): Table {
  const n = new Set(table['id']!).size;
  return drawn(table, table['id']!, counts(draws.units, n, r, SEED));
}

describe('a replicate is the estimate of the rows it draws', () => {
  test.each(Object.entries(cases))('%s', async (_, modelled) => {
    const model = modelled('id');
    const fit = await fitModel(table, model);
    const replicates = await replicatesOf(fit, optionsOf(model));
    const k = Object.keys(fit.params).length;
    for (const [r, { status, values }] of replicates.entries()) {
      expect(status).toBe(0);
      await compareWithEstimate(values.slice(0, k), modelled('copy'), resample(r), 1e-8);
    }
  });

  test('CUE by rows has its J', async () => {
    const model = { ...cases['iterated GMM']!('id'), method: 'cue', weight: {} } as ModelInput;
    const fit = await fitModel(table, model);
    const options = { scheme: 'pairs', reps: REPS, seed: SEED, recenter: false } as const;
    for (const [r, { values }] of (await replicatesOf(fit, options)).entries()) {
      const rows = table['row']!;
      const resample = drawn(table, rows, counts(draws.units, rows.length, r, SEED));
      const { params, tests } = await fitModel(resample, model);
      const expected = [...Object.values(params), tests.hansen!.stat!];
      values.forEach((value, j) => expect(value).toBeCloseTo(expected[j]!, 6));
    }
  });

  test.each(['iterated GMM', 'GMM within units, CUE, centred'])(
    'and with the probabilities of its moments, %s',
    async (name) => {
      const model = cases[name]!('id');
      const fit = await fitModel(table, model);
      const run = { ...optionsOf(model), recenter: 'brown-newey', reps: 400 } as const;
      const { replicates, result } = bootstrap(fit, { ...run, statistics: ['hansen'], workers: 0 });
      const { tests, recenter, failed } = await result;
      expect({ recenter, failed }).toEqual({ recenter: 'brown-newey', failed: 0 });
      const { values, width } = await replicates;
      const j = Array.from({ length: 400 }, (_, r) => values[(r + 1) * width - 1]!);
      const beyond = j.filter((value) => value >= fit.tests.hansen!.stat!).length;
      expect(tests!.hansen!.pValue).toBe((1 + beyond) / 401);
      // The contexts of fits by the sources of the library can be read.
      const context = contextOf(await fitSource(table, model))!;
      const moments = momentsTask(linearOf(context)!, taskOf(context, run) as RowsTask);
      const n = fit.rankInstruments!;
      const thresholds = impliedRowThresholds(await loadEngine(), moments, n);
      for (let r = 0; r < REPS; r++) {
        const resample = drawn(table, table['id']!, givenCounts(thresholds, r, SEED));
        const one = [...values.subarray(r * width, (r + 1) * width - 1)];
        await compareWithEstimate(one, cases[name]!('copy'), resample, 1e-7);
      }
    },
  );

  test('studentized intervals have the standard errors of each', async () => {
    const clustered = (id: string): ModelInput => ({
      ...(cases['two-way effects']!(id) as ModelInput & { estimator: 'panel' }),
      vcov: { cluster: id },
    });
    const fit = await fitModel(table, clustered('id'));
    const replicates = await replicatesOf(fit, { ...optionsOf(fit as never), ci: ['studentized'] });
    for (const [r, { values }] of replicates.entries()) {
      await compareWithEstimate(values, clustered('copy'), resample(r), 1e-8);
    }
  });
});

test('without each unit, and the same bits for any number of workers', async () => {
  const fit = await fitModel(table, cases['random effects']!('id'));
  const run = { reps: 60, seed: SEED, ci: ['bca'] } as const;
  const [one, two] = [0, 2].map((workers) => bootstrap(fit, { ...run, workers }));
  expect(await two!.replicates).toEqual(await one!.replicates);
  const { jackknife, refitted, scheme, cluster } = await one!.result;
  expect({ refitted, scheme, cluster }).toEqual({
    refitted: true,
    scheme: 'cluster',
    cluster: 'id',
  });
  expect(jackknife).toMatchObject({ units: 25, failed: 0 });
  const { unit, change } = jackknife!.largest['x']![0]!;
  const rest = drawn(
    table,
    table['id']!,
    [...new Set(table['id']!)].map((id) => Number(String(id) !== unit)),
  );
  const again = await fitModel(rest, cases['random effects']!('id'));
  expect(again.params['x']! - fit.params['x']!).toBeCloseTo(change, 12);
  const { units } = await influence(fit);
  expect(units).toHaveLength(25);
  expect(units.find((one) => one.unit === unit)!.params['x']).toBeCloseTo(change, 12);
});

test('a resample that does not identify a coefficient is a failed replicate', async () => {
  const lone = {
    ...table,
    lone: table['id']!.map((id, row) => (id === 3 ? table['x']![row]! : 0)),
  };
  const fit = await fitModel(lone, { estimator: 'ols', formula: 'y ~ x + lone | id + time' });
  const run = { scheme: 'cluster', cluster: 'id', reps: 40, workers: 0 } as const;
  const { failed, failures, warnings } = await bootstrap(fit, run).result;
  const times = Array.from({ length: 40 }, (_, r) => counts(draws.units, 25, r, 1)[3]!);
  expect(failed).toBe(times.filter((count) => count === 0).length);
  expect(failures).toHaveLength(1);
  expect(warnings.map(({ code }) => code)).toContain('failed-replicates');
});

describe('errors on incompatible options give the reason', () => {
  const refused: readonly [string, ModelInput, Partial<BootstrapOptions>, RegExp][] = [
    [
      'clusters that cut units',
      cases['random effects']!('id'),
      { cluster: 'time' },
      /clusters split units of id; expected clusters that contain whole units, such as id itself/,
    ],
    [
      'centred moments',
      cases['iterated GMM']!('id'),
      { recenter: true },
      /moments cannot be recentred; expected recenter brown-newey or false/,
    ],
    [
      'probabilities beside effects across clusters',
      {
        estimator: 'gmm',
        formula: `${formula} | id + time | ${instruments}`,
        weight: { cluster: 'id' },
        ...quiet,
      },
      { recenter: 'brown-newey' },
      /effects of time cross the clusters; expected recenter false/,
    ],
    [
      'tests of instruments',
      cases['instruments beside two effects']!('id'),
      { statistics: ['firstStageF'] },
      /firstStageF is not available for replicates that are estimated from rows/,
    ],
    [
      'rows',
      cases['random effects']!('id'),
      { scheme: 'pairs', cluster: undefined },
      /expected scheme cluster/,
    ],
  ];
  test.each(refused)('%s', async (_, model, options, message) => {
    const fit = await fitModel(table, model);
    const run = { ...optionsOf(model), workers: 0, ...options };
    expect(() => bootstrap(fit, run)).toThrow(message);
  });
});
