/** Redis with a password and TLS, and data in a bucket: the password passes through and appears nowhere. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootstrap, fitModel } from 'wasmetrics';
import { bullmq } from '../../dist/bullmq/index.js';
import { modelOf, simulate } from '../properties/panels.js';
import { accessKey, type Bucket, secret, startBucket } from './bucket.js';
import { key, password, selfSigned, startValkey, type Tls, type Valkey } from './valkey.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-secrets-'));
const job = join(folder, 'job');
const command = ['multiverse', 'examples/employment.yaml', '--bootstrap', '99', '--json'];
const store = ['--store', 's3://jobs/here'];

let valkey: Valkey;
let bucket: Bucket;
let tls: Tls;
let output = '';
const workers: ChildProcess[] = [];

function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const keys = {
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_SECRET_ACCESS_KEY: secret,
    WASMETRICS_QUEUE_KEY: key,
  };
  const all = { ...process.env, REDIS_URL: valkey.url, NODE_EXTRA_CA_CERTS: tls.cert, ...keys };
  const child = spawn(process.execPath, [main, ...args], {
    cwd: root,
    env: { ...all, AWS_ENDPOINT_URL: bucket.url, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (text) => (output += String(text)));
  child.stderr.on('data', (text) => (output += String(text)));
  return child;
}

/** Runs to the end; the exit code, and what was printed. */
async function run(args: readonly string[], env: Record<string, string> = {}) {
  const before = output.length;
  const child = start(args, env);
  const [status] = (await once(child, 'close')) as [number];
  return { status, printed: output.slice(before) };
}

async function startWorker(): Promise<void> {
  const before = output.length;
  workers.push(start(['worker', '--concurrency', '2', ...store]));
  while (!output.slice(before).includes('is ready')) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

beforeAll(async () => {
  tls = selfSigned(folder);
  valkey = await startValkey({ tls });
  bucket = await startBucket();
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await valkey.stop();
  await bucket.close();
  rmSync(folder, { recursive: true });
});

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

it('computes a job over rediss, with its data in a bucket that each worker asks once', async () => {
  const single = await run(command);
  await run(['plan', '--for', 'bullmq', '--parts', '8', '-o', job, '--', ...command]);
  await startWorker();
  await startWorker();
  const done = await run(['run', job, '--redis', ...store]);
  expect([done.status, done.printed]).toEqual([0, expect.stringMatching(/^part 1\/1: \d+ jobs/m)]);
  const merged = await run(['merge', job]);
  expect(merged.printed).toBe(single.printed);
  const gets = bucket.requests.filter((request) => request.startsWith('GET'));
  expect(gets.length).toBeGreaterThan(0);
  expect(gets.length).toBeLessThanOrEqual(2);
}, 300_000);

it('connects in the library with a certificate in the options, which the threads of a worker get too', async () => {
  const { hostname: host, port } = new URL(valkey.url);
  const connection = { host, port: Number(port), password, tls: { ca: readFileSync(tls.cert) } };
  const { startWorker: startHere } = await import('../../dist/bullmq/index.js');
  const worker = await startHere({ connection, key, queue: 'here', concurrency: 1 });
  const fit = await fitModel(simulate({ units: 40, periods: 7, seed: 8 }), modelOf({}, true));
  const options = { reps: 2000, seed: 4 };
  const runner = bullmq({ connection, key, queue: 'here', parts: 4 });
  const elsewhere = await bootstrap(fit, { ...options, runner }).result;
  expect(elsewhere).toEqual(await bootstrap(fit, options).result);
  await worker.close();
}, 120_000);

it('ends at once, with a typed error, where the server or its certificate refuses', async () => {
  const other = join(folder, 'other');
  await run(['plan', '--for', 'bullmq', '-o', other, '--', ...command]);
  const plain = await startValkey();
  const wrong = valkey.url.replace(password, `${password}-wrong`);
  const cases: [Record<string, string>, string, RegExp][] = [
    [{ NODE_EXTRA_CA_CERTS: '' }, 'queue-tls', /TLS failed: self-signed certificate/],
    [{ REDIS_URL: wrong }, 'queue-authentication', /refused the user or password \(WRONGPASS\)/],
    [{ REDIS_URL: plain.url.replace(/:\/\/.*@/, '://') }, 'queue-authentication', /NOAUTH/],
    [{ REDIS_URL: valkey.url.replace('rediss', 'redis') }, 'queue-tls', /has TLS; write rediss:/],
    [{ REDIS_URL: plain.url.replace('redis', 'rediss') }, 'queue-tls', /has no TLS; write redis:/],
    [{ REDIS_URL: valkey.url.replace('rediss', 'http') }, 'bad-value', /found http:\/\/ /],
    [{ REDIS_URL: `rediss://:${password}@[bad` }, 'bad-value', /an address that cannot be read/],
    [{ REDIS_URL: `${password}@127.0.0.1` }, 'bad-value', /an address without a protocol/],
  ];
  try {
    for (const args of [
      ['run', other, '--redis', '--json'],
      ['worker', '--json'],
    ]) {
      for (const [env, code, message] of cases) {
        const { status, printed } = await run(args, env);
        const last = printed.trim().split('\n').at(-1)!;
        const { error } = JSON.parse(last) as { error: { code: string; message: string } };
        expect([status, error.code]).toEqual([3, code]);
        expect(error.message).toMatch(message);
      }
    }
  } finally {
    await plain.stop();
  }
}, 240_000);

it('names a key that is missing, short or given twice', async () => {
  const args = ['worker', '--json'];
  const cases: [string, readonly string[], RegExp][] = [
    ['', [], /no-queue-key.*expected a key, found none/],
    ['too-short', [], /bad-value.*at least 16 characters, found 9/],
    [key, ['--trust-queue'], /usage.*cannot be used with a key/],
  ];
  for (const [value, more, message] of cases) {
    const { status, printed } = await run([...args, ...more], { WASMETRICS_QUEUE_KEY: value });
    expect(status).toBeGreaterThan(1);
    expect(printed).toMatch(message);
  }
}, 60_000);

it('says that a server cannot be reached, and stops in time', async () => {
  const args = ['run', join(folder, 'other'), '--redis', '--max-time', '5s'];
  const gone = valkey.url.replace(/:\d+$/, ':9');
  const { status, printed } = await run(args, { REDIS_URL: gone });
  expect(printed).toMatch(/the server at 127.0.0.1:9 cannot be reached: connect ECONNREFUSED/);
  expect(status).toBe(75);
  await run(['worker', '--help']);
  await run(['worker', `--redi=${valkey.url}`]);
}, 60_000);

it('has no secret among the arguments of its processes', () => {
  for (const { pid } of workers) {
    const shown = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
    for (const one of [password, secret, key]) expect(shown.includes(one)).toBe(false);
  }
});

it('shows the password and the keys in no output, no file and nothing that the server keeps', async () => {
  const secrets = [password, secret, key];
  for (const text of [output, ...filesIn(folder).map((path) => readFileSync(path, 'latin1'))]) {
    for (const one of secrets) expect(text.includes(one)).toBe(false);
  }
  const redis = new Redis(valkey.url, { tls: { ca: readFileSync(tls.cert) } });
  const keys = await redis.keys('*');
  expect(keys.length).toBeGreaterThan(0);
  for (const name of keys) {
    const dump = await redis.dumpBuffer(name);
    for (const one of secrets) expect(dump?.includes(one) ?? false).toBe(false);
  }
  redis.disconnect();
});
