/** Workers that die in the middle of a run. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bootstrap, fitModel } from 'wasmetrics';
import { modelOf, simulate } from '../../properties/panels.js';

const fitted = fitModel(modelOf({}, true), simulate({ units: 60, periods: 8, seed: 5 }));
const built = new URL('../../../dist/bindings/worker.js', import.meta.url);

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'wasmetrics-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/**
 * The worker as it is built, but for the first `deaths` of them: each leaves a file and ends its thread
 * when it is given its message `last`: the first is the task, the others are chunks.
 */
function mortalWorker(deaths: number, last: number): string {
  const path = join(folder, 'worker.mjs');
  writeFileSync(
    path,
    `import { readdirSync, writeFileSync } from 'node:fs';
     import { parentPort, threadId } from 'node:worker_threads';
     const folder = ${JSON.stringify(folder)};
     const dead = () => readdirSync(folder).filter((name) => name.startsWith('dead-')).length;
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

function died(): number {
  return readdirSync(folder).filter((name) => name.startsWith('dead-')).length;
}

describe('a worker that is killed', () => {
  test.each([
    [1, 1],
    [2, 2],
    [2, 4],
  ])('is replaced and its chunk computed again: %i workers, %i deaths', async (workers, deaths) => {
    const fit = await fitted;
    const options = { reps: 4000, seed: 6 };
    const run = bootstrap(fit, { ...options, workers, workerUrl: mortalWorker(deaths, 3) });
    const whole = bootstrap(fit, { ...options, workers: 0 });
    expect(await run.replicates).toEqual(await whole.replicates);
    expect(await run.result).toEqual(await whole.result);
    expect(died()).toBeGreaterThanOrEqual(deaths);
  });

  test('at each chunk ends the run in an EngineError', async () => {
    const options = { reps: 4000, seed: 6, workers: 1, workerUrl: mortalWorker(Infinity, 2) };
    await expect(bootstrap(await fitted, options).result).rejects.toMatchObject({
      name: 'EngineError',
      code: 'worker-failed',
    });
  });
});
