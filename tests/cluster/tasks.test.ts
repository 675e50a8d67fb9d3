/** Stores of tasks: a folder, and a bucket whose server checks signatures. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openSeal } from '../../bullmq/seal.js';
import { digestOf, keysOf } from '../../bullmq/store.js';
import { fetchedOnce } from '../../bullmq/tasks/fetch.js';
import { openTasks, type TaskPlace } from '../../bullmq/tasks/stores.js';
import { accessKey, type Bucket, secret, startBucket } from './bucket.js';

const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-tasks-'));
let bucket: Bucket;
beforeAll(async () => {
  bucket = await startBucket();
});
afterAll(async () => {
  await bucket.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => vi.unstubAllEnvs());

const seal = openSeal({ trust: true });
const place = { keys: keysOf('q', seal), keep: 1 } as TaskPlace; // without Redis
const task = new TextEncoder().encode('a task with its data');
const build = 'b'.repeat(64);
const digest = digestOf(build, task);
const wanted = { build, digest, bytes: task.length };

function credentials(key = secret): void {
  vi.stubEnv('AWS_ACCESS_KEY_ID', accessKey);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', key);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ENDPOINT_URL_S3', bucket.url);
}

test.each([`folder:${join(folder, 'shared')}`, 's3://jobs/of/mine', 's3://jobs'])(
  '%s keeps a task once, and a worker fetches it once',
  async (address) => {
    credentials();
    bucket.requests.length = 0;
    const store = await openTasks(address, place);
    expect(await store.get(digest, task.length)).toBeUndefined();
    await store.put(digest, task);
    await store.put(digest, task);
    const fetched = mkdtempSync(join(folder, 'worker-'));
    const fetch = fetchedOnce(store, address, fetched);
    const all = await Promise.all([1, 2, 3].map(() => fetch(wanted)));
    for (const bytes of all) expect(Buffer.from(bytes).equals(task)).toBe(true);
    expect(readdirSync(fetched)).toEqual([`${digest}.task`]);
    if (!address.startsWith('s3')) return;
    const methods = bucket.requests.map((request) => request.split(' ')[0]);
    expect(methods).toEqual(['GET', 'HEAD', 'PUT', 'HEAD', 'GET']);
  },
);

test('a task with other contents is refused by its name, also one that changed after it was fetched', async () => {
  const shared = mkdtempSync(join(folder, 'shared-'));
  writeFileSync(join(shared, `${digest}.task`), 'other contents');
  const address = `folder:${shared}`;
  const store = await openTasks(address, place);
  const fetched = mkdtempSync(join(folder, 'worker-'));
  const fetch = fetchedOnce(store, address, fetched);
  await expect(fetch(wanted)).rejects.toThrow(
    `the task ${digest} in ${address} is refused: its contents have the hash `,
  );
  writeFileSync(join(fetched, `${digest}.task`), 'other contents');
  await expect(fetch(wanted)).rejects.toThrow(`the task ${digest} in ${fetched} is refused`);
  await expect(fetch({ ...wanted, digest: 'f'.repeat(64) })).rejects.toThrow(
    /is not in the store folder:/,
  );
});

test('errors of a bucket name the reason and no secret', async () => {
  credentials('wrong');
  const store = await openTasks('s3://jobs', place);
  await expect(store.put(digest, task)).rejects.toThrow(
    /^store: s3:\/\/jobs: HEAD failed with status 403/,
  );
  await expect(store.get(digest, task.length)).rejects.toThrow(
    'store: s3://jobs: GET failed with status 403 (SignatureDoesNotMatch)',
  );
  vi.unstubAllEnvs();
  vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
  await expect(openTasks('s3://jobs', place)).rejects.toThrow(/expected AWS_ACCESS_KEY_ID and/);
  await expect(openTasks('ftp://jobs', place)).rejects.toThrow(
    'store: expected redis, folder:/path or s3://bucket/prefix, found ftp://jobs',
  );
});

test('a fetch that cannot succeed ends at once, and only a lock of another thread is waited for', async () => {
  const shared = mkdtempSync(join(folder, 'shared-'));
  const store = await openTasks(`folder:${shared}`, place);
  await store.put(digest, task);
  const gone = fetchedOnce(store, shared, join(folder, 'no', 'such', 'folder'));
  await expect(gone(wanted)).rejects.toMatchObject({ code: 'store-failed' });
  const full = { ...store, get: () => Promise.reject(new Error('ENOSPC: no space left')) };
  const fetched = mkdtempSync(join(folder, 'worker-'));
  await expect(fetchedOnce(full, shared, fetched)(wanted)).rejects.toThrow(/no space left/);
  for (const bad of ['../../etc/passwd', 'x'.repeat(300), '', 'D'.repeat(64), `${digest}/..`]) {
    const odd = fetchedOnce(store, shared, fetched)({ ...wanted, digest: bad });
    await expect(odd).rejects.toThrow('store: expected the digest of a task, found another');
  }
  mkdirSync(join(fetched, `${digest}.task.lock`)); // of another thread
  const waiting = fetchedOnce(store, shared, fetched)(wanted);
  setTimeout(() => writeFileSync(join(fetched, `${digest}.task`), task), 200);
  expect(Buffer.from(await waiting).equals(task)).toBe(true);
});

test('a task of more bytes than were promised is not read', async () => {
  credentials();
  const shared = `folder:${mkdtempSync(join(folder, 'shared-'))}`;
  for (const address of [shared, 's3://jobs/large']) {
    const store = await openTasks(address, place);
    await store.put(digest, task);
    await expect(store.get(digest, task.length - 1)).rejects.toMatchObject({
      code: 'store-failed',
      message: expect.stringMatching(/expected a task of 19 bytes, found 20/),
    });
  }
});
