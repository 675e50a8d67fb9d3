/** What a caller's own function throws reaches the caller, from threads too. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { bootstrap, ols } from 'wasmetrics';
import { bootstrapStatistic } from 'wasmetrics/resampling';
import { computing } from '../repository/computing.js';
import { callsWith } from './every-call.js';

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

describe('an exception of onProgress is what the call rejects with', () => {
  const functions = computing['resampling']!; // that are given functions, which threads do not take
  const read = 'bootstrapStored'; // computes nothing

  test.each([0, 2])('with %i workers', async (workers) => {
    const calls = Object.entries(await callsWith({ onProgress: fails, workers })).filter(
      ([name]) => name !== read && (workers === 0 || !functions.includes(name)),
    );
    const found: [string, unknown][] = [];
    for (const [name, start] of calls) found.push([name, await errorOf(start())]);
    expect(found.filter(([, error]) => error !== thrown)).toEqual([]);
  });

  test('while threads compute', async () => {
    const run = bootstrap(await ols({ y, x }, 'y ~ x'), {
      reps: 50_000,
      workers: 2,
      onProgress: fails,
    });
    expect(await errorOf(run)).toBe(thrown);
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
