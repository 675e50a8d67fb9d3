/**
 * Where the outputs of a planned command go: below the folder named at the merge, or below the job folder. A job folder
 * may come from somebody else, so nothing is written through links or elsewhere.
 */
import { lstat, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../../bindings/index.js';
import { outputOutside } from '../../bindings/words/errors/program/cluster.js';
import { makeFolder } from '../files/files.js';

export interface Outputs {
  /** The place for a file that the command writes under this path, in a folder that exists. */
  place(path: string): Promise<string>;
  /** True after the first call of `place`. */
  used(): boolean;
  readonly root: string;
}

/** Folder of outputs in a job folder. */
const OUTPUTS = 'outputs';

/** `cwd` is the folder in which the command was planned; `out` is the folder named at the merge. */
export function outputsOf(folder: string, cwd: string, out: string | undefined): Outputs {
  const root = out ?? join(folder, OUTPUTS);
  let used = false;
  return {
    root,
    used: () => used,
    async place(path) {
      used = true;
      const place = placeIn(root, cwd, path);
      if (place === undefined) throw outside(root, path);
      const isElsewhere = out === undefined && (await isLink(root));
      if (isElsewhere || !(await isBelow(root, dirname(place)))) throw outside(root, path);
      await makeFolder(dirname(place));
      const facts = await lstat(place).catch(() => undefined);
      if (facts !== undefined && !facts.isFile()) throw outside(root, path);
      return place;
    },
  };
}

/**
 * The path where the command would have written the file, if it is below the root; otherwise the same path relative to
 * `cwd`, below the root.
 */
function placeIn(root: string, cwd: string, path: string): string | undefined {
  const original = resolve(cwd, path);
  if (isInside(root, original)) return original;
  return isInside(cwd, original) ? join(root, relative(cwd, original)) : undefined;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** True if a folder, as far as it exists, is below the root and no link leads out of it. */
async function isBelow(root: string, folder: string): Promise<boolean> {
  await makeFolder(root);
  const real = await realpath(root);
  for (let place = folder; ; place = dirname(place)) {
    const target = await realpath(place).catch(() => undefined);
    if (target !== undefined) return target === real || isInside(real, target);
    if (await isLink(place)) return false; // a link whose target does not exist yet
  }
}

async function isLink(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isSymbolicLink() === true;
}

function outside(root: string, path: string): InputError {
  return new InputError(outputOutside({ file: path, root }), 'merge');
}

/** The lowest folder that contains both `cwd` and the files. */
export function commonFolder(cwd: string, files: readonly string[]): string {
  let folder = cwd;
  while (!files.every((file) => isInside(folder, file)) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return folder;
}
