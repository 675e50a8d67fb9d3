/** The bootstrap of linear GMM: a replicate against an estimate of the rows it draws. */
import { describe, expect, test } from 'vitest';
import { bootstrap, type BootstrapOptions, fitModel, type FitResult } from 'wasmetrics';
import type { GmmModelInput } from 'wasmetrics/types';
import { counts, drawn, draws, panelOf, replicatesOf, type Table } from './resamples.js';

const SEED = 7;
const REPS = 4;
/** A Moore-Penrose inverse was used. */
const SINGULAR = 256;
const TOLERANCE = 1e-10;
const table = panelOf(3);
const rows = table['row']!.length;
const formula = 'y ~ x + w | e ~ z + z2';
const many = 'y ~ 1 | e ~ z + z2 + x + w + size + z:x + z2:x + z:w';
const gmm = (keys: Partial<GmmModelInput> = {}): GmmModelInput => ({
  estimator: 'gmm',
  formula,
  diagnostics: false,
  ...keys,
});

interface Case {
  readonly keys: Partial<GmmModelInput>;
  /** Of the rows drawn, in which a cluster drawn twice is two. */
  readonly again?: Partial<GmmModelInput>;
  readonly units: string;
}

const cases: Readonly<Record<string, Case>> = {
  'one step, rows': { keys: { method: 'one-step' }, units: 'row' },
  'two steps, rows': { keys: {}, units: 'row' },
  'two steps, unadjusted': { keys: { weight: { type: 'unadjusted' } }, units: 'row' },
  'two steps, weighted rows': {
    keys: { weights: { column: 'size', type: 'analytic' } },
    units: 'row',
  },
  'two steps, clusters': {
    keys: { weight: { cluster: 'region' } },
    again: { weight: { cluster: 'copy' } },
    units: 'region',
  },
  'two steps, fewer clusters than instruments': {
    keys: { formula: many, weight: { cluster: 'region' } },
    again: { formula: many, weight: { cluster: 'copy' } },
    units: 'region',
  },
};

function optionsOf(units: string): BootstrapOptions {
  const byRow = units === 'row';
  const scheme = byRow ? ('pairs' as const) : ('cluster' as const);
  return { reps: REPS, seed: SEED, scheme, ...(!byRow && { cluster: units }) };
}

function resample(units: string, r: number): Table {
  const n = new Set(table[units]!).size;
  return drawn(table, table[units]!, counts(draws.units, n, r, SEED));
}

function compare(fit: FitResult, params: ArrayLike<number>, again: readonly number[]): void {
  Object.values(fit.stdErrors).forEach((se, j) => {
    const size = Math.max(Math.abs(again[j]!), se);
    expect(Math.abs(params[j]! - again[j]!) / size).toBeLessThan(TOLERANCE);
  });
}

describe('a replicate is the estimate of the rows it draws, with its J', () => {
  test.each(Object.entries(cases))('%s', async (name, { keys, again = keys, units }) => {
    const fit = await fitModel(table, gmm(keys));
    const replicates = await replicatesOf(fit, { ...optionsOf(units), recenter: false });
    for (const [r, { status, values }] of replicates.entries()) {
      const estimate = await fitModel(resample(units, r), gmm(again));
      expect(status).toBe(name.includes('fewer') ? SINGULAR : 0);
      compare(fit, values, Object.values(estimate.params));
      const { stat } = estimate.tests.hansen!;
      if (stat === null) expect(values).toHaveLength(Object.keys(fit.params).length);
      else expect(Math.abs(values.at(-1)! / stat - 1)).toBeLessThan(1e-9);
    }
  });
});

/** A^-1 b by Gauss and Jordan. */
function solve(a: number[][], b: number[]): number[] {
  const n = b.length;
  const rows = a.map((row, i) => [...row, b[i]!]);
  for (let j = 0; j < n; j++) {
    const pivot = rows
      .slice(j)
      .reduce((best, row, i) => (Math.abs(row[j]!) > Math.abs(rows[best]![j]!) ? j + i : best), j);
    [rows[j], rows[pivot]] = [rows[pivot]!, rows[j]!];
    for (let i = 0; i < n; i++) {
      if (i === j) continue;
      const factor = rows[i]![j]! / rows[j]![j]!;
      rows[i] = rows[i]!.map((value, c) => value - factor * rows[j]![c]!);
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}

const product = (a: number[][], b: number[][]) =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, i) => sum + value * b[i]![j]!, 0)));
const transposed = (a: number[][]) => a[0]!.map((_, j) => a.map((row) => row[j]!));

/** Two steps from rows with moments less `center` at both, and J. */
function recentred(data: Table, codes: readonly number[], center: number[], units: number) {
  const ones = data['y']!.map(() => 1);
  const pick = (...names: string[]) =>
    data['y']!.map((_, row) => [...names.map((name) => data[name]![row]!), ones[row]!]);
  const x = pick('e', 'x', 'w');
  const z = pick('x', 'w', 'z', 'z2');
  const y = data['y']!.map((value) => [value]);
  const a = product(transposed(z), x);
  const s = product(transposed(z), y).map(([value], i) => value! - center[i]!);
  const step = (weight: number[][]) => {
    const half = transposed(transposed(a).map((column) => solve(weight, column)));
    return solve(
      product(transposed(a), half),
      product(
        transposed(half),
        s.map((v) => [v]),
      ).flat(),
    );
  };
  const first = step(product(transposed(z), z));
  const residual = (b: number[]) =>
    y.map(([value], row) => value! - x[row]!.reduce((sum, cell, j) => sum + cell * b[j]!, 0));
  const u = residual(first);
  const sums = Array.from({ length: units }, () => center.map((c) => -c / units));
  codes.forEach((g, row) => z[row]!.forEach((cell, i) => (sums[g]![i]! += cell * u[row]!)));
  const weight = product(transposed(sums), sums);
  const params = step(weight);
  const g = s.map((value, i) => value - a[i]!.reduce((sum, cell, j) => sum + cell * params[j]!, 0));
  const j = solve(weight, g).reduce((sum, value, i) => sum + value * g[i]!, 0);
  return {
    params,
    j,
    moments: product(
      transposed(z),
      residual(params).map((v) => [v]),
    ).flat(),
  };
}

describe('recentred', () => {
  test.each(['row', 'region'])(
    'a replicate has the moments of the sample taken out: %s',
    async (units) => {
      const n = new Set(table[units]!).size;
      const weight = units === 'row' ? {} : { cluster: units };
      const fit = await fitModel(table, gmm({ weight }));
      const zero = [0, 0, 0, 0, 0];
      const { moments } = recentred(table, table[units]!, zero, n);
      const replicates = await replicatesOf(fit, optionsOf(units));
      for (const [r, { values }] of replicates.entries()) {
        const data = resample(units, r);
        const estimate = recentred(data, data['copy']!, moments, n);
        compare(fit, values, estimate.params);
        expect(Math.abs(values.at(-1)! / estimate.j - 1)).toBeLessThan(1e-8);
      }
    },
  );

  test('J has a bootstrap p-value, and none without recentring', async () => {
    const fit = await fitModel(table, gmm());
    const run = { reps: 199, statistics: ['hansen', 'e*x'], workers: 0 } as const;
    const { tests, recenter, expressions, scheme } = await bootstrap(fit, run).result;
    expect({ recenter, scheme }).toEqual({ recenter: true, scheme: 'pairs' });
    const { values, width } = await bootstrap(fit, run).replicates;
    const j = Array.from({ length: 199 }, (_, r) => values[r * width + width - 1]!);
    const beyond = j.filter((value) => value >= fit.tests.hansen!.stat!).length;
    expect(tests!.hansen).toMatchObject({ pValue: (1 + beyond) / 200, replicates: 199 });
    expect(expressions!.estimates['e*x']).toBeCloseTo(fit.params['e']! * fit.params['x']!, 12);
    const plain = await bootstrap(fit, { ...run, recenter: false }).result;
    expect(plain.tests!.hansen).toMatchObject({ reason: expect.stringMatching(/not recentred/) });
  });

  test('an exactly identified model has nothing to recentre', async () => {
    const fit = await fitModel(table, gmm({ formula: 'y ~ x + w | e ~ z' }));
    const { recenter } = await bootstrap(fit, { reps: 20, workers: 0 }).result;
    expect(recenter).toBe(false);
  });
});

describe('what does not fit says why', () => {
  const refused: readonly [string, Partial<GmmModelInput>, Partial<BootstrapOptions>, RegExp][] = [
    [
      'iterations',
      { method: 'cue' },
      {},
      /method cue each replicate is estimated from the drawn rows, so its moments cannot be recentred; expected recenter brown-newey/,
    ],
    [
      'a robust weight with clusters',
      {},
      { scheme: 'cluster', cluster: 'region' },
      /found weight robust with scheme cluster/,
    ],
    [
      'other clusters',
      { weight: { cluster: 'region' } },
      { cluster: 'id' },
      /found weight cluster:region with scheme cluster of id/,
    ],
    ['a centred weight', { weight: { center: true } }, {}, /with center false/],
    [
      'studentized',
      {},
      { ci: ['studentized'] },
      /expected percentile, basic, normal or bca with gmm/,
    ],
    ['wild', {}, { scheme: 'wild' }, /found weight robust with scheme wild/],
    [
      'iterations of signs',
      { method: 'cue' },
      { scheme: 'wild' },
      /method cue has no bootstrap with scheme wild/,
    ],
    [
      'absorbed effects',
      { effects: 'within', panel: { unit: 'id', time: 'time' }, weight: { cluster: 'id' } },
      {},
      /or method one-step or two-step without absorbed effects/,
    ],
  ];
  test.each(refused)('%s', async (_, keys, options, message) => {
    const fit = await fitModel(table, gmm(keys));
    expect(() => bootstrap(fit, { reps: 10, workers: 0, ...options })).toThrow(message);
  });
});

test('the same seed gives the same replicates for any number of workers', async () => {
  const fit = await fitModel(table, gmm());
  const values = async (workers: number) =>
    (await bootstrap(fit, { reps: 1200, workers }).replicates).values;
  expect(rows).toBeGreaterThan(100);
  expect(await values(2)).toEqual(await values(0));
});
