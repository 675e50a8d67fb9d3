import { mkdirSync, readdirSync, rmSync } from 'node:fs';

/** Makes a folder, or removes what an earlier build left in it: the files with this ending. */
export function removeFiles(folder, ending) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith(ending)) rmSync(`${folder}/${name}`);
}
