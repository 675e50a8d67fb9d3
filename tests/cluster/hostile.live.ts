/** What somebody who can write to the server, but has no key, can do: nothing but delay. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bootstrap, fitModel, loadEngine } from 'wasmetrics';
import { encodePlain } from 'wasmetrics/jobs';
import { bullmq } from '../../dist/bullmq/index.js';
import { type PartJob, signJob, writeResult } from '../../bullmq/records.js';
import { openSeal } from '../../bullmq/seal.js';
import { openServer } from '../../bullmq/server.js';
import { digestOf, keysOf, queueName } from '../../bullmq/store.js';
import { modelOf, simulate } from '../properties/panels.js';
import { key, startProcess, startValkey, type Valkey } from './valkey.js';

const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-hostile-'));
const fitted = fitModel(simulate({ units: 40, periods: 7, seed: 8 }), modelOf({}, true));
const options = { reps: 8000, seed: 4 } as const;
const own = openSeal({ key });
const stranger = openSeal({ key: 'a key that nobody else has' });

let valkey: Valkey;
let redis: Redis;
let build: string;
const workers: ChildProcess[] = [];
beforeAll(async () => {
  valkey = await startValkey();
  redis = openServer(valkey.url).redis;
  build = (await loadEngine()).info.sha256;
}, 60_000);
afterAll(async () => {
  redis.disconnect();
  await valkey.stop();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  for (const worker of workers.splice(0)) worker.kill('SIGKILL');
  await redis.flushall();
});

async function start(name: string, how: Parameters<typeof startProcess>[2] = {}) {
  const worker = await startProcess(valkey.url, name, how);
  let printed = '';
  worker.stderr!.on('data', (text) => (printed += String(text)));
  workers.push(worker);
  return { worker, printed: () => printed };
}

async function until(done: () => unknown): Promise<void> {
  while (!(await done())) await wait(50);
}

/** A queue to which somebody adds what he likes. */
async function added(jobs: readonly unknown[], seal = own): Promise<Queue<unknown>> {
  const connection = openServer(valkey.url).redis;
  const queue = new Queue<unknown>(queueName('wasmetrics', build, seal), { connection });
  queue.on('error', () => undefined);
  const opts = { removeOnComplete: true, removeOnFail: true, attempts: 1e9 };
  await queue.addBulk(jobs.map((data) => ({ name: 'part', data, opts })));
  return queue;
}

const sent = (more: Partial<PartJob>): Omit<PartJob, 'mac'> => ({
  digest: 'd'.repeat(64),
  kind: 'unit-moments',
  first: 0,
  end: 64,
  total: 64,
  bytes: 100,
  keep: 60,
  ...more,
});

describe('a worker', () => {
  const place = join(folder, 'was-here');
  const code = `import { writeFileSync } from 'node:fs'; export default () => 1; writeFileSync(${JSON.stringify(place)}, '');`;
  const task = encodePlain({
    kind: 'statistic',
    plan: 'given',
    data: 2,
    nrows: 2,
    nunits: 2,
    seed: 1,
    width: 1,
    statistic: { module: `data:text/javascript,${encodeURIComponent(code)}`, name: 'default' },
  });

  it.each([
    ['of a stranger', stranger],
    ['of the key itself', own],
  ])(
    'runs no code of a task with the seal %s',
    async (_, seal) => {
      const { printed } = await start('a');
      const at = { queue: 'wasmetrics', build };
      const digest = digestOf(build, task);
      await redis.set(keysOf('wasmetrics', own).task(digest), Buffer.from(task));
      const job = sent({ digest, kind: 'statistic', end: 1, bytes: task.length });
      const queue = await added([signJob(seal, at, job)]);
      if (seal === stranger) await until(() => /without the seal of this key/.test(printed()));
      else {
        const failure = keysOf('wasmetrics', own).failure(digest);
        await until(() => redis.exists(failure));
        expect(await redis.get(failure)).toContain('found one that names code');
      }
      await until(async () => (await queue.getJobCountByTypes('active', 'wait')) === 0);
      expect(existsSync(place)).toBe(false);
      await queue.close();
    },
    60_000,
  );

  it('that trusts the queue runs no code either', async () => {
    const trusting = openSeal({ trust: true });
    await start('a', { more: ['--trust-queue'], env: { WASMETRICS_QUEUE_KEY: '' } });
    const digest = digestOf(build, task);
    const keys = keysOf('wasmetrics', trusting);
    await redis.set(keys.task(digest), Buffer.from(task));
    const job = sent({ digest, kind: 'statistic', end: 1, bytes: task.length });
    const queue = await added([signJob(trusting, { queue: 'wasmetrics', build }, job)], trusting);
    await until(() => redis.exists(keys.failure(digest)));
    expect(existsSync(place)).toBe(false);
    await queue.close();
  }, 60_000);

  it('refuses jobs that are none at once, and lives', async () => {
    const { worker, printed } = await start('a');
    const at = { queue: 'wasmetrics', build };
    const hostile: unknown[] = [
      signJob(own, at, sent({ end: 1e9, total: 1e9 })),
      signJob(own, at, sent({ end: 65 })),
      signJob(own, at, sent({ first: 64 })),
      signJob(own, at, sent({ first: NaN })),
      signJob(own, at, sent({ bytes: 1e12 })),
      signJob(own, at, sent({ digest: `../../${'d'.repeat(58)}` })),
      { ...sent({}), mac: '0'.repeat(64) },
      { ...signJob(own, at, sent({})), end: 32 },
      { ...signJob(own, at, sent({})), more: 1 },
      JSON.parse('{"__proto__": {"digest": "x"}}'),
      null,
      'x',
      [[]],
    ];
    const queue = await added(hostile);
    await until(async () => (await queue.getJobCountByTypes('active', 'wait', 'delayed')) === 0);
    expect(worker.exitCode).toBeNull();
    await until(() => printed().split('\n').length > hostile.length);
    const lines = printed().trim().split('\n');
    expect(lines.length).toBe(hostile.length);
    for (const line of lines) {
      expect(line).toMatch(/^wasmetrics: queue: expected a job that a runner sent, found one/);
    }
    await queue.close();
  }, 60_000);

  it('takes a part that ends workers three times, and then its runner learns it', async () => {
    const fit = await fitted;
    const long = { reps: 260_000, seed: 5 }; // one part of some seconds
    const runner = bullmq({ connection: valkey.url, key, parts: 1, patience: 30 });
    const failed = bootstrap(fit, { ...long, runner }).result.catch((error: unknown) => error);
    const connection = openServer(valkey.url).redis;
    const queue = new Queue<unknown>(queueName('wasmetrics', build, own), { connection });
    await until(async () => (await queue.getJobCountByTypes('wait')) > 0);
    for (let death = 0; death < 3; ++death) {
      const { worker } = await start(`victim-${death}`);
      await until(async () => {
        const [job] = await queue.getJobs(['active']);
        return job !== undefined && job.attemptsStarted > death;
      });
      worker.kill('SIGKILL');
    }
    await start('survivor');
    expect(await failed).toMatchObject({
      code: 'runner-failed',
      message: expect.stringMatching(/3 workers ended while they computed it/),
    });
    await queue.close();
    connection.disconnect();
  }, 120_000);
});

describe('a runner', () => {
  const begun = async (more: object = {}) => {
    const fit = await fitted;
    const notices: string[] = [];
    const onNotice = (text: string) => notices.push(text);
    const runner = bullmq({ connection: valkey.url, key, parts: 4, onNotice, ...more });
    const result = bootstrap(fit, { ...options, runner }).result;
    result.catch(() => undefined);
    const keys = keysOf('wasmetrics', own);
    await until(async () => (await redis.keys(keys.task('*'))).length > 0);
    const [name = ''] = await redis.keys(keys.task('*'));
    return { notices, result, keys, digest: name.slice(keys.task('').length) };
  };

  it('goes on whatever strangers write of workers and failures', async () => {
    const { notices, result, keys, digest } = await begun();
    await redis.set(keys.worker('text'), 'not JSON');
    await redis.set(keys.worker('null'), 'null');
    await redis.set(keys.worker('long'), 'x'.repeat(1e6));
    await redis.set(keys.worker('bytes'), Buffer.from([0xff, 0xfe, 0]));
    await redis.set(keys.worker('numbers'), '{"name": 1, "build": []}');
    await redis.rpush(keys.worker('list'), 'x');
    await redis.set(keys.failure(digest), '{"worker": "x", "code": "x", "message": "stop"}');
    await until(() => notices.some((text) => /a failure that no worker with this key/.test(text)));
    await redis.rpush(keys.failure(digest), 'x');
    await start('other', { env: { WASMETRICS_QUEUE_KEY: 'another key of another team' } });
    await until(() => notices.some((text) => /worker other is refused: it has another/.test(text)));
    await start('a');
    expect(await result).toEqual(await bootstrap(await fitted, options).result);
    expect(notices).toContain('the note of a worker cannot be read and is ignored');
  }, 120_000);

  it('drops a result without the seal, names its worker, and has it computed again', async () => {
    const { notices, result, keys, digest } = await begun();
    const at = { queue: 'wasmetrics', build };
    const part = { digest, kind: 'unit-moments', first: 0, end: 2048 };
    const author = { build, worker: 'mallory' };
    const chunk = {
      first: 0,
      count: 2048,
      values: new Float64Array(2048),
      statuses: new Int32Array(2048),
    };
    await redis.set(keys.result(part), writeResult(stranger, at, part, { author, chunk }));
    await until(() => notices.some((text) => /mallory has no seal of this key/.test(text)));
    await redis.set(keys.result(part), 'garbage');
    await until(() => notices.some((text) => /it is damaged, or no worker wrote it/.test(text)));
    await start('a');
    expect(await result).toEqual(await bootstrap(await fitted, options).result);
  }, 120_000);

  it('takes no result of other jobs or of another task with the seal of the key', async () => {
    const { notices, result, keys, digest } = await begun();
    const at = { queue: 'wasmetrics', build };
    const part = { digest, kind: 'unit-moments', first: 0, end: 2048 };
    const author = { build, worker: 'b' };
    const other = { ...part, first: 2048, end: 4096 };
    await redis.set(keys.result(part), writeResult(own, at, other, { author, chunk: {} }));
    await until(() => notices.some((text) => /that of worker b has no seal/.test(text)));
    const chunk = {
      first: 2048,
      count: 2048,
      values: new Float64Array(2048),
      statuses: new Int32Array(2048),
    };
    await redis.set(keys.result(part), writeResult(own, at, part, { author, chunk }));
    await until(() => notices.some((text) => /worker b computed something else/.test(text)));
    await start('a');
    expect(await result).toEqual(await bootstrap(await fitted, options).result);
  }, 120_000);

  it('ends with a typed error when a result is forged again and again', async () => {
    const { result, keys, digest } = await begun();
    const forging = setInterval(
      () => void redis.set(keys.result({ digest, first: 0, end: 2048 }), 'garbage'),
      20,
    );
    await expect(result).rejects.toMatchObject({
      code: 'runner-failed',
      message: expect.stringMatching(/jobs 0 to 2047 is refused: .* for the 3rd time/),
    });
    clearInterval(forging);
  }, 120_000);

  it('believes no note of a worker without the seal', async () => {
    const { result, keys } = await begun({ patience: 3 });
    const note = { name: 'ghost', build, version: '1', key: own.id, mac: '0'.repeat(64) };
    await redis.set(keys.worker('ghost'), JSON.stringify(note));
    await expect(result).rejects.toThrow(/found none in 3 s; worker ghost is refused: it has anot/);
  }, 60_000);
});
