/** Workers of a queue under a limit of virtual memory, as a scheduler sets it for a job that starts them. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootstrap, fitModel, withBootstrap } from 'wasmetrics';
import { toJson } from 'wasmetrics/report';
import { bullmq } from '../../dist/bullmq/index.js';
import { modelOf, simulate } from '../properties/panels.js';
import { key, startProcess, startValkey, type Valkey } from './valkey.js';

const fitted = fitModel(simulate({ units: 60, periods: 8, seed: 5 }), modelOf({}, true));
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
const log = (words: string) => process.stdout.write(`  ${words}\n`);

let valkey: Valkey;
beforeAll(async () => {
  valkey = await startValkey();
}, 60_000);
afterAll(() => valkey.stop());

it.each([1, 2, 16])(
  'with 4 GB of addresses and %d parts at a time have the bytes of one process',
  async (parallel) => {
    const fit = await fitted;
    const options = { reps: 4000, seed: parallel };
    const expected = toJson(withBootstrap(fit, await bootstrap(fit, options).result));
    const more = ['--concurrency', String(parallel)];
    const worker = await startProcess(valkey.url, 'limited', { gigabytes: 4, more });
    const ended = once(worker, 'close');
    const runner = bullmq({ connection: valkey.url, key, parts: 16 });
    const result = await bootstrap(fit, { ...options, runner }).result;
    const found = toJson(withBootstrap(fit, result));
    log(
      `Node ${process.version}, ${parallel} at a time: one process ${hash(expected)}, queue ${hash(found)}`,
    );
    expect(found).toBe(expected);
    worker.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  },
  120_000,
);
