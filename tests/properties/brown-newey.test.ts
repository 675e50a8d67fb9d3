/** The probabilities of the units of a recentred bootstrap, by what defines them, and the replicates drawn with them. */
import { describe, expect, test } from 'vitest';
import { bootstrap, fitModel, type FitResult, loadEngine } from '../../bindings/index.js';
import type { DpdModelInput } from '../../bindings/entries/types.js';
import { impliedThresholds } from '../../bindings/analysis/bootstrap/implied-probabilities.js';
import type { DynamicFit } from '../../bindings/models/dpd/index.js';
import { dynamicDraws } from '../../bindings/models/dynamic/replicates/draws.js';
import { contextOf } from '../../bindings/models/context.js';
import { loadKernels } from '../assembly/load.js';
import { givenCounts } from './resamples.js';
import { expectClose, modelOf, repeatUnits, simulate, type Columns } from './panels.js';

const { kernels, getInts, putInts, scope } = loadKernels();
const GIVEN_UNITS = 9;
const periods = 8;
const units = 60;
/** The library is taken from its sources, whose contexts can be read; its workers are those of the build. */
const workerUrl = new URL('../../dist/wasmetrics-worker.js', import.meta.url);
const panel = simulate({ units, periods, seed: 5 });

async function thresholdsOf(fit: FitResult): Promise<Int32Array> {
  const implied = dynamicDraws.implied(contextOf(fit) as DynamicFit);
  return impliedThresholds(await loadEngine(), implied);
}

function probabilitiesOf(thresholds: Int32Array): number[] {
  const ends = Array.from(thresholds, (threshold) => threshold >>> 0);
  return ends.map((end, i) => (end - (ends[i - 1] ?? 0)) / 2 ** 32);
}

/** Sum over t of y_(t-2) De_t, and of y_(t-3) De_t, for each unit: the moments of collapsed lags 2 and 3. */
function momentsByHand({ unit, time, y }: Columns, rho: number): [number, number][] {
  const labels = [...new Set(unit)].sort((a, b) => a - b);
  return labels.map((label) => {
    const byPeriod = new Map(
      time!.flatMap((t, row) => (unit![row] === label ? [[t, y![row]!]] : [])),
    );
    const change = (t: number) => byPeriod.get(t)! - byPeriod.get(t - 1)!;
    const sums: [number, number] = [0, 0];
    for (const t of byPeriod.keys()) {
      if (!byPeriod.has(t - 2)) continue;
      const residual = change(t) - rho * change(t - 1);
      sums[0] += byPeriod.get(t - 2)! * residual;
      sums[1] += (byPeriod.get(t - 3) ?? 0) * residual;
    }
    return sums;
  });
}

describe('empirical likelihood of the units', () => {
  const model: DpdModelInput = {
    estimator: 'dpd',
    panel: { unit: 'unit', time: 'time' },
    formula: 'y ~ L.y',
    gmm: [{ vars: 'y', lags: [2, 3], collapse: true }],
    system: false,
    steps: 2,
  };

  test('makes the moments zero with 1 / p linear in them, as its first-order conditions say', async () => {
    const fit = await fitModel(panel, model);
    const p = probabilitiesOf(await thresholdsOf(fit));
    const g = momentsByHand(panel, fit.params['L1.y']!);
    expect(p.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
    const size = Math.sqrt(g.reduce((sum, [a, b]) => sum + a * a + b * b, 0) / units);
    for (const l of [0, 1] as const) {
      const mean = g.reduce((sum, moments) => sum + moments[l] / units, 0);
      const weighted = g.reduce((sum, moments, i) => sum + p[i]! * moments[l], 0);
      expect(Math.abs(weighted) / size).toBeLessThan(1e-8);
      expect(Math.abs(mean) / size).toBeGreaterThan(1e-5);
    }
    // 1 / (N p_i) - 1 = l'g_i with one l for all units, found by least squares; p_i is known to 2^-33.
    const h = p.map((one) => 1 / (units * one) - 1);
    const total = (f: (moments: [number, number], i: number) => number) =>
      g.reduce((sum, moments, i) => sum + f(moments, i), 0);
    const [aa, ab, bb] = [total(([a]) => a * a), total(([a, b]) => a * b), total(([, b]) => b * b)];
    const [ah, bh] = [total(([a], i) => a * h[i]!), total(([, b], i) => b * h[i]!)];
    const determinant = aa * bb - ab * ab;
    const l = [(bb * ah - ab * bh) / determinant, (aa * bh - ab * ah) / determinant] as const;
    const rest = g.map(([a, b], i) => Math.abs(l[0] * a + l[1] * b - h[i]!));
    expect(Math.max(...h.map(Math.abs))).toBeGreaterThan(1e-3);
    expect(Math.max(...rest)).toBeLessThan(1e-7);
  });

  test('is that of all units alike where there are no more instruments than parameters', async () => {
    const fit = await fitModel(panel, {
      ...model,
      gmm: [{ vars: 'y', lags: [2, 2], collapse: true }],
    });
    const run = (recenter: boolean | 'brown-newey') =>
      bootstrap(fit, { reps: 20, recenter, workers: 0 }).result;
    expect(await run('brown-newey')).toEqual(await run(false));
  });

  test('does not exist where zero is outside the convex hull of the moments', async () => {
    const fit = await fitModel(
      simulate({ units: 20, periods, seed: 6 }),
      modelOf({ system: true }),
    );
    const { result } = bootstrap(fit, { reps: 20, recenter: 'brown-newey', workers: 0 });
    await expect(result).rejects.toMatchObject({
      name: 'ConvergenceError',
      code: 'no-implied-probabilities',
      exitCode: 6,
      message: expect.stringMatching(
        /probabilities of the units that set the moments of \d+ instruments to zero, but none do/,
      ) as string,
    });
  });
});

describe('replicates drawn with them', () => {
  test.each([true, false])('are fits on the units drawn, system %s', async (system) => {
    const model = modelOf({ system }, true);
    const fit = await fitModel(panel, model);
    const seed = 11;
    const run = bootstrap(fit, { reps: 20, seed, recenter: 'brown-newey', workers: 0 });
    const { values, width } = await run.replicates;
    const thresholds = await thresholdsOf(fit);
    for (let r = 0; r < 20; ++r) {
      const counts = givenCounts(thresholds, r, seed);
      const again = await fitModel(repeatUnits(panel, counts), model);
      Object.values(again.params).forEach((param, j) =>
        expectClose(values[r * width + j]!, param, 1e-9, `replicate ${r}`),
      );
    }
  });

  test('have the moments at zero on average, the same bits by workers, and say so', async () => {
    const fit = await fitModel(panel, modelOf({}, true));
    const options = {
      reps: 2000,
      seed: 3,
      recenter: 'brown-newey',
      statistics: ['hansen'],
    } as const;
    const [one, two] = [0, 2].map((workers) => bootstrap(fit, { ...options, workers, workerUrl }));
    expect(await two!.replicates).toEqual(await one!.replicates);
    const { recenter, tests } = await one!.result;
    expect(recenter).toBe('brown-newey');
    expect(tests!.hansen!.pValue).toBeGreaterThan(0);
  });
});

test('units are drawn as often as their probabilities say', () => {
  const p = [0.5, 0.05, 0.2, 0, 0.25];
  let sum = 0;
  const thresholds = p.map((one) => Math.min((sum += one) * 2 ** 32, 2 ** 32 - 1) | 0);
  const reps = 4000;
  const totals = [0, 0, 0, 0, 0];
  scope(() => {
    const out = kernels.alloc(4 * p.length);
    const address = putInts(thresholds);
    kernels.seed(7, 0);
    for (let r = 0; r < reps; ++r) {
      kernels.drawWeights(GIVEN_UNITS, p.length, r, 0, address, out);
      getInts(out, p.length).forEach((count, i) => (totals[i]! += count));
    }
  });
  const draws = reps * p.length;
  totals.forEach((total, i) => {
    const spread = Math.sqrt(draws * p[i]! * (1 - p[i]!));
    expect(Math.abs(total - draws * p[i]!)).toBeLessThanOrEqual(4 * spread);
  });
});
