/** The cache of results: a folder with bootstraps and comparisons, named by the hash of everything they depend on. */
import { constants } from 'node:fs';
import { lstat, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StudyStorage } from '../../bindings/entries/study.js';
import { usualCache } from '../cache/folder.js';
import { makeFolder, replaceFile } from '../files/files.js';
import { type Host, locate } from '../host.js';

/** Days after their last use for which results are kept. */
const DAYS = 30;
const DAY_MS = 86_400_000;

/** Names of results, and of temporary files left by an ended process. */
const resultFile = /^[0-9a-f]{64}\.(wasmreps|json)(\.[0-9a-f]+\.tmp)?$/;

/** The storage chosen by `--cache` and `--no-cache`, by default the user's; undefined for none. */
export async function keptStorage(
  host: Host,
  cache?: string | boolean,
): Promise<StudyStorage | undefined> {
  if (cache === false) return undefined;
  if (typeof cache === 'string') return folderStorage(locate(host, cache));
  const usual = usualCache();
  // Cached code is next to the results, so nobody else may change the folder.
  return usual === undefined ? undefined : folderStorage(usual, 0o700);
}

/** A storage in a folder. Results not used for 30 days are removed. */
async function folderStorage(folder: string, mode?: number): Promise<StudyStorage> {
  await removeOld(folder).catch(() => undefined); // a cache that cannot be cleaned is still useful
  return {
    read: (key) => usedFile(join(folder, key)).catch(() => undefined),
    async write(key, bytes) {
      await makeFolder(folder, mode);
      await replaceFile(join(folder, key), bytes);
    },
  };
}

/** The bytes of a file, which is marked as used now. A link, or anything that is not a file, counts as missing. */
async function usedFile(path: string): Promise<Uint8Array | undefined> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants; // a pipe would wait
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) return undefined;
    const bytes = await file.readFile();
    const now = new Date();
    await file.utimes(now, now).catch(() => undefined); // the folder may belong to another user
    return bytes;
  } finally {
    await file.close();
  }
}

/** Removes old files that have its names; does not follow links. */
async function removeOld(folder: string): Promise<void> {
  const oldest = Date.now() - DAYS * DAY_MS;
  for (const name of await readdir(folder)) {
    if (!resultFile.test(name)) continue;
    const path = join(folder, name);
    const facts = await lstat(path).catch(() => undefined);
    if (facts?.isFile() === true && facts.mtimeMs < oldest) await rm(path, { force: true });
  }
}
