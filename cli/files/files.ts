/** Writes files completely or not at all. */
import { type FileHandle, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CheckpointStorage } from '../../bindings/entries/jobs.js';
import { type Host, locate, locateOutput } from '../host.js';
import { readBytes } from '../io.js';
import { notWritten, refusesFiles } from './not-written.js';

/**
 * Writes a temporary file to the disk and then renames it, so an existing file stays until the new one is complete. A
 * device or pipe is written to directly, because renaming would replace it by a file.
 *
 * @throws InputError for a path that cannot be written to, EngineError `file-not-written` for a full or broken disk
 */
export async function writeWhole(
  host: Host,
  path: string,
  parts: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  if (host.distributed?.endsEarly === true) return;
  const place = await locateOutput(host, path);
  const direct = await isDevice(place);
  const target = direct ? place : temporaryName(place);
  try {
    const file = await open(target, direct ? 'w' : 'wx');
    try {
      for await (const part of parts) await file.appendFile(part);
      if (!direct) await flush(file);
    } finally {
      await file.close();
    }
    if (!direct) await rename(target, place);
  } catch (error) {
    if (!direct) await rm(target, { force: true }).catch(() => undefined); // report the first error
    throw notWritten(path, await withFolder(place, error));
  }
}

/** Flushes a file to the disk, except under the permission model of Node 24, which forbids it. */
export async function flush(file: FileHandle): Promise<void> {
  try {
    await file.sync();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ACCESS_DENIED') throw error;
  }
}

/** True for something that exists but is neither a file nor a folder. */
async function isDevice(place: string): Promise<boolean> {
  const stats = await stat(place).catch(() => undefined);
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

/** Makes a folder and its parents one by one, because `recursive` of Node 20 never ends below /proc. */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  if ((await stat(path).catch(() => undefined))?.isDirectory() === true) return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent, mode);
  try {
    await mkdir(path, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!(await stat(path)).isDirectory()) throw error;
  }
}

/** Makes the folder of outputs. In a job folder this is done elsewhere, and a sample has no outputs. */
export async function makeOutputFolder(host: Host, path: string): Promise<void> {
  if (host.distributed === undefined) await makeFolder(locate(host, path));
}

/**
 * Checks, before a computation, that `writeWhole` can write to the paths.
 *
 * @throws as `writeWhole`
 */
export async function checkWritable(
  host: Host,
  ...paths: readonly (string | undefined)[]
): Promise<void> {
  for (const path of paths) {
    if (path === undefined) continue;
    const place = await locateOutput(host, path);
    if (await isDevice(place)) continue;
    const stats = await stat(place).catch(() => undefined);
    if (stats?.isDirectory()) throw notWritten(path, { code: 'EISDIR' });
    const temporary = temporaryName(place);
    try {
      await (await open(temporary, 'wx')).close();
      await rm(temporary);
    } catch (error) {
      throw notWritten(path, await withFolder(place, error));
    }
  }
}

/** The error of writing to a place; a different one if ENOENT names a folder that exists. */
async function withFolder(place: string, error: unknown): Promise<unknown> {
  const { code } = error as NodeJS.ErrnoException;
  const exists = async () => (await stat(dirname(place)).catch(() => undefined)) !== undefined;
  return code === 'ENOENT' && (await exists()) ? { code: refusesFiles } : error;
}

/** A name that nobody can guess, because somebody could have put a link to another file there. */
function temporaryName(path: string): string {
  return `${path}.${crypto.randomUUID().slice(-12)}.tmp`;
}

/** Replaces a file whose content can be made again. It does not follow links or wait for the disk. */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  mode = 0o666,
): Promise<void> {
  const temporary = temporaryName(path);
  try {
    await writeFile(temporary, content, { flag: 'wx', mode });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined); // report the first error
    throw error;
  }
}

/** A checkpoint stored in a file. */
export function fileStorage(host: Host, path: string): CheckpointStorage {
  return {
    name: path,
    read: () => readBytes(host, path),
    write: (bytes) => writeWhole(host, path, [bytes]),
  };
}
