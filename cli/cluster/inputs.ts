/** The files that a command reads: recorded, copied into the job folder, and read from there on other machines. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../../bindings/index.js';
import type { PlannedInput } from './plan-file.js';

/** Files by their absolute paths, in the order in which they were first read. */
export function recorder(cwd: string): {
  readonly paths: Set<string>;
  input(path: string): string;
} {
  const paths = new Set<string>();
  return {
    paths,
    input(path) {
      const place = isAbsolute(path) ? path : join(cwd, path);
      paths.add(place);
      return place;
    },
  };
}

/** Copies the files into the folder, or only notes their hashes. */
export async function freeze(
  folder: string,
  paths: Iterable<string>,
  copies: boolean,
): Promise<PlannedInput[]> {
  await mkdir(join(folder, 'inputs'), { recursive: true });
  const inputs: PlannedInput[] = [];
  for (const path of paths) {
    const name = `inputs/${inputs.length + 1}-${basename(path)}`;
    if (copies) await copyFile(path, join(folder, name));
    const place = copies ? join(folder, name) : path;
    const { size: bytes } = await stat(place);
    inputs.push({ path, sha256: await fileHash(place), bytes, copy: copies ? name : null });
  }
  return inputs;
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
  for (const { path, sha256, copy } of inputs) {
    const place = copy === null ? path : join(folder, copy);
    const hash = await fileHash(place).catch(() => undefined);
    if (hash === undefined) {
      const message = `${place}: file not found, an input of the job folder; plan the folder again`;
      throw new InputError('file-not-found', message, { file: place });
    }
    if (hash !== sha256) {
      const message = `${place}: expected the contents that were planned (SHA-256 ${sha256}), found others (${hash}); plan the folder again`;
      throw new InputError('other-data', message, { file: place, expected: sha256, found: hash });
    }
    places.set(path, place);
  }
  return (path) => {
    const planned = isAbsolute(path) ? path : join(cwd, path);
    return places.get(planned) ?? planned;
  };
}

async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
