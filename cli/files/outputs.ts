/** Checks, before a computation, the files that a command will write. */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../../bindings/index.js';
import { fileInUse } from '../../bindings/words/errors/program/files.js';
import { checkWritable } from './files.js';
import { type Host, locateInput, locateOutput } from '../host.js';

/** Paths with their names in messages, such as `--csv` and `the data`; undefined if not given. */
export type Paths = readonly (readonly [role: string, path: string | undefined])[];

/**
 * Throws unless `outputs` can be written and each differs from the `inputs` and the other outputs, even under another
 * path or through a link.
 *
 * @throws InputError `file-in-use`, and as `checkWritable`
 */
export async function checkOutputs(host: Host, outputs: Paths, inputs: Paths): Promise<void> {
  const { distributed } = host;
  if (distributed?.endsEarly === true) {
    for (const [, path] of outputs) if (path !== undefined) await distributed.output(path);
    return;
  }
  await checkOtherFiles(host, outputs, inputs);
  await checkWritable(host, ...outputs.map(([, path]) => path));
}

/** Throws InputError `file-in-use` unless each output differs from the inputs and the other outputs. */
export async function checkOtherFiles(host: Host, outputs: Paths, inputs: Paths): Promise<void> {
  const used = new Map<string, { readonly role: string; readonly path: string }>();
  for (const [role, path] of inputs) {
    if (path === undefined || path === '-') continue;
    for (const key of await keysOf(locateInput(host, path))) used.set(key, { role, path });
  }
  for (const [role, path] of outputs) {
    if (path === undefined) continue;
    const keys = await keysOf(await locateOutput(host, path));
    const other = keys.find((key) => used.has(key));
    if (other !== undefined) {
      throw new InputError(fileInUse({ file: path, option: role, ...used.get(other)! }), role);
    }
    for (const key of keys) used.set(key, { role, path });
  }
}

/** Identifies a file: by its path without links and, if it exists, by device and inode. */
async function keysOf(place: string): Promise<string[]> {
  const stats = await stat(place, { bigint: true }).catch(() => undefined);
  const number = stats?.isFile() === true ? [`${stats.dev}:${stats.ino}`] : [];
  return [await pathWithoutLinks(place), ...number];
}

/** The path with links resolved, as far as it exists. */
export async function pathWithoutLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(await pathWithoutLinks(folder), basename(path));
  }
}
