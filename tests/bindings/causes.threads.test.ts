/** What a caller's own function throws reaches the caller, from threads too. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootstrap, type FitResult, multiverse, ols, permutationTest } from 'wasmetrics';
import { readTable } from 'wasmetrics/data';
import { bootstrapStatistic } from 'wasmetrics/resampling';

const x = Float64Array.from({ length: 60 }, (_, i) => Math.sin(i));
const y = x.map((value, i) => 2 * value + Math.cos(3 * i));
const thrown = new TypeError('the callback is wrong');
const fails = () => {
  throw thrown;
};

/** What a promise rejects with. */
const errorOf = (work: PromiseLike<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

let fit: FitResult;
beforeAll(async () => {
  fit = await ols({ y, x }, 'y ~ x');
});

describe('an exception of onProgress is what the call rejects with', () => {
  const heard = { onProgress: fails } as const;
  const over = { controls: ['x'] } as const;
  const model = { estimator: 'ols', formula: 'y ~ 1' } as const;

  test.each([
    ['a bootstrap', () => bootstrap(fit, { reps: 99, workers: 0, ...heard })],
    ['a bootstrap in threads', () => bootstrap(fit, { reps: 50_000, workers: 2, ...heard })],
    ['permutations', () => permutationTest(fit, { of: 'x', reps: 99, workers: 0, ...heard })],
    ['a multiverse', () => multiverse({ y, x }, model, { over, workers: 0, ...heard } as never)],
    ['a file', () => readTable(new TextEncoder().encode('a,b\n1,2\n'), heard)],
  ])('%s', async (_, run) => {
    expect(await errorOf(run())).toBe(thrown);
  });
});

describe('an exception of a statistic is the cause', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-causes-'));
  const file = join(folder, 'statistic.mjs');
  afterAll(() => rmSync(folder, { recursive: true }));

  test('as it was thrown', async () => {
    const error = await errorOf(bootstrapStatistic(x, fails, { reps: 20 }));
    expect(error).toMatchObject({ code: 'bad-value' });
    expect((error as Error).message).toMatch(/found the callback is wrong$/);
    expect((error as Error).cause).toBe(thrown);
  });

  test('with its message from a thread', async () => {
    writeFileSync(
      file,
      `export const second = (rows) => {
        if (rows.some((row, i) => row !== i)) throw new Error('only in resamples');
        return 1;
      };\n`,
    );
    const statistic = { module: pathToFileURL(file).href, name: 'second' };
    const error = await errorOf(bootstrapStatistic(x, statistic, { reps: 2000, workers: 2 }));
    expect((error as Error).cause).toMatchObject({ message: 'only in resamples' });
  });
});
