/** Summaries of stored replicates: passes over chunks give the bits of replicates in memory. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  type BootstrapOptions,
  fitModel,
  type FitResult,
  type Replicates,
  withBootstrap,
} from 'wasmetrics';
import { bootstrapStored } from 'wasmetrics/jobs';
import { toJson } from 'wasmetrics/report';
import { selectRanks } from '../../../../../bindings/analysis/bootstrap/stored/order-statistics.js';
import { modelOf, simulate } from '../../../../properties/panels.js';

const panel = simulate({ units: 40, periods: 7, seed: 8 });
const dynamic = fitModel(panel, modelOf({}, true));

/** The replicates as chunks of `size`, as a runner returns them. */
function chunksOf({ values, statuses, width, reps, numbers }: Replicates, size: number) {
  const missing = numbers.length < reps ? [{ first: numbers.length, end: reps }] : [];
  return {
    missing,
    async *read() {
      for (let first = 0; first < statuses.length; first += size) {
        const count = Math.min(size, statuses.length - first);
        await Promise.resolve();
        yield {
          first,
          count,
          statuses: statuses.slice(first, first + count),
          values: values.slice(first * width, (first + count) * width),
        };
      }
    },
  };
}

async function bothWays(fit: FitResult, options: BootstrapOptions): Promise<[string, string?]> {
  const run = bootstrap(fit, { workers: 0, ...options });
  const whole = toJson(withBootstrap(fit, await run.result));
  // All replicates are stored, those beyond the precision too.
  const all = await bootstrap(fit, { workers: 0, ...options, precision: undefined }).replicates;
  const streamed = await bootstrapStored(fit, options, async () =>
    Promise.resolve(chunksOf(all, 100)),
  );
  return [whole, streamed && toJson(streamed.result)];
}

describe('stored replicates', () => {
  test.each<Partial<BootstrapOptions>>([
    {},
    { ci: ['percentile', 'basic', 'normal'], pValue: 'equal-tail', level: 0.9 },
    { ci: ['studentized', 'percentile'], jackknife: true },
    { ci: ['studentized'], pValue: 'less', statistics: ['w/(1-w)'] },
    { statistics: ['hansen', 'diffHansen', 'ar', 'x1 / (1 - L1.y)'], pValue: 'greater' },
    { reps: 1 },
    { reps: 2 },
    { reps: 8000, precision: 0.03 },
  ])('have the bits of one process with %j', async (more) => {
    const statistics = more.statistics?.map((one) => (one === 'w/(1-w)' ? 'x1/(1-L1.y)' : one));
    const options = { reps: 500, seed: 4, ...more, ...(statistics && { statistics }) };
    const [whole, streamed] = await bothWays(await dynamic, options);
    expect(streamed).toBe(whole);
  });

  test('have them for least squares, where replicates fail, and where all are equal', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => i);
    const rare = rows.map((i) => Number(i === 3)); // absent from a third of the draws
    const y = rows.map((i) => (i * 7) % 5);
    const model = { estimator: 'ols', formula: 'y ~ rare + x' } as const;
    const fit = await fitModel({ y, rare, x: rows }, model);
    const [whole, streamed] = await bothWays(fit, { reps: 3000, seed: 2 });
    expect(streamed).toBe(whole);
    expect(JSON.parse(whole)).toMatchObject({ bootstrap: { failed: expect.any(Number) } });
  });

  test('are marked as partial if some are missing, and are not read for what needs them all', async () => {
    const fit = await dynamic;
    const all = await bootstrap(fit, { reps: 300, seed: 4, workers: 0 }).replicates;
    const some = await bootstrapStored(fit, { reps: 400, seed: 4 }, () =>
      Promise.resolve({ ...chunksOf({ ...all, reps: 400 }, 7) }),
    );
    expect(some!.result.bootstrap).toMatchObject({ reps: 400, completed: 300, partial: true });
    const never = () => Promise.reject(new Error('read'));
    expect(await bootstrapStored(fit, { reps: 300, ci: ['bca'] }, never)).toBeUndefined();
  });

  test.each<[string, (chunk: Record<string, unknown>) => unknown]>([
    ['no object', () => 'x'],
    ['other jobs', (chunk) => ({ ...chunk, first: -1 })],
    ['an order of its own', (chunk) => ({ ...chunk, first: chunk['first'] === 0 ? 100 : 0 })],
    ['another width', (chunk) => ({ ...chunk, values: new Float64Array(100) })],
    ['unknown statuses', (chunk) => ({ ...chunk, statuses: new Int32Array(100).fill(99) })],
    ['numbers of failures', (chunk) => ({ ...chunk, statuses: new Int32Array(100).fill(2) })],
  ])('with %s are refused', async (_, change) => {
    const fit = await dynamic;
    const options = { reps: 200, seed: 4 };
    const { missing, read } = chunksOf(
      await bootstrap(fit, { ...options, workers: 0 }).replicates,
      100,
    );
    const broken = {
      missing,
      async *read() {
        for await (const chunk of read()) yield change(chunk);
      },
    };
    const merged = bootstrapStored(fit, options, () => Promise.resolve(broken));
    await expect(merged).rejects.toMatchObject({ code: 'bad-checkpoint' });
  });
});

describe('order statistics by passes', () => {
  const extreme = fc.double({ noNaN: true });
  const near = fc.double({ noNaN: true, min: 1, max: 1 + 1e-12 });
  const numbers = fc.array(fc.oneof(extreme, near, fc.constantFrom(0, -0, 1, Infinity)), {
    minLength: 1,
    maxLength: 60,
  });

  function selected(values: readonly number[], ranks: readonly number[]) {
    const [smallest, largest] = [Math.min(...values), Math.max(...values)];
    const selection = selectRanks(ranks, smallest, largest);
    let passes = 0;
    for (; !selection.done; ++passes) {
      for (const value of values) selection.take(value);
      selection.next();
    }
    return { found: ranks.map((rank) => selection.ranked(rank)), passes };
  }

  test('are those of a sorted list, for numbers of any size and ties', () => {
    fc.assert(
      fc.property(numbers, fc.array(fc.nat(59), { maxLength: 8 }), (values, places) => {
        const ranks = [...new Set(places.map((place) => place % values.length))];
        const sorted = Float64Array.from(values).sort();
        expect(selected(values, ranks).found).toEqual(ranks.map((rank) => sorted[rank]));
      }),
    );
  });

  test('take at most five passes, however the numbers lie', () => {
    const many = (of: (i: number) => number) => Array.from({ length: 200_000 }, (_, i) => of(i));
    const cases = [
      many((i) => 1 + ((i * 7919) % 200_000) * 2 ** -52), // neighbours
      many((i) => (i === 0 ? -1e300 : i === 1 ? 1e300 : 1 + ((i * 7919) % 5) * 2 ** -52)),
      many(() => -2.5),
      many((i) => Math.sin(i)),
    ];
    for (const values of cases) {
      const { found, passes } = selected(values, [0, 99_999, 199_999]);
      const sorted = Float64Array.from(values).sort();
      expect(found).toEqual([sorted[0], sorted[99_999], sorted[199_999]]);
      expect(passes).toBeLessThanOrEqual(5);
    }
  });
});
