/** Rows and clusters of linear GMM drawn with the probabilities of their empirical likelihood. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bootstrap, fitModel, loadEngine } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import type { GmmModelInput } from 'wasmetrics/types';
import { impliedRowThresholds } from '../../bindings/analysis/bootstrap/implied-probabilities.js';
import { taskOf } from '../../bindings/analysis/bootstrap/plan/any.js';
import type { LinearTask } from '../../bindings/analysis/bootstrap/tasks/linear.js';
import { fitModel as fitSource } from '../../bindings/index.js';
import { contextOf } from '../../bindings/models/context.js';
import { panelOf, replicatesOf } from './resamples.js';

interface Reference {
  readonly params: readonly number[];
  readonly j: number;
  /** The rows of all clusters; of every tenth row. */
  readonly probabilities: readonly number[];
  /** Coefficients and J. */
  readonly replicates: readonly (readonly number[])[];
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const golden = JSON.parse(read('../golden/implied/abdata.json')) as {
  readonly seed: number;
  readonly names: readonly string[];
  readonly row: Reference;
  readonly id: Reference;
};
const model: GmmModelInput = {
  estimator: 'gmm',
  formula: 'n ~ k + ys | w ~ L.w + L2.w + L.k',
  panel: { unit: 'id', time: 'year' },
  diagnostics: false,
};
const recenter = 'brown-newey';

/** Of a fit by the sources of the library, whose contexts can be read. */
async function probabilitiesOf(input: GmmModelInput): Promise<number[]> {
  const fit = await fitSource(parseCsv(read('../../examples/abdata.csv')), input);
  const context = contextOf(fit)!;
  const task = taskOf(context, { reps: 1, recenter }) as LinearTask;
  const thresholds = impliedRowThresholds(await loadEngine(), task, fit.rankInstruments!);
  const ends = Array.from(thresholds, (threshold) => threshold >>> 0);
  return ends.map((end, i) => (end - (ends[i - 1] ?? 0)) / 2 ** 32);
}

describe.each(['row', 'id'] as const)('by %s, restated by another program', (units) => {
  const expected = golden[units];
  const every = units === 'row' ? 10 : 1;
  const weight = units === 'row' ? {} : { cluster: units };

  test('probabilities make the moments zero at the estimate', async () => {
    const fit = await fitModel(parseCsv(read('../../examples/abdata.csv')), { ...model, weight });
    golden.names.forEach((name, j) =>
      expect(Math.abs(fit.params[name]! - expected.params[j]!)).toBeLessThan(1e-9),
    );
    const p = await probabilitiesOf({ ...model, weight });
    expect(Math.ceil(p.length / every)).toBe(expected.probabilities.length);
    expected.probabilities.forEach((one, i) =>
      expect(Math.abs(p[every * i]! - one)).toBeLessThan(1e-9),
    );
  });

  test('replicates are estimates of what is drawn with them, moments as they are', async () => {
    const fit = await fitModel(parseCsv(read('../../examples/abdata.csv')), { ...model, weight });
    const reps = expected.replicates.length;
    const replicates = await replicatesOf(fit, { reps, seed: golden.seed, recenter });
    for (const [r, { status, values }] of replicates.entries()) {
      const replicate = expected.replicates[r]!;
      expect(status).toBe(0);
      golden.names.forEach((name, j) =>
        expect(Math.abs(values[j]! - replicate[j]!) / fit.stdErrors[name]!).toBeLessThan(1e-8),
      );
      expect(values.at(-1)! / replicate.at(-1)!).toBeCloseTo(1, 8);
    }
  });
});

const table = panelOf(3);
const small = { estimator: 'gmm', formula: 'y ~ x + w | e ~ z + z2', diagnostics: false } as const;

test('an exactly identified model has none', async () => {
  const fit = await fitModel(table, { ...small, formula: 'y ~ x + w | e ~ z' });
  const run = (how: boolean | 'brown-newey') =>
    bootstrap(fit, { reps: 20, recenter: how, workers: 0 }).result;
  expect(await run(recenter)).toEqual(await run(false));
});

test('the same seed gives the same J and the same bits for any number of workers', async () => {
  const fit = await fitModel(table, small);
  const options = { reps: 1200, recenter, statistics: ['hansen'] } as const;
  const [one, two] = [0, 2].map((workers) => bootstrap(fit, { ...options, workers }));
  expect(await two!.replicates).toEqual(await one!.replicates);
  const result = await one!.result;
  expect(result).toMatchObject({ recenter, failed: 0 });
  expect(result.tests!.hansen!.pValue).toBeGreaterThan(0);
});

test('zero outside the convex hull of the clusters is refused', async () => {
  const formula = 'y ~ 1 | e ~ z + z2 + x + w + size + z:x + z2:x + z:w';
  const fit = await fitModel(table, { ...small, formula, weight: { cluster: 'region' } });
  const { result } = bootstrap(fit, { reps: 20, recenter, workers: 0 });
  await expect(result).rejects.toMatchObject({
    code: 'no-implied-probabilities',
    exitCode: 6,
    message: expect.stringMatching(
      /probabilities of the clusters that set the moments of 9 instruments to zero, but none do/,
    ) as string,
  });
});

test('without each unit, J is not written over the estimates of others', async () => {
  const fit = await fitModel(table, { ...small, weight: { cluster: 'id' } });
  const { jackknife } = await bootstrap(fit, { reps: 20, jackknife: true, workers: 0 }).result;
  expect(jackknife).toMatchObject({ units: 25, failed: 0 });
  const { unit, change } = jackknife!.largest['e']![0]!;
  const rows = table['id']!.flatMap((id, row) => (String(id) === unit ? [] : [row]));
  const others = Object.fromEntries(
    Object.entries(table).map(([name, values]) => [name, rows.map((row) => values[row]!)]),
  );
  const again = await fitModel(others, { ...small, weight: { cluster: 'id' } });
  expect(Math.abs(again.params['e']! - fit.params['e']! - change)).toBeLessThan(1e-10);
});
