/** The folder that keeps results between runs: bootstraps and comparisons by the hash of what they depend on. */
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StudyStorage } from '../../bindings/index.js';
import { makeFolder } from '../files.js';

/** Days after their last use that results are kept. */
const DAYS = 30;
const DAY_MS = 86_400_000;

/** A storage in a folder. What was not used for 30 days is removed. */
export async function folderStorage(folder: string): Promise<StudyStorage> {
  await removeOld(folder).catch(() => undefined); // a cache that cannot be cleaned still serves
  return {
    async read(key) {
      const path = join(folder, key);
      const bytes = await readFile(path).catch(() => undefined);
      const now = new Date();
      if (bytes !== undefined) await utimes(path, now, now).catch(() => undefined);
      return bytes;
    },
    async write(key, bytes) {
      await makeFolder(folder);
      const path = join(folder, key);
      const temporary = `${path}.${process.pid}.tmp`;
      await writeFile(temporary, bytes);
      await rename(temporary, path);
    },
  };
}

async function removeOld(folder: string): Promise<void> {
  const oldest = Date.now() - DAYS * DAY_MS;
  for (const name of await readdir(folder)) {
    if (!/^[0-9a-f]{64}\.(wasmreps|json)(\.\d+\.tmp)?$/.test(name)) continue;
    const path = join(folder, name);
    if ((await stat(path)).mtimeMs < oldest) await rm(path, { force: true });
  }
}
