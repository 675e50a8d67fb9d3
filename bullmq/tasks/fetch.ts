/** Fetches each task once for all threads of a worker. */
import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EngineError } from '../../bindings/index.js';
import { storeFault } from '../../bindings/words/errors/program/stores.js';
import { readIfThere, storeError, type TaskStore, writeWhole } from './files.js';
import { digestOf } from '../store.js';

/** Milliseconds between checks for a task that another thread fetches, and after which that thread counts as dead. */
const LOOK_MS = 50;
const FETCH_MS = 600_000;

/** A task by its digest, a hash of the build and of its bytes. */
export interface Wanted {
  readonly build: string;
  readonly digest: string;
  readonly bytes: number;
}

/**
 * A store that fetches each task once, into `folder`. A task with another hash is refused.
 *
 * @throws EngineError `store-failed` naming the task
 */
export function fetchedOnce(store: TaskStore, address: string, folder: string) {
  const pathOf = (digest: string) => join(folder, `${digest}.task`);
  const fetchHere = async (wanted: Wanted) => {
    const { digest, bytes } = wanted;
    const task = await store.get(digest, bytes);
    if (task === undefined) throw new EngineError(storeFault.missing({ digest, address }), 'store');
    checkContent(wanted, task, address);
    await writeWhole(pathOf(digest), task);
    return task;
  };
  return async (wanted: Wanted): Promise<Uint8Array> => {
    const { digest, bytes } = wanted;
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new EngineError(storeFault.digest(), 'store');
    const lock = `${pathOf(digest)}.lock`;
    for (const start = performance.now(); ;) {
      const fetched = await readIfThere(pathOf(digest), bytes);
      if (fetched !== undefined) {
        checkContent(wanted, fetched, folder);
        return fetched;
      }
      if ((await isLocked(lock)) || performance.now() - start > FETCH_MS) {
        return fetchHere(wanted).finally(() => rmdir(lock).catch(() => undefined));
      }
      await wait(LOOK_MS);
    }
  };
}

/** True if this thread holds the lock, false if another does; any other error, such as a full disk, is thrown. */
async function isLocked(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw storeError(lock, error);
  }
}

function checkContent({ build, digest }: Wanted, task: Uint8Array, address: string): void {
  const found = digestOf(build, task);
  if (found !== digest) throw new EngineError(storeFault.hash({ digest, address, found }), 'store');
}
