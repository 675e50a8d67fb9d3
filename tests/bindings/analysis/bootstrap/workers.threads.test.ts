/** Workers that die in the middle of a run, and those that serve one run after another. */
import { execFile } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bootstrap, type FitResult, fitModel } from 'wasmetrics';
import { modelOf, simulate } from '../../../properties/panels.js';

/** Data so large that workers begin. */
const fitted = fitModel(simulate({ units: 2400, periods: 8, seed: 5 }), modelOf({}, true));
const built = new URL('../../../../dist/wasmetrics-worker.js', import.meta.url);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wasmetrics-'));
  // However long a worker takes to come, the calling thread does not help, and nobody stops waiting for it.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.runAllTimers(); // ends idle workers
  vi.useRealTimers();
  rmSync(folder, { recursive: true, maxRetries: 5 }); // a worker that is being ended may still write
});

interface Mortal {
  /** Workers that must have a chunk of a seed before any computes its first one, so that none comes too late. */
  readonly together: number;
  readonly deaths?: number;
  /** The message at which workers begin to die: 1 is the task, the others are chunks. */
  readonly from?: number;
  /** The seed whose chunks end workers; by default those of every seed do. */
  readonly of?: number;
}

/**
 * The worker as it is built, but that it leaves a file when it starts, and ends its thread when it is given a chunk. It
 * does so for a number of deaths, and once for each chunk, as a run fails with a chunk that ends three workers. If the
 * number is infinite, each chunk ends each worker.
 */
function mortalWorker({ together, deaths = 0, from = 2, of }: Mortal): string {
  const path = join(folder, 'worker.mjs');
  writeFileSync(
    path,
    `import { readdirSync, writeFileSync } from 'node:fs';
     import { parentPort, threadId } from 'node:worker_threads';
     const folder = ${JSON.stringify(folder)};
     /** True for the thread that is the first to leave this file. */
     const leave = (name) => {
       try {
         writeFileSync(folder + '/' + name, '', { flag: 'wx' });
         return true;
       } catch (error) {
         if (error.code === 'EEXIST') return false;
         throw error;
       }
     };
     const count = (start) => readdirSync(folder).filter((name) => name.startsWith(start)).length;
     const pause = new Int32Array(new SharedArrayBuffer(4));
     const meet = (seed) => {
       leave('asked-' + seed + '-' + threadId);
       while (count('asked-' + seed + '-') < ${together}) Atomics.wait(pause, 0, 0, 5);
     };
     const dies = (chunk, seed) => {
       if (messages < ${from} || ${of !== undefined} && seed !== ${of}) return false;
       if (${deaths} === Infinity) return true;
       if (!leave('chunk-' + chunk)) return false;
       for (let i = 0; i < ${deaths}; ++i) if (leave('dead-' + i)) return true;
       return false;
     };
     leave('started-' + threadId);
     let messages = 0;
     const seeds = new Map();
     parentPort.on('message', ({ session, task, first }) => {
       messages += 1;
       if (task !== undefined) seeds.set(session, task.seed);
       else if (first !== undefined) {
         meet(seeds.get(session));
         if (dies(first, seeds.get(session))) process.exit(1);
       }
     });
     await import(${JSON.stringify(built.href)});`,
  );
  return path;
}

const count = (kind: 'dead' | 'started') =>
  readdirSync(folder).filter((name) => name.startsWith(`${kind}-`)).length;

describe('a worker that is killed', () => {
  test.each([
    [1, 1],
    [2, 2],
    [2, 4],
  ])('is replaced and its chunk computed again: %i workers, %i deaths', async (workers, deaths) => {
    const fit = await fitted;
    const options = { reps: 960, seed: 6 };
    const workerUrl = mortalWorker({ together: workers, deaths, from: 3 });
    const run = bootstrap(fit, { ...options, workers, workerUrl });
    const whole = bootstrap(fit, { ...options, workers: 0 });
    expect(await run.replicates).toEqual(await whole.replicates);
    expect(await run.result).toEqual(await whole.result);
    expect(count('dead')).toBe(deaths);
  });

  test('at each chunk ends the run in an EngineError', async () => {
    const workerUrl = mortalWorker({ together: 1, deaths: Infinity });
    const options = { reps: 960, seed: 6, workers: 1, workerUrl };
    await expect(bootstrap(await fitted, options).result).rejects.toMatchObject({
      name: 'EngineError',
      code: 'worker-failed',
    });
    expect(count('started')).toBe(3);
  });

  test('at each chunk leaves nothing that listens to the signal', async () => {
    const { signal } = new AbortController();
    const workerUrl = mortalWorker({ together: 2, deaths: Infinity });
    const options = { reps: 960, seed: 6, workers: 2, workerUrl };
    await expect(bootstrap(await fitted, { ...options, signal }).result).rejects.toThrow();
    await new Promise(setImmediate);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('workers that have done a bootstrap', () => {
  const others = {
    wider: fitModel(simulate({ units: 2700, periods: 7, seed: 8 }), modelOf({}, false)),
    'of rows': fitModel(simulate({ units: 8000, periods: 6, seed: 3 }), {
      estimator: 'ols',
      formula: 'y ~ x1 + z1',
    }),
  };
  const options = { reps: 640, seed: 4 };
  const workers = Math.min(2, availableParallelism());
  const inThread = async (fit: FitResult, seed = options.seed) =>
    bootstrap(fit, { ...options, seed, workers: 0 }).replicates;

  test('do the next ones, of other models too, with the same bits', async () => {
    const workerUrl = mortalWorker({ together: workers });
    const all = [await fitted, await others.wider, await others['of rows'], await fitted];
    for (const [seed, fit] of all.entries()) {
      const { replicates } = bootstrap(fit, { ...options, seed, workers, workerUrl });
      expect(await replicates).toEqual(await inThread(fit, seed));
    }
    expect(count('started')).toBe(workers);
  });

  test('are not shared by bootstraps that run at the same time on a processor for each', async () => {
    const workerUrl = mortalWorker({ together: workers });
    const all = [await fitted, await others.wider];
    const runs = all.map((fit) => bootstrap(fit, { ...options, workers: 1, workerUrl }).replicates);
    const expected = all.map((fit) => inThread(fit));
    expect(await Promise.all(runs)).toEqual(await Promise.all(expected));
    expect(count('started')).toBe(workers);
  });

  test('are no more for twenty bootstraps at the same time, with the same bits', async () => {
    const workerUrl = mortalWorker({ together: 1 });
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const few = { ...options, reps: 160 };
    const fit = await fitted;
    const run = (seed: number, host: object) =>
      bootstrap(fit, { ...few, seed, ...host }).replicates;
    const runs = seeds.map((seed) => run(seed, { workers, workerUrl }));
    const expected = seeds.map((seed) => run(seed, { workers: 0 }));
    expect(await Promise.all(runs)).toEqual(await Promise.all(expected));
    expect(count('started')).toBe(workers);
  });

  test('go on with the others if one of twenty is stopped', async () => {
    const workerUrl = mortalWorker({ together: 1 });
    const stop = new AbortController();
    const all = [stop.signal, ...Array.from({ length: 19 }, () => undefined)];
    const fit = await fitted;
    const few = { ...options, reps: 160 };
    const [stopped, ...others] = all.map((signal) => {
      const reps = signal === undefined ? few.reps : 1_000_000;
      return bootstrap(fit, { ...few, reps, workers, workerUrl, signal });
    });
    for await (const { done } of stopped!) if (done > 0) stop.abort();
    expect(await stopped!.result).toMatchObject({ partial: true });
    const expected = await bootstrap(fit, { ...few, workers: 0 }).replicates;
    for (const { replicates } of others) expect(await replicates).toEqual(expected);
  });

  test('fail with the run that ends them, and with no other', async () => {
    const workerUrl = mortalWorker({ together: 1, deaths: Infinity, of: 7 });
    const fit = await fitted;
    const run = (seed: number) => bootstrap(fit, { ...options, seed, workers, workerUrl });
    const [deadly, ...others] = [7, 1, 2, 3].map(run);
    await expect(deadly!.result).rejects.toMatchObject({ code: 'worker-failed' });
    for (const [i, { replicates }] of others.entries()) {
      expect(await replicates).toEqual(await inThread(fit, i + 1));
    }
  });

  test.each([1, 2])('leave no trace of one that was stopped: %i workers', async (workers) => {
    const workerUrl = mortalWorker({ together: workers });
    const stop = new AbortController();
    const { signal } = stop;
    const stopped = bootstrap(await others.wider, {
      ...options,
      reps: 1_000_000,
      workers,
      workerUrl,
      signal,
    });
    for await (const { done } of stopped) if (done > 0) stop.abort();
    expect(await stopped.result).toMatchObject({ partial: true });
    const { replicates } = bootstrap(await fitted, { ...options, workers, workerUrl });
    expect(await replicates).toEqual(await inThread(await fitted));
  });

  test('serve after one of them died', async () => {
    const workerUrl = mortalWorker({ together: workers, deaths: 1, from: 3 });
    for (const [seed, fit] of [await fitted, await others.wider].entries()) {
      const { replicates } = bootstrap(fit, { ...options, seed, workers, workerUrl });
      expect(await replicates).toEqual(await inThread(fit, seed));
    }
    expect(count('dead')).toBe(1);
    expect(count('started')).toBe(workers + 1);
  });

  test('do not keep the process alive', async () => {
    const library = new URL('../../../../dist/esm/index.js', import.meta.url).href;
    // Without its timers the library never ends an idle worker, so a process that waited for one would not end.
    const script = `
      globalThis.setTimeout = () => ({ unref: () => undefined });
      const { bootstrap, fitModel } = await import(${JSON.stringify(library)});
      const x = Array.from({ length: 50 }, (_, i) => i % 7);
      const y = x.map((value, i) => value + (i % 3));
      const fit = await fitModel({ x, y }, { estimator: 'ols', formula: 'y ~ x' });
      const { completed } = await bootstrap(fit, { reps: 2000, workers: 2 }).result;
      console.log(completed);`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', script],
      { timeout: 100_000 },
    );
    expect(stdout).toBe('2000\n');
  });
});
