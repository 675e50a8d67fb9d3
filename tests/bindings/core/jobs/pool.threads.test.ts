import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { type Crew, withCrew } from '../../../../bindings/core/jobs/pool.js';
import { limitThreads } from '../../../../bindings/core/jobs/processors.js';
import type { RunOptions } from '../../../../bindings/core/jobs/run-options.js';

const study = { kinds: ['none'], prepare: () => ({ run: () => 0 }) };
const small = { kind: 'none' };
const large = { kind: 'none', rows: { values: [new Float64Array(2 ** 17)] } };

/** What `use` returns of the crew of a run, and the warnings of the run. */
async function crewOf<T>(
  task: { readonly kind: string },
  options: RunOptions,
  use: (crew: Crew<number>) => T | Promise<T>,
) {
  let value: T | undefined;
  const work = { subject: 'test', study, task, useful: 1 };
  const notices = await withCrew(work, options, async (crew) => {
    value = await use(crew);
  });
  return { value, notices };
}

const workerUrl = './no-such-worker.js';
const settled = (promises: readonly Promise<unknown>[]) => Promise.allSettled(promises);

describe('a crew', () => {
  test('begins in the calling thread, unless the task is large', async () => {
    const begins = async (task: { readonly kind: string }, workers: number) =>
      (await crewOf(task, { workers }, ({ beginsHere }) => beginsHere)).value;
    expect(await begins(small, 2)).toBe(true);
    expect(await begins(large, 2)).toBe(false);
    expect(await begins(large, 0)).toBe(true);
  });

  test('has no more workers than two per processor, and few for little work', async () => {
    const count = async (options: RunOptions, ms: number) => {
      const recruit = async (crew: Crew<number>) => {
        const recruits = crew.recruit(ms);
        await settled(recruits);
        return recruits.length;
      };
      return (await crewOf(small, { workerUrl, ...options }, recruit)).value;
    };
    expect(await count({ workers: 100 }, 1e9)).toBe(Math.min(100, 2 * availableParallelism()));
    expect(await count({ workers: 100 }, 60)).toBe(1);
    expect(await count({ workers: 0 }, 1e9)).toBe(0);
  });

  test('has no more workers than the process may have threads', async () => {
    const count = (workers: number) =>
      crewOf(small, { workerUrl, workers }, async (crew) => {
        const recruits = crew.recruit(1e9);
        await settled(recruits);
        return recruits.length;
      });
    limitThreads(1);
    try {
      expect((await count(2)).value).toBe(1);
      limitThreads(0);
      expect(await count(2)).toEqual({ value: 0, notices: [] });
    } finally {
      limitThreads(undefined);
    }
  });

  test('without a worker that starts warns of it, names workerUrl and says why', async () => {
    const { notices } = await crewOf(small, { workers: 1, workerUrl }, async (crew) => {
      await settled(crew.recruit(1e9));
    });
    expect(notices).toMatchObject([{ code: 'no-workers' }]);
    expect(notices[0]!.message).toMatch(
      /^no worker could be started \(Cannot find module '.*no-such-worker\.js'.*workerUrl is .+no-such-worker/,
    );
  });

  test('that recruited no worker warns of nothing', async () => {
    const { notices } = await crewOf(small, { workers: 1, workerUrl }, () => undefined);
    expect(notices).toEqual([]);
  });
});
