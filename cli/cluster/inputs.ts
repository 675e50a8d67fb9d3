/**
 * The files that a command reads. They are recorded, copied into the job folder, and read from there on other machines.
 */
import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../../bindings/index.js';
import * as said from '../../bindings/words/errors/program/cluster.js';
import { makeFolder } from '../files/files.js';
import type { PlannedInput } from './plan-file.js';

/** Files that are read or written, by their absolute paths, in order of first use. */
export function recorder(cwd: string) {
  const [paths, outputs] = [new Set<string>(), new Set<string>()];
  const recorded = (places: Set<string>, path: string) => {
    const place = resolve(cwd, path);
    places.add(place);
    return place;
  };
  return {
    paths,
    outputs,
    input: (path: string) => recorded(paths, path),
    output: (path: string) => Promise.resolve(recorded(outputs, path)),
  };
}

/** Copies the files into the folder, or only records their hashes. */
export async function freeze(
  folder: string,
  paths: Iterable<string>,
  copies: boolean,
): Promise<PlannedInput[]> {
  await makeFolder(join(folder, 'inputs'));
  const inputs: PlannedInput[] = [];
  for (const path of paths) {
    const name = `inputs/${inputs.length + 1}-${plainName(path)}`;
    const place = copies ? join(folder, name) : path;
    try {
      if (copies) await copyFile(path, place, constants.COPYFILE_EXCL);
      const { size: bytes } = await stat(place);
      inputs.push({ path, sha256: await fileHash(place), bytes, copy: copies ? name : null });
    } catch (error) {
      const { code, message: words } = error as NodeJS.ErrnoException;
      const missing = code === 'ENOENT';
      throw new InputError(
        missing ? said.missingInput({ file: path }) : said.inputNotFrozen({ file: path, words }),
        path,
      );
    }
  }
  return inputs;
}

/** Characters of a name that are kept, from the end, so that its extension stays. */
const NAME = 100;

/** A file name without characters that have a meaning in another system, a shell or a plan. */
function plainName(path: string): string {
  const name = basename(path).replace(/[^\p{L}\p{N}._-]/gu, '_');
  return [...name].slice(-NAME).join('');
}

/**
 * Finds the inputs of a plan on this machine and checks their contents.
 *
 * @throws InputError `file-not-found`, `other-data`
 */
export async function frozenInputs(
  folder: string,
  cwd: string,
  inputs: readonly PlannedInput[],
): Promise<(path: string) => string> {
  const places = new Map<string, string>();
  for (const { path, sha256, copy, bytes } of inputs) {
    const place = copy === null ? path : join(folder, copy);
    const hash = await hashOf(place, bytes);
    if (hash === undefined) {
      throw new InputError(said.missingPlanned({ file: place, what: 'input' }), place);
    }
    if (hash !== sha256) {
      throw new InputError(said.otherInput({ file: place, expected: sha256, found: hash }), place);
    }
    places.set(path, place);
  }
  return (path) => {
    const place = places.get(resolve(cwd, path));
    if (place !== undefined) return place;
    throw new InputError(said.unplannedInput({ file: path }), path);
  };
}

/**
 * The hash of a file, or what else is at the path; undefined if there is nothing. Reading a pipe or device might never
 * end.
 */
async function hashOf(place: string, bytes: number): Promise<string | undefined> {
  const facts = await stat(place).catch(() => undefined);
  if (facts === undefined) return undefined;
  if (!facts.isFile()) return 'no file';
  if (facts.size !== bytes) return `${facts.size} bytes for ${bytes}`;
  return fileHash(place).catch(() => undefined);
}

async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
