/**
 * Files of tasks. They are written in full under random names before they are renamed, and read only up to the promised
 * size.
 */
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { EconError, EngineError } from '../../bindings/index.js';
import { storeFault } from '../../bindings/words/errors/program/stores.js';

export interface TaskStore {
  /** Stores a task unless it is already there. */
  put(digest: string, task: Uint8Array): Promise<void>;
  /** The task, if it has at most `bytes` bytes. */
  get(digest: string, bytes: number): Promise<Uint8Array | undefined>;
}

/** The bytes of a file, if it has at most `bytes`; undefined if there is no file. @throws EngineError `store-failed` */
export async function readIfThere(path: string, bytes: number): Promise<Uint8Array | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      checkSize(path, (await file.stat()).size, bytes);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw storeError(path, error);
  }
}

/** @throws EngineError `store-failed` */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined); // the first error counts
    throw storeError(path, error);
  }
}

/** @throws EngineError `store-failed` if there are more bytes than the task has */
export function checkSize(place: string, found: number, expected: number): void {
  if (found <= expected) return;
  throw new EngineError(storeFault.size({ expected, found }), { of: 'store', key: place });
}

export function storeError(path: string, error: unknown): EconError {
  if (error instanceof EconError) return error;
  const { code: reason = '', message: words } = error as NodeJS.ErrnoException;
  const told = storeFault.file({ file: path, reason, words });
  return new EngineError(told, { of: 'store', key: path, cause: error });
}
