/**
 * Where tasks are kept, with their data, under the hash of their content: in Redis, in a folder that the machines share, or
 * in a bucket with the protocol of S3.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { digestOf, type Keys } from './store.js';

export interface TaskStore {
  /** Keeps a task unless it is there. */
  put(digest: string, task: Uint8Array): Promise<void>;
  get(digest: string): Promise<Uint8Array | undefined>;
}

export interface TaskPlace {
  readonly redis: Redis;
  readonly keys: Keys;
  /** Seconds that Redis keeps a task. A folder or bucket keeps it until somebody removes it. */
  readonly keep: number;
}

/** Addresses that `openTasks` knows. */
const addresses = 'redis, folder:/path or s3://bucket/prefix';

/** @throws Error for other addresses, and for a bucket without credentials */
export async function openTasks(address: string, place: TaskPlace): Promise<TaskStore> {
  if (address === 'redis') return inRedis(place);
  const [, kind, path] = /^(folder:|s3:\/\/)(.+)$/.exec(address) ?? [];
  if (kind === 'folder:') return inFolder(path!);
  if (kind === 's3://') return inBucket(address, path!);
  throw new Error(`store: expected ${addresses}, found ${address}`);
}

/** Bytes of the largest value of Redis. */
const REDIS_BYTES = 2 ** 29;

function inRedis({ redis, keys, keep }: TaskPlace): TaskStore {
  return {
    async put(digest, task) {
      if (task.length >= REDIS_BYTES) {
        throw new Error(
          `store: the data have ${task.length} bytes, more than Redis keeps in a value; name another store, such as folder:/path`,
        );
      }
      await redis.set(keys.task(digest), Buffer.from(task), 'EX', keep, 'NX');
    },
    get: async (digest) => (await redis.getBuffer(keys.task(digest))) ?? undefined,
  };
}

function inFolder(folder: string): TaskStore {
  const pathOf = (digest: string) => join(folder, `${digest}.task`);
  return {
    async put(digest, task) {
      if ((await readIfThere(pathOf(digest))) !== undefined) return;
      await mkdir(folder, { recursive: true });
      await writeWhole(pathOf(digest), task);
    },
    get: (digest) => readIfThere(pathOf(digest)),
  };
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  await writeFile(temporary, bytes);
  await rename(temporary, path);
}

/** Requests are signed with the keys of the environment, as the programs of AWS read them. */
async function inBucket(address: string, path: string): Promise<TaskStore> {
  const { env } = process;
  const [accessKeyId, secretAccessKey] = [env['AWS_ACCESS_KEY_ID'], env['AWS_SECRET_ACCESS_KEY']];
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new Error(
      `store: ${address}: expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, found none`,
    );
  }
  const { AwsClient } = await import('aws4fetch');
  const region = env['AWS_REGION'] ?? 'us-east-1';
  const sessionToken = env['AWS_SESSION_TOKEN'];
  const keys = {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && { sessionToken }),
  };
  const client = new AwsClient({ ...keys, region, service: 's3' });
  const [bucket, ...prefix] = path.split('/').filter((part) => part !== '');
  const endpoint = env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL'];
  const base =
    endpoint === undefined
      ? `https://${bucket}.s3.${region}.amazonaws.com`
      : `${endpoint.replace(/\/$/, '')}/${bucket}`;
  const request = async (method: string, digest: string, body?: Uint8Array) => {
    const url = [base, ...prefix, `${digest}.task`].join('/');
    const content = { 'X-Amz-Content-Sha256': digestOf(body ?? '') };
    const response = await client.fetch(url, {
      ...{ method, headers: content },
      ...(body !== undefined && { body: Buffer.from(body) }),
    });
    if (response.ok || response.status === 404) return response;
    const [, code = 'no reason'] = /<Code>(\w{1,60})<\/Code>/.exec(await response.text()) ?? [];
    throw new Error(`store: ${address}: ${method} failed with status ${response.status} (${code})`);
  };
  return {
    async put(digest, task) {
      if ((await request('HEAD', digest)).ok) return;
      const response = await request('PUT', digest, task);
      if (!response.ok) throw new Error(`store: ${address}: no bucket ${bucket}`);
    },
    async get(digest) {
      const response = await request('GET', digest);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    },
  };
}

/** Milliseconds between looks for a task that another thread fetches, and after which it counts as given up. */
const LOOK_MS = 50;
const FETCH_MS = 600_000;

/**
 * A store that fetches each task once for all threads of a worker, into `folder`. What does not have the hash is refused.
 *
 * @throws Error naming the task
 */
export function fetchedOnce(store: TaskStore, address: string, folder: string) {
  const pathOf = (digest: string) => join(folder, `${digest}.task`);
  const fetchHere = async (build: string, digest: string) => {
    const task = await store.get(digest);
    if (task === undefined) throw new Error(`the task ${digest} is not in the store ${address}`);
    checkContent(build, digest, task, address);
    await writeWhole(pathOf(digest), task);
    return task;
  };
  return async (build: string, digest: string): Promise<Uint8Array> => {
    for (const start = performance.now(); ;) {
      const fetched = await readIfThere(pathOf(digest));
      if (fetched !== undefined) {
        checkContent(build, digest, fetched, folder);
        return fetched;
      }
      const isMine = await mkdir(`${pathOf(digest)}.lock`).then(
        () => true,
        () => performance.now() - start > FETCH_MS,
      );
      if (isMine) return fetchHere(build, digest).finally(() => rmdir(`${pathOf(digest)}.lock`));
      await wait(LOOK_MS);
    }
  };
}

function checkContent(build: string, digest: string, task: Uint8Array, address: string): void {
  const content = digestOf(build, task);
  if (content === digest) return;
  throw new Error(
    `the task ${digest} in ${address} is refused: its contents have the hash ${content}`,
  );
}
