import { beforeAll, describe, expect, test } from 'vitest';
import * as random from '../../../../bindings/core/random/index.js';
import * as resampling from 'wasmetrics/resampling';
import { bootstrap, ols } from 'wasmetrics';

const n = 60;
let x: Float64Array;

beforeAll(async () => {
  await random.ready();
  x = random.exponential(random.stream({ seed: 4 }), n);
});

function mean(rows: Int32Array, values: ArrayLike<number>): number {
  let sum = 0;
  for (const row of rows) sum += values[row]!;
  return sum / rows.length;
}

/** The same function as a module. */
const module = `data:text/javascript,${encodeURIComponent(
  `export default ${mean.toString()}; export const half = (rows, x) => (${mean.toString()})(rows, x) / 2;`,
)}`;

describe('the bootstrap of a statistic', () => {
  test('has the same bits as a function, as a module, and for any number of workers', async () => {
    const here = await resampling.bootstrapStatistic(x, mean, { reps: 300, seed: 9 });
    for (const workers of [0, 1, 2]) {
      const there = await resampling.bootstrapStatistic(
        x,
        { module },
        { reps: 300, seed: 9, workers },
      );
      expect([...there.replicates]).toEqual([...here.replicates]);
    }
    const half = { module, name: 'half' };
    const { estimate } = await resampling.bootstrapStatistic(x, half, { reps: 10 });
    expect(estimate[0]).toBe(here.estimate[0]! / 2);
  });

  test('draws the rows that the bootstrap of a fit draws', async () => {
    const y = Array.from(x);
    const fit = await ols({ y }, { formula: 'y ~ 1' });
    const pairs = await bootstrap(fit, { scheme: 'pairs', reps: 400, seed: 3, workers: 0 });
    const own = await resampling.bootstrapStatistic(x, mean, { reps: 400, seed: 3 });
    expect(own.stdErrors[0]! / pairs.stdErrors['_cons']!).toBeCloseTo(1, 12);
  });

  test('of sums agrees with that of rows, by cluster too', async () => {
    const cluster = Array.from({ length: n }, (_, i) => `c${i % 12}`);
    const options = { reps: 200, cluster };
    const rows = await resampling.bootstrapStatistic(x, mean, options);
    const sums = await resampling.bootstrapSums([x], ([sum], total) => sum! / total, options);
    sums.replicates.forEach((value, r) => expect(value).toBeCloseTo(rows.replicates[r]!, 12));
  });

  test('of the mean has the error of the formula, and BCa shifts to the long tail', async () => {
    const result = await resampling.bootstrapStatistic(x, mean, { reps: 4000, bca: true });
    const average = result.estimate[0]!;
    const variance = x.reduce((sum, value) => sum + (value - average) ** 2, 0) / n;
    expect(result.stdErrors[0]! / Math.sqrt(variance / n)).toBeCloseTo(1, 1);
    expect(result.jackknife!.stdErrors[0]).toBeCloseTo(Math.sqrt(variance / (n - 1)), 10);
    const [low, high] = result.percentile.data;
    const [lower, upper] = result.bca!.data;
    expect(lower).toBeGreaterThan(low!);
    expect(upper).toBeGreaterThan(high!);
  });

  test('leaves out replicates without an answer, and says so', async () => {
    let calls = 0;
    const fussy = (rows: Int32Array) => {
      if (calls++ > 0 && rows[0] !== 0) throw new Error('no first row');
      return [rows.length, rows[0]!];
    };
    const result = await resampling.bootstrapStatistic(x, fussy, { reps: 100 });
    expect(result.failed).toBeGreaterThan(10);
    expect(result.warnings[0]).toMatchObject({ code: 'failed-replicates' });
    expect(result.warnings[0]!.message).toContain('no first row');
  });

  test('reports progress and stops at a signal', async () => {
    const stop = new AbortController();
    const done: number[] = [];
    const result = await resampling.bootstrapStatistic(x, mean, {
      reps: 1_000_000,
      signal: stop.signal,
      onProgress: (progress) => {
        done.push(progress.done);
        if (done.length === 3) stop.abort();
      },
    });
    expect(result.partial).toBe(true);
    expect(result.completed).toBe(done.at(-1));
    expect(done.length).toBeGreaterThanOrEqual(3);
    expect(result.stdErrors[0]).toBeGreaterThan(0);
  });

  test.each([
    ['bad-value', () => resampling.bootstrapStatistic(x, mean, { workers: 2 })],
    ['bad-value', () => resampling.bootstrapStatistic(x, null as never)],
    ['bad-value', () => resampling.bootstrapStatistic(x, () => 'a' as never)],
    ['bad-value', () => resampling.bootstrapStatistic(x, { module: 'data:text/javascript,1' })],
    ['bad-value', () => resampling.bootstrapStatistic('a' as never, mean as never)],
    ['bad-value', () => resampling.bootstrapStatistic(x, mean, { rep: 2 } as never)],
    ['bad-value', () => resampling.bootstrapStatistic(x, mean, { level: 2 })],
    ['too-few-clusters', () => resampling.jackknife(x, mean, { cluster: Array(n).fill(1) })],
    ['non-finite-input', () => resampling.bootstrapSums([[1, NaN, 3]], ([sum]) => sum!)],
  ])('gives %s for wrong arguments: case %#', async (code, use) => {
    await expect(use()).rejects.toMatchObject({ code });
  });
});

test('a permutation test keeps its size under the hypothesis and finds a difference', async () => {
  const difference = (order: Int32Array, values: ArrayLike<number>) =>
    mean(order.subarray(0, n / 2), values) - mean(order.subarray(n / 2), values);
  const same = await resampling.permuteStatistic(x, difference, { reps: 499 });
  expect(same.pValues[0]).toBeGreaterThan(0.01);
  const shifted = x.map((value, i) => value + (i < n / 2 ? 3 : 0));
  const other = await resampling.permuteStatistic(shifted, difference, { alternative: 'greater' });
  expect(other.pValues[0]).toBe(0.001);
  const strata = Array.from({ length: n }, (_, i) => Math.floor(i / 2));
  const within = await resampling.permuteStatistic(x, ([first]) => first!, { strata, reps: 50 });
  expect([...new Set(within.replicates)].sort()).toEqual([0, 1]);
});
