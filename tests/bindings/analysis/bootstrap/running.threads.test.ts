/** A running bootstrap is a promise of its result and an iterable of its progress, and can be left. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  bootstrap,
  type BootstrapProgress,
  type BootstrapRun,
  fitModel,
  type FitResult,
} from 'wasmetrics';
import { modelOf, simulate } from '../../../properties/panels.js';

const panel = simulate({ units: 60, periods: 8, seed: 5 });
const many = { reps: 1_000_000, workers: 0 } as const;

let fit: FitResult;
beforeAll(async () => {
  fit = await fitModel(panel, modelOf({}, true));
});

/** The progress that a loop sees until it is left. */
async function heard(
  run: BootstrapRun,
  leaves: (progress: BootstrapProgress) => boolean = () => false,
): Promise<BootstrapProgress[]> {
  const all: BootstrapProgress[] = [];
  for await (const progress of run) {
    all.push(progress);
    if (leaves(progress)) break;
  }
  return all;
}

describe('a running bootstrap', () => {
  test('gives its result when it is awaited, and its progress in a loop', async () => {
    const run = bootstrap(fit, { reps: 3000, seed: 7, workers: 2 });
    const last = (await heard(run)).at(-1)!;
    expect(last).toMatchObject({ done: 3000, total: 3000, failed: 0, secondsLeft: 0 });
    const result = await run;
    expect(result).toBe(await run.result);
    expect(result).toEqual(await bootstrap(fit, { reps: 3000, seed: 7, workers: 0 }));
    for (const name of Object.keys(fit.params)) {
      expect(last.stdErrors[name]! / result.stdErrors[name]!).toBeCloseTo(1, 9);
      expect(last.monteCarloError[name]! / result.monteCarloError[name]!).toBeCloseTo(1, 9);
    }
  });

  test('has the methods of a promise', async () => {
    const named = await bootstrap(fit, { reps: 99, workers: 0 }).then(
      ({ reps }) => `${reps} of 99`,
    );
    expect(named).toBe('99 of 99');
    const reason = new Error('too late');
    const signal = AbortSignal.abort(reason);
    const ended: string[] = [];
    const run = bootstrap(fit, { ...many, signal });
    expect(await run.catch((error: unknown) => error)).toBe(reason);
    await run.finally(() => ended.push('ended')).catch(() => undefined);
    expect(ended).toEqual(['ended']);
  });

  test('stops when its loop is left, and has what is finished', async () => {
    const run = bootstrap(fit, many);
    await heard(run, ({ done }) => done > 0);
    const { partial, completed } = await run;
    expect(partial).toBe(true);
    expect(completed).toBeLessThan(many.reps);
  });

  test('hands over what is finished while it runs', async () => {
    const run = bootstrap(fit, { ...many, workers: 0 });
    expect(run.soFar()).toBeUndefined();
    await heard(run, ({ done }) => done > 0 && run.soFar()!.completed === done);
    await run;
    expect(run.soFar()).toEqual(await run.replicates);
  });

  test('stops its workers when its loop is left', async () => {
    let writes = 0;
    const checkpoint = {
      name: 'counting',
      read: () => Promise.resolve(undefined),
      write: () => Promise.resolve(void (writes += 1)),
    };
    await heard(
      bootstrap(fit, { reps: 1_000_000, workers: 1, checkpoint }),
      ({ done }) => done > 0,
    );
    await expect.poll(() => writes).toBe(2); // at the start and, on leaving, at the end
  });

  test('stops at the end of a block that uses it, and not before its threads are free', async () => {
    let used: BootstrapRun;
    let last = 0;
    {
      await using run = bootstrap(fit, {
        reps: 1_000_000,
        workers: 1,
        onProgress: ({ done }) => (last = done),
      });
      used = run;
      await expect.poll(() => last).toBeGreaterThan(0);
    }
    const { completed, partial } = await used;
    expect([completed, partial]).toEqual([last, true]);
  });

  test('that a signal stops has what is finished', async () => {
    const stop = new AbortController();
    const run = bootstrap(fit, { ...many, signal: stop.signal });
    for await (const { done } of run) if (done > 0) stop.abort();
    expect((await run).partial).toBe(true);
  });

  test('throws in its loop what makes it fail', async () => {
    const reason = new Error('too late');
    const signal = AbortSignal.abort(reason);
    await expect(heard(bootstrap(fit, { ...many, signal }))).rejects.toBe(reason);
  });

  test('lets the signal go when it has ended', async () => {
    const stop = new AbortController();
    const added: string[] = [];
    const watched = new Proxy(stop.signal, {
      get(signal, key) {
        if (key === 'addEventListener') return (name: string) => added.push(`+${name}`);
        if (key === 'removeEventListener') return (name: string) => added.push(`-${name}`);
        return Reflect.get(signal, key, signal) as unknown;
      },
    });
    await bootstrap(fit, { reps: 99, workers: 0, signal: watched });
    expect(added).toEqual(['+abort', '-abort']);
  });
});
