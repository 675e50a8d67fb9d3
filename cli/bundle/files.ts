/** Bundles on disk, as folders or zip files. They are read within limits and written completely or not at all. */
import { constants } from 'node:fs';
import { lstat, open, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EngineError, InputError } from '../../bindings/index.js';
import { type BundleFiles, bundleLimits, packZip, readZip } from '../../bindings/entries/bundle.js';
import { notRemoved } from '../../bindings/words/errors/program/engines.js';
import * as said from '../../bindings/words/errors/program/bundles.js';
import { makeFolder, replaceFile, writeWhole } from '../files/files.js';
import { type Host, locate } from '../host.js';
import { readStored } from '../io.js';
import { removeTree, temporaryFolder } from '../files/temporary-folder.js';

export const isZipPath = (path: string): boolean => path.toLowerCase().endsWith('.zip');

/**
 * The files of a bundle in a folder or a zip file. The files of a zip file may all be in one folder.
 *
 * @throws InputError `bundle-link`, `bundle-too-large`; as `readZip`; for files that cannot be read
 */
export async function readBundle(host: Host, path: string): Promise<BundleFiles> {
  const facts = await stat(locate(host, path)).catch(() => undefined);
  if (facts?.isDirectory() === true) return readFolder(locate(host, path), path);
  return withoutFolder(readZip(await readStored(locate(host, path), path), path));
}

/** Removes the first folder from the paths if all files share it. */
function withoutFolder(files: BundleFiles): BundleFiles {
  const [first = ''] = files.keys();
  const folder = first.slice(0, first.indexOf('/') + 1);
  const isCommon = folder !== '' && [...files.keys()].every((path) => path.startsWith(folder));
  if (!isCommon) return files;
  return new Map(Array.from(files, ([path, bytes]) => [path.slice(folder.length), bytes]));
}

/**
 * All files below a folder, by paths with `/`. Links are refused because they may lead out of the folder, and named
 * pipes and devices because reading them may never end.
 *
 * @throws InputError `bundle-link`, `bundle-special`, `bundle-too-large`, `bundle-unreadable`
 */
export async function readFolder(folder: string, name: string): Promise<BundleFiles> {
  const files = new Map<string, Uint8Array>();
  let [folders, bytes] = [0, 0];
  const check = () => bundleLimits.check(name, Math.max(files.size + 1, folders), bytes);
  const visit = async (path: string): Promise<void> => {
    const entries = await readdir(join(folder, path)).catch(unreadable(name, path));
    for (const entry of entries.sort()) {
      const inner = path === '' ? entry : `${path}/${entry}`;
      const facts = await lstat(join(folder, inner)).catch(unreadable(name, inner));
      if (facts.isSymbolicLink()) throw bundleLimits.isLink(name, inner);
      if (facts.isDirectory()) {
        folders++;
        check();
        await visit(inner);
        continue;
      }
      if (!facts.isFile()) throw special(name, inner);
      bytes += facts.size;
      check();
      files.set(inner, await readRegular(join(folder, inner), name, inner));
    }
  };
  await visit('');
  return files;
}

/** The bytes of a file, which must not be a link, pipe or device when it is opened. */
async function readRegular(place: string, name: string, path: string): Promise<Uint8Array> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants; // Windows has only O_RDONLY
  const file = await open(place, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(unreadable(name, path));
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw special(name, path);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function special(name: string, path: string): InputError {
  return new InputError(said.bundleSpecial({ file: path }), name);
}

/** Makes a handler for the error of a path that cannot be read. */
function unreadable(name: string, path: string): (error: NodeJS.ErrnoException) => never {
  return ({ code, message: reason }) => {
    throw new InputError(said.bundleUnreadable({ file: path, reason: code ?? reason }), name);
  };
}

/** Writes files below a folder, and replaces those with the same names. */
export async function writeFolder(folder: string, files: BundleFiles): Promise<void> {
  for (const [path, bytes] of files) {
    const place = join(folder, path);
    await makeFolder(dirname(place));
    await replaceFile(place, bytes, path.endsWith('.sh') ? 0o755 : 0o644);
  }
}

/**
 * Writes a bundle to a zip file or a folder, which must be empty or absent.
 *
 * @throws InputError `bundle-exists`, and as `writeWhole`
 */
export async function writeBundle(host: Host, path: string, files: BundleFiles): Promise<void> {
  const place = locate(host, path);
  if (isZipPath(path)) {
    await makeFolder(dirname(place));
    const name = basename(path).replace(/\.zip$/i, '');
    await writeWhole(host, path, [packZip(files, name)]);
    return;
  }
  await makeFolder(place);
  await writeFolder(place, files);
}

/** @throws InputError `bundle-exists` for a path of a file, where a folder will be written */
export async function checkFolder(host: Host, path: string): Promise<void> {
  const isFile = (await stat(locate(host, path)).catch(() => undefined))?.isFile() === true;
  if (isFile) throw new InputError(said.bundleFile({ file: path }), path);
}

/**
 * Checks that a bundle can be written to a path. A folder with files is written to only if `overwrite` is true, because
 * its README may have been filled in by hand.
 */
export async function checkTarget(host: Host, path: string, overwrite: boolean): Promise<void> {
  if (!isZipPath(path)) await checkFolder(host, path);
  const entries = await readdir(locate(host, path)).catch((): string[] => []);
  if (entries.length === 0) return;
  if (!overwrite) {
    throw new InputError(said.bundleFolderUsed({ file: path, entries: entries.length }), path);
  }
  if (!entries.includes('bundle.json')) {
    throw new InputError(said.bundleFolderOther({ file: path }), path);
  }
  await rm(locate(host, path), { recursive: true });
}

/**
 * Runs `use` with a new folder and removes the folder afterwards.
 *
 * @throws EngineError `engine-output` if an engine left something that cannot be removed
 */
export async function inTemporaryFolder<Result>(
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await temporaryFolder('bundle');
  try {
    return await use(folder);
  } finally {
    if (!(await removeTree(folder))) throw new EngineError(notRemoved({ folder }), 'bundle');
  }
}
