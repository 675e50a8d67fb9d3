/**
 * Stores of tasks and their data, named by the hash of their content: Redis, a folder that the machines share, or a
 * bucket with the S3 protocol.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { InputError } from '../../bindings/index.js';
import { badStoreAddress, largeTask } from '../../bindings/words/errors/program/stores.js';
import { openBucket } from './s3.js';
import { checkSize, readIfThere, storeError, type TaskStore, writeWhole } from './files.js';
import type { Keys } from '../store.js';

export interface TaskPlace {
  readonly redis: Redis;
  readonly keys: Keys;
  /** Seconds that Redis keeps a task. A folder or bucket keeps it until somebody removes it. */
  readonly keep: number;
}

/** @throws InputError for other addresses, and for a bucket without credentials */
export async function openTasks(address: string, place: TaskPlace): Promise<TaskStore> {
  if (address === 'redis') return inRedis(place);
  const [, kind, path] = /^(folder:|s3:\/\/)(.+)$/.exec(address) ?? [];
  if (kind === 'folder:') return inFolder(path!);
  if (kind === 's3://') return inBucket(address);
  const found = address.replace(/\S*@/, '***@').slice(0, 60);
  throw new InputError(badStoreAddress({ found }), 'store');
}

/** Maximum bytes of a Redis value. */
const REDIS_BYTES = 2 ** 29;

function inRedis({ redis, keys, keep }: TaskPlace): TaskStore {
  return {
    async put(digest, task) {
      if (task.length >= REDIS_BYTES) {
        const large = { path: 'store', most: REDIS_BYTES, bytes: task.length } as const;
        throw new InputError(largeTask(large), 'store');
      }
      await redis.set(keys.task(digest), Buffer.from(task), 'EX', keep, 'NX');
    },
    async get(digest, bytes) {
      checkSize('redis', await redis.strlen(keys.task(digest)), bytes);
      return (await redis.getBuffer(keys.task(digest))) ?? undefined;
    },
  };
}

function inFolder(folder: string): TaskStore {
  const pathOf = (digest: string) => join(folder, `${digest}.task`);
  return {
    async put(digest, task) {
      if ((await readIfThere(pathOf(digest), task.length)) !== undefined) return;
      await mkdir(folder, { recursive: true }).catch((error: unknown) => {
        throw storeError(folder, error);
      });
      await writeWhole(pathOf(digest), task);
    },
    get: (digest, bytes) => readIfThere(pathOf(digest), bytes),
  };
}

/** Throws like `openBucket`. */
async function inBucket(address: string): Promise<TaskStore> {
  const bucket = await openBucket(address);
  const nameOf = (digest: string) => `${digest}.task`;
  return {
    async put(digest, task) {
      if (!(await bucket.has(nameOf(digest)))) await bucket.put(nameOf(digest), task);
    },
    get: (digest, bytes) => bucket.get(nameOf(digest), bytes),
  };
}
