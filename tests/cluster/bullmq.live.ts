/** Bootstraps over a real queue: BullMQ on Valkey, with processes that die and a server that restarts. */
import type { ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bootstrap, compareDesigns, fitModel, withBootstrap } from 'wasmetrics';
import { toJson } from 'wasmetrics/report';
import { bullmq } from '../../dist/bullmq/index.js';
import { type PartJob, writeResult } from '../../bullmq/records.js';
import { openSeal } from '../../bullmq/seal.js';
import { openServer } from '../../bullmq/server.js';
import { keysOf, queueName } from '../../bullmq/store.js';
import { modelOf, simulate } from '../properties/panels.js';
import { key, password, startProcess, startValkey, type Valkey } from './valkey.js';

const panel = simulate({ units: 60, periods: 8, seed: 5 });
const fitted = fitModel(panel, modelOf({}, true));
const options = { reps: 120_000, seed: 4 } as const;

let valkey: Valkey;
let redis: Redis;
const workers: ChildProcess[] = [];
beforeAll(async () => {
  valkey = await startValkey();
  redis = openServer(valkey.url).redis;
}, 60_000);
afterAll(async () => {
  redis.disconnect();
  await valkey.stop();
});
afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill('SIGKILL');
});

async function start(name: string, program?: string): Promise<ChildProcess> {
  const worker = await startProcess(valkey.url, name, { program });
  workers.push(worker);
  return worker;
}

const runner = (more: object = {}) => bullmq({ connection: valkey.url, key, parts: 60, ...more });
const seal = openSeal({ key });
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
const log = (words: string) => process.stdout.write(`  ${words}\n`);

async function until(done: () => unknown): Promise<void> {
  while (!(await done())) await wait(50);
}

describe('a queue', () => {
  it('gives the bytes of one process after a SIGKILL, a restart and duplicate deliveries', async () => {
    const fit = await fitted;
    const single = bootstrap(fit, options);
    const expected = toJson(withBootstrap(fit, await single.result));
    const [dying] = [await start('a'), await start('b')];
    const run = bootstrap(fit, { ...options, runner: runner() });
    let restarted: Promise<void> | undefined;
    let killed = false;
    let repeated: Promise<void> | undefined;
    for await (const { done, total } of run) {
      if (done > 0.1 * total && !killed) {
        log(`SIGKILL to worker a after ${done} replicates`);
        killed = dying.kill('SIGKILL');
      }
      if (done > 0.3 * total && repeated === undefined) repeated = deliverAgain();
      if (done > 0.5 * total && restarted === undefined) {
        log(`SIGKILL to Valkey after ${done} replicates, then a restart from its file`);
        restarted = valkey.restart();
      }
    }
    const result = toJson(withBootstrap(fit, await run.result));
    await Promise.all([restarted, repeated]);
    log(`one process ${hash(expected)}, queue ${hash(result)}`);
    expect(killed && restarted !== undefined && repeated !== undefined).toBe(true);
    expect(result).toBe(expected);
    expect(await run.replicates).toEqual(await single.replicates);
  }, 600_000);

  /** Adds every part of the present study once more, under other names. */
  async function deliverAgain(): Promise<void> {
    const { engine } = await fitted;
    const connection = openServer(valkey.url).redis;
    const name = queueName('wasmetrics', engine.sha256, seal);
    const queue = new Queue<PartJob>(name, { connection });
    queue.on('error', () => undefined);
    const jobs = await queue.getJobs(['waiting', 'active', 'prioritized']);
    log(`${jobs.length} parts are delivered twice`);
    await queue.addBulk(
      jobs.map(({ data }) => ({ name: 'again', data, opts: { removeOnComplete: true } })),
    );
    await queue.close();
    connection.disconnect();
  }

  it('holds no password and no key, and keeps results, so that the same study takes no time', async () => {
    const fit = await fitted;
    const again = bootstrap(fit, { ...options, runner: runner({ patience: 5 }) }); // no worker runs
    expect((await again.result).completed).toBe(options.reps);
    for (const name of await redis.keys('*')) {
      const dump = await redis.dumpBuffer(name);
      for (const secret of [password, key]) expect(dump?.includes(secret) ?? false).toBe(false);
    }
  }, 120_000);

  it('serves other analyses, and stops by a signal with what is done', async () => {
    await start('c');
    const fit = await fitted;
    const settings = { reps: 40, seed: 2 };
    const elsewhere = await compareDesigns(fit, { ...settings, runner: runner({ priority: 1 }) });
    expect(toJson(elsewhere)).toBe(toJson(await compareDesigns(fit, settings)));
    const stop = new AbortController();
    const run = bootstrap(fit, { ...options, seed: 9, runner: runner(), signal: stop.signal });
    for await (const { done } of run) if (done > 0) stop.abort();
    const { completed, partial } = await run.result;
    expect(partial && completed > 0 && completed < options.reps).toBe(true);
  }, 300_000);
});

describe('a worker of another build', () => {
  const foreign = mkdtempSync(join(tmpdir(), 'wasmetrics-foreign-'));
  afterAll(() => rmSync(foreign, { recursive: true }));

  /** The program with another hash of its core. */
  async function foreignProgram(): Promise<string> {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const { sha256 } = (await fitted).engine;
    for (const name of ['package.json', 'dist']) {
      cpSync(join(root, name), join(foreign, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(foreign, 'node_modules'));
    const files = ['bindings', 'bullmq'].flatMap((name) =>
      readdirSync(join(foreign, 'dist', name)).map((file) => join(foreign, 'dist', name, file)),
    );
    const scripts = files.filter((path) => path.endsWith('.js'));
    const holding = scripts.filter((path) => readFileSync(path, 'utf8').includes(sha256));
    expect(holding.length).toBeGreaterThan(1);
    for (const path of holding) {
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replaceAll(sha256, 'f'.repeat(64)));
    }
    return join(foreign, 'dist');
  }

  it('is refused by name, and so is a result of it', async () => {
    const fit = await fitted;
    const small = { reps: 4000, seed: 77, workers: 0 };
    await start('stranger', await foreignProgram());
    const notices: string[] = [];
    const settings = { patience: 4, parts: 4, onNotice: (text: string) => notices.push(text) };
    const lonely = bootstrap(fit, { ...small, runner: runner(settings) }).result;
    await expect(lonely).rejects.toThrow(
      /runner failed: expected a worker of this build and key, found none in 4 s; worker stranger is refused: it has core ffffffffffff of [\d.]+, expected /,
    );
    const keys = keysOf('wasmetrics', seal);
    const before = new Set(await redis.keys(keys.task('*')));
    const other = { ...small, seed: 78 };
    const run = bootstrap(fit, { ...other, runner: runner({ ...settings, patience: 60 }) });
    await until(async () => (await redis.keys(keys.task('*'))).some((key) => !before.has(key)));
    const name = (await redis.keys(keys.task('*'))).find((one) => !before.has(one))!;
    const part = {
      digest: name.slice(keys.task('').length),
      kind: 'unit-moments',
      first: 0,
      end: 1024,
    };
    const author = { build: 'f'.repeat(64), worker: 'stranger' };
    const at = { queue: 'wasmetrics', build: author.build };
    await redis.set(keys.result(part), writeResult(seal, at, part, { author, chunk: {} }));
    await until(() =>
      notices.some((text) => /^the result of jobs 0 to 1023 is refused/.test(text)),
    );
    log(notices.join('\n  '));
    await start('friend');
    const whole = await bootstrap(fit, other).result;
    expect(await run.result).toEqual(whole);
  }, 300_000);
});
