/** What the order of the rows changes, as docs/explanation/determinism.md says it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrap, fitModel, influence, type ModelInput, permutationTest } from 'wasmetrics';
import { noise } from './resamples.js';

const units = 12;
const periods = 6;
const panel = { unit: 'id', time: 'year' } as const;
type Columns = Readonly<Record<string, readonly number[]>>;

/** An unbalanced panel with ties in x and clusters g that cross the units' order. */
function sampleOf(seed: number): Columns {
  const next = noise(seed);
  const cells = Array.from({ length: units * periods }, (_, i) => i).filter((i) => i % 11 !== 5);
  const id = cells.map((i) => Math.floor(i / periods) + 1);
  const x = cells.map(() => Math.round(2 * next()));
  const z = x.map((value) => value + next());
  return {
    id,
    year: cells.map((i) => 2001 + (i % periods)),
    g: id.map((unit) => (unit * 5) % 7),
    x,
    z,
    w: cells.map(next),
    y: x.map((value, i) => value + 0.1 * id[i]! + next()),
  };
}

function reordered(data: Columns, order: readonly number[]): Columns {
  return Object.fromEntries(
    Object.entries(data).map(([name, values]) => [name, order.map((row) => values[row]!)]),
  );
}

function shuffled(n: number, seed: number): number[] {
  const next = noise(seed);
  const keys = Array.from({ length: n }, next);
  return keys.map((_, row) => row).sort((a, b) => keys[a]! - keys[b]!);
}

const cluster = { type: 'cluster', cluster: 'g' } as const;
const declared: ModelInput[] = [
  { estimator: 'ols', formula: 'y ~ x + L.w + i(year)', panel, vcov: cluster },
  { estimator: 'ols', formula: 'y ~ x + w | id', panel },
  { estimator: 'panel', formula: 'y ~ x + w', panel, effects: 'within', vcov: cluster },
  { estimator: 'panel', formula: 'y ~ x + w', panel, effects: 'random' },
  { estimator: 'iv', formula: 'y ~ w | x ~ z + L.w', panel, method: 'liml' },
  {
    estimator: 'gmm',
    formula: 'y ~ w | x ~ z + L.w',
    panel,
    weight: { type: 'cluster', cluster: 'g' },
  },
  {
    estimator: 'dpd',
    formula: 'y ~ L.y + w',
    panel,
    gmm: [{ vars: 'y', lags: [2, 3], collapse: true }],
    iv: [{ vars: 'w' }],
  },
];
const free: ModelInput[] = [
  { estimator: 'ols', formula: 'y ~ x + w + i(g)' },
  { estimator: 'ols', formula: 'y ~ x + w | id + year', vcov: cluster },
  { estimator: 'iv', formula: 'y ~ w | x ~ z' },
  { estimator: 'gmm', formula: 'y ~ w | x ~ z', vcov: cluster },
];

const seeds = fc.nat(10_000);
const settings = { numRuns: 8 };

describe('with a declared panel the order of the rows changes no bit', () => {
  test.each(declared)('of the fit, its bootstrap and influence: %j', async (model) => {
    const all = async (data: Columns) => {
      const fit = await fitModel(data, model);
      const random = model.estimator === 'panel' && model.effects === 'random';
      const drawn = await bootstrap(fit, { reps: 19, seed: 5, workers: 0 }).result;
      return JSON.stringify([fit, drawn, random ? null : await influence(fit, { workers: 0 })]);
    };
    const property = fc.asyncProperty(seeds, async (seed) => {
      const data = sampleOf(seed);
      const other = reordered(data, shuffled(data['id']!.length, seed + 1));
      expect(await all(other)).toBe(await all(data));
    });
    await fc.assert(property, settings);
  });

  test('of a permutation test', async () => {
    const model: ModelInput = { estimator: 'ols', formula: 'y ~ x + w', panel };
    const p = async (data: Columns) =>
      permutationTest(await fitModel(data, model), { of: 'x', reps: 99, within: 'g' });
    const data = sampleOf(1);
    expect(await p(reordered(data, shuffled(data['id']!.length, 2)))).toEqual(await p(data));
  });
});

describe('without a panel', () => {
  test.each(free)('estimates and errors agree to 1e-9: %j', async (model) => {
    const property = fc.asyncProperty(seeds, async (seed) => {
      const data = sampleOf(seed);
      const other = reordered(data, shuffled(data['id']!.length, seed + 1));
      const [one, two] = [await fitModel(data, model), await fitModel(other, model)];
      for (const key of ['params', 'stdErrors'] as const) {
        for (const [name, value] of Object.entries(one[key])) {
          expect(Math.abs(two[key][name]! - value)).toBeLessThan(1e-9 * (1 + Math.abs(value)));
        }
      }
    });
    await fc.assert(property, settings);
  });

  test('clusters are drawn by their first row, whatever the order inside them', async () => {
    const model: ModelInput = { estimator: 'ols', formula: 'y ~ x + w', vcov: cluster };
    const errors = async (data: Columns) =>
      (await bootstrap(await fitModel(data, model), { reps: 99, seed: 5, workers: 0 }).result)
        .stdErrors['x']!;
    const data = sampleOf(3);
    const n = data['id']!.length;
    const first = (row: number) => data['g']!.indexOf(data['g']![row]!);
    const mixed = shuffled(n, 4);
    const sameClusters = [...mixed].sort((a, b) => first(a) - first(b));
    const expected = await errors(data);
    expect((await errors(reordered(data, sameClusters))) / expected).toBeCloseTo(1, 9);
    // In another order of the clusters the draws are others.
    const backwards = Array.from({ length: n }, (_, i) => n - 1 - i);
    expect(await errors(reordered(data, backwards))).not.toBeCloseTo(expected, 6);
  });

  test('rows are drawn by their position', async () => {
    const fits = async (data: Columns) => {
      const fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ x' });
      const options = { reps: 99, seed: 5, scheme: 'pairs', workers: 0 } as const;
      return (await bootstrap(fit, options).result).stdErrors['x']!;
    };
    const data = sampleOf(6);
    const other = reordered(data, shuffled(data['id']!.length, 7));
    expect(await fits(other)).not.toBeCloseTo(await fits(data), 6);
  });
});
