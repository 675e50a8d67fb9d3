/** Stores of tasks: a folder, and a bucket whose server checks signatures. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { digestOf, keysOf } from '../../bullmq/store.js';
import { fetchedOnce, openTasks, type TaskPlace } from '../../bullmq/tasks.js';
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

const place = { keys: keysOf('q'), keep: 1 } as TaskPlace; // without Redis
const task = new TextEncoder().encode('a task with its data');
const build = 'b'.repeat(64);
const digest = digestOf(build, task);

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
    expect(await store.get(digest)).toBeUndefined();
    await store.put(digest, task);
    await store.put(digest, task);
    const fetched = mkdtempSync(join(folder, 'worker-'));
    const fetch = fetchedOnce(store, address, fetched);
    const all = await Promise.all([1, 2, 3].map(() => fetch(build, digest)));
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
  await expect(fetch(build, digest)).rejects.toThrow(
    `the task ${digest} in ${address} is refused: its contents have the hash `,
  );
  writeFileSync(join(fetched, `${digest}.task`), 'other contents');
  await expect(fetch(build, digest)).rejects.toThrow(`the task ${digest} in ${fetched} is refused`);
  await expect(fetch(build, 'f'.repeat(64))).rejects.toThrow(/is not in the store folder:/);
});

test('errors of a bucket name the reason and no secret', async () => {
  credentials('wrong');
  const store = await openTasks('s3://jobs', place);
  await expect(store.put(digest, task)).rejects.toThrow(
    /^store: s3:\/\/jobs: HEAD failed with status 403/,
  );
  await expect(store.get(digest)).rejects.toThrow(
    'store: s3://jobs: GET failed with status 403 (SignatureDoesNotMatch)',
  );
  vi.unstubAllEnvs();
  vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
  await expect(openTasks('s3://jobs', place)).rejects.toThrow(/expected AWS_ACCESS_KEY_ID and/);
  await expect(openTasks('ftp://jobs', place)).rejects.toThrow(
    'store: expected redis, folder:/path or s3://bucket/prefix, found ftp://jobs',
  );
});
