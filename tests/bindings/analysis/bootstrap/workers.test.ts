/** Workers that die in the middle of a run, and those that serve one run after another. */
import { execFile } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bootstrap, type FitResult, fitModel } from 'wasmetrics';
import { modelOf, simulate } from '../../../properties/panels.js';

/** Data so large that workers begin. */
const fitted = fitModel(simulate({ units: 2400, periods: 8, seed: 5 }), modelOf({}, true));
const built = new URL('../../../../dist/bindings/wasmetrics-worker.js', import.meta.url);

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'wasmetrics-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/**
 * The worker as it is built, but that it leaves a file when it starts, and for the first `deaths` of them: each leaves
 * another and ends its thread when it is given its message `last`: the first is the task, the others are chunks.
 */
function mortalWorker(deaths: number, last: number): string {
  const path = join(folder, 'worker.mjs');
  writeFileSync(
    path,
    `import { readdirSync, writeFileSync } from 'node:fs';
     import { parentPort, threadId } from 'node:worker_threads';
     const folder = ${JSON.stringify(folder)};
     const dead = () => readdirSync(folder).filter((name) => name.startsWith('dead-')).length;
     writeFileSync(folder + '/started-' + threadId, '');
     let messages = 0;
     parentPort.on('message', () => {
       messages += 1;
       if (messages !== ${last} || dead() >= ${deaths}) return;
       writeFileSync(folder + '/dead-' + threadId, '');
       process.exit(1);
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
    const run = bootstrap(fit, { ...options, workers, workerUrl: mortalWorker(deaths, 3) });
    const whole = bootstrap(fit, { ...options, workers: 0 });
    expect(await run.replicates).toEqual(await whole.replicates);
    expect(await run.result).toEqual(await whole.result);
    expect(count('dead')).toBeGreaterThanOrEqual(deaths);
  });

  test('at each chunk ends the run in an EngineError', async () => {
    const options = { reps: 960, seed: 6, workers: 1, workerUrl: mortalWorker(Infinity, 2) };
    await expect(bootstrap(await fitted, options).result).rejects.toMatchObject({
      name: 'EngineError',
      code: 'worker-failed',
    });
  });

  test('at each chunk leaves nothing that listens to the signal', async () => {
    const { signal } = new AbortController();
    const options = { reps: 960, seed: 6, workers: 2, workerUrl: mortalWorker(Infinity, 2) };
    await expect(bootstrap(await fitted, { ...options, signal }).result).rejects.toThrow();
    await new Promise(setImmediate);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('workers that have done a bootstrap', () => {
  const others = {
    wider: fitModel(simulate({ units: 2700, periods: 7, seed: 8 }), modelOf({}, false)),
    'of rows': fitModel(simulate({ units: 4000, periods: 6, seed: 3 }), {
      estimator: 'ols',
      formula: 'y ~ x1 + z1',
    }),
  };
  const options = { reps: 640, seed: 4 };
  const workers = Math.min(2, availableParallelism());
  const inThread = async (fit: FitResult) => bootstrap(fit, { ...options, workers: 0 }).replicates;

  test('do the next ones, of other models too, with the same bits', async () => {
    const workerUrl = mortalWorker(0, 0);
    const all = [await fitted, await others.wider, await others['of rows'], await fitted];
    for (const fit of all) {
      const { replicates } = bootstrap(fit, { ...options, workers, workerUrl });
      expect(await replicates).toEqual(await inThread(fit));
    }
    expect(count('started')).toBe(workers);
  });

  test('are not shared by bootstraps that run at the same time', async () => {
    const workerUrl = mortalWorker(0, 0);
    const all = [await fitted, await others.wider];
    const runs = all.map((fit) => bootstrap(fit, { ...options, workers: 1, workerUrl }).replicates);
    expect(await Promise.all(runs)).toEqual(await Promise.all(all.map(inThread)));
    expect(count('started')).toBe(2);
  });

  test.each([1, 2])('leave no trace of one that was stopped: %i workers', async (workers) => {
    const workerUrl = mortalWorker(0, 0);
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
    const workerUrl = mortalWorker(1, 3);
    for (const fit of [await fitted, await others.wider]) {
      const { replicates } = bootstrap(fit, { ...options, workers, workerUrl });
      expect(await replicates).toEqual(await inThread(fit));
    }
    expect(count('dead')).toBe(1);
    expect(count('started')).toBe(workers + 1);
  });

  test('do not keep the process alive', async () => {
    const library = new URL('../../../../dist/bindings/index.js', import.meta.url).href;
    const script = `
      import { bootstrap, fitModel } from ${JSON.stringify(library)};
      const x = Array.from({ length: 50 }, (_, i) => i % 7);
      const y = x.map((value, i) => value + (i % 3));
      const fit = await fitModel({ x, y }, { estimator: 'ols', formula: 'y ~ x' });
      const { completed } = await bootstrap(fit, { reps: 2000, workers: 2 }).result;
      const end = Date.now();
      process.on('exit', () => console.log(completed, Date.now() - end));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', script],
      { timeout: 60_000 },
    );
    const [completed, waited] = stdout.split(' ').map(Number);
    expect(completed).toBe(2000);
    expect(waited).toBeLessThan(2000);
  });
});
