/** Files that the program writes: whole or not at all. */
import { open, rename, rm, stat } from 'node:fs/promises';
import { type CheckpointStorage, EngineError, InputError } from '../bindings/index.js';
import { type Host, locate } from './host.js';
import { readBytes } from './io.js';

const wrongPaths: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'writing is not permitted',
  EPERM: 'writing is not permitted',
  EROFS: 'nothing can be written there',
};

/**
 * Writes a file under another name, down to the disk, and then gives it its own: what was there before
 * stays until all of the new one is.
 *
 * @throws InputError for a path that cannot be written to, EngineError `file-not-written` for a full or
 *   broken disk
 */
export async function writeWhole(
  host: Host,
  path: string,
  parts: Iterable<string | Uint8Array>,
): Promise<void> {
  const place = locate(host, path);
  const temporary = temporaryName(place);
  try {
    const file = await open(temporary, 'w');
    try {
      for (const part of parts) await file.appendFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, place);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined); // the first error is the one to tell
    throw notWritten(path, error);
  }
}

/**
 * Tries places for `writeWhole` before anything is computed for them.
 *
 * @throws as `writeWhole`
 */
export async function checkWritable(
  host: Host,
  ...paths: readonly (string | undefined)[]
): Promise<void> {
  for (const path of paths) {
    if (path === undefined) continue;
    const place = locate(host, path);
    const stats = await stat(place).catch(() => undefined);
    if (stats?.isDirectory()) throw notWritten(path, { code: 'EISDIR' });
    const temporary = temporaryName(place);
    try {
      await (await open(temporary, 'w')).close();
      await rm(temporary);
    } catch (error) {
      throw notWritten(path, error);
    }
  }
}

function temporaryName(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** What prevented a file or stream from being written, by its name. */
export function notWritten(path: string, error: unknown): InputError | EngineError {
  const { code: system = '', message } = error as NodeJS.ErrnoException;
  const wrong = wrongPaths[system];
  if (wrong !== undefined) {
    return new InputError('file-not-writable', `${path}: cannot be written: ${wrong}`, {
      file: path,
    });
  }
  const reason = system === 'ENOSPC' ? 'the disk is full' : message;
  const detail = { file: path, reason: system };
  return new EngineError('file-not-written', `${path}: could not be written: ${reason}`, detail);
}

/** A checkpoint in a file. */
export function fileStorage(host: Host, path: string): CheckpointStorage {
  return {
    name: path,
    read: () => readBytes(host, path),
    write: (bytes) => writeWhole(host, path, [bytes]),
  };
}
