/**
 * Where the outputs of a planned command go: below the folder that the person who merges names, or below that of the job. A
 * job folder may come from somebody else, so nothing is written through links or elsewhere.
 */
import { lstat, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../../bindings/index.js';
import { makeFolder } from '../files.js';

export interface Outputs {
  /** The place of a file that the command writes, by its path as written, in a folder that exists. */
  place(path: string): Promise<string>;
  /** True once a place was asked for. */
  used(): boolean;
  readonly root: string;
}

/** Folder of outputs in a job folder. */
const OUTPUTS = 'outputs';

/** `cwd` is the folder in which the command was planned, and `out` the one that the person who merges names. */
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

/** Where the command would have written it, if that is below the root; else the same place below the root. */
function placeIn(root: string, cwd: string, path: string): string | undefined {
  const original = resolve(cwd, path);
  if (isInside(root, original)) return original;
  return isInside(cwd, original) ? join(root, relative(cwd, original)) : undefined;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** True if a folder, as far as it exists, is below the root without links that lead out of it. */
async function isBelow(root: string, folder: string): Promise<boolean> {
  await makeFolder(root);
  const real = await realpath(root);
  for (let place = folder; ; place = dirname(place)) {
    const target = await realpath(place).catch(() => undefined);
    if (target !== undefined) return target === real || isInside(real, target);
    if (await isLink(place)) return false; // it leads nowhere yet
  }
}

async function isLink(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isSymbolicLink() === true;
}

function outside(root: string, path: string): InputError {
  const message = `merge: expected outputs below ${root}, found ${path}; name another folder with --out`;
  return new InputError('output-outside', message, { file: path, root });
}

/** The folder that holds the present one and the files. */
export function commonFolder(cwd: string, files: readonly string[]): string {
  let folder = cwd;
  while (!files.every((file) => isInside(folder, file)) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return folder;
}
