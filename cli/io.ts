import { createReadStream, readdirSync } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, parse } from 'node:path';
import { InputError } from '../bindings/index.js';
import { decodeText } from '../bindings/entries/data.js';
import * as said from '../bindings/words/errors/program/files.js';
import { isMisspelling } from './help/misspelling.js';
import { type Host, locate, locateInput } from './host.js';

const standardInput = '-';

/** The text of a file in UTF-8, or of standard input for `-`. Throws InputError naming the file. */
export async function readText(host: Host, path: string): Promise<string> {
  const bytes = await readInput(host, path, MAX_TEXT);
  return decodeText(bytes, { name: inputName(path), fixed: true }).text;
}

/**
 * The bytes of a file or a pipe, or of standard input for `-`.
 *
 * @throws InputError naming the file: `file-not-found`, `not-a-file`, `file-too-large`, `file-not-readable`
 */
export async function readInput(host: Host, path: string, limit = MAX_BYTES): Promise<Uint8Array> {
  try {
    if (path === standardInput) return await standardBytes(host, limit);
    return await bytesAt(path, locateInput(host, path), { limit, isPipeRead: true });
  } catch (error) {
    throw notReadable(path, error);
  }
}

/** Throws as `readInput` unless the path names a file that can be read; its content is read later. */
export async function checkReadable(host: Host, path: string): Promise<void> {
  try {
    const file = await open(locateInput(host, path));
    const facts = await file.stat().finally(() => file.close());
    if (facts.isDirectory())
      throw new InputError(said.notFile({ file: path, found: 'folder' }), path);
  } catch (error) {
    throw notReadable(path, error);
  }
}

/**
 * The bytes at an absolute path, which must be a file: the folder comes from somebody else, and reading a pipe might
 * never end.
 *
 * @throws as `readInput`
 */
export async function readStored(place: string, path = place): Promise<Uint8Array> {
  try {
    return await bytesAt(path, place, { limit: MAX_BYTES, isPipeRead: false });
  } catch (error) {
    throw notReadable(path, error);
  }
}

async function standardBytes({ stdin, distributed }: Host, limit: number): Promise<Uint8Array> {
  if (distributed === undefined) return collected(standardInput, stdin, limit);
  throw new InputError(said.plannedInput({ path: standardInput }), 'plan');
}

/** Reads to the end within a limit. Devices and sockets, many of which never end, are refused. */
async function bytesAt(
  path: string,
  place: string,
  { limit, isPipeRead }: { readonly limit: number; readonly isPipeRead: boolean },
): Promise<Uint8Array> {
  const facts = await stat(place);
  if (facts.size > limit) throw tooLarge(path, limit, `${facts.size}`);
  if (facts.isFile() && facts.size > 0) return readFile(place);
  if (facts.isFile() || (facts.isFIFO() && isPipeRead)) {
    return collected(path, createReadStream(place), limit);
  }
  if (facts.isDirectory())
    throw new InputError(said.notFile({ file: path, found: 'folder' }), path);
  const kind = facts.isFIFO() ? 'pipe' : facts.isSocket() ? 'socket' : 'device';
  throw new InputError(said.notFile({ file: path, found: kind }), path);
}

/** All bytes of a stream. */
async function collected(
  path: string,
  stream: AsyncIterable<string | Uint8Array>,
  limit: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of stream) {
    parts.push(typeof part === 'string' ? Buffer.from(part) : part);
    bytes += parts.at(-1)!.length;
    if (bytes > limit) throw tooLarge(inputName(path), limit, 'more');
  }
  return Buffer.concat(parts);
}

/** The path, or `standard input`. */
export function inputName(path: string): string {
  return path === standardInput ? 'standard input' : path;
}

/** The bytes of a file, not of a pipe; undefined if there is none. Throws InputError naming the file. */
export async function readBytes(host: Host, path: string): Promise<Uint8Array | undefined> {
  try {
    return await readStored(locate(host, path), path);
  } catch (error) {
    if ((error as InputError).code === 'file-not-found') return undefined;
    throw error;
  }
}

/** Maximum bytes that Node reads from a file at once, and maximum characters of a text. */
const MAX_BYTES = 2 ** 31 - 1;
const MAX_TEXT = 2 ** 29 - 24;

function tooLarge(path: string, limit: number, bytes: string): InputError {
  return new InputError(said.fileTooLarge({ file: path, bytes, limit }), path);
}

/** The InputError for a file that cannot be read. */
function notReadable(path: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  const { code: reason = '', message: words } = error as NodeJS.ErrnoException;
  if (reason === 'ENOENT') {
    const formula = path.includes('~') ? { isFormula: true as const } : {};
    const near = nearFile(path);
    return new InputError(said.missingFile({ file: path, ...formula, near }), path);
  }
  if (reason === 'EISDIR')
    return new InputError(said.notFile({ file: path, found: 'folder' }), path);
  return new InputError(said.fileNotReadable({ file: path, reason, words }), path);
}

/** A file of the same folder whose name differs in case, ending or one letter. */
function nearFile(path: string): string | undefined {
  try {
    const wanted = basename(path).toLowerCase();
    const stem = parse(wanted).name;
    const near = readdirSync(dirname(path)).filter((name) => {
      const file = name.toLowerCase();
      return file === wanted || parse(file).name === stem || isMisspelling(file, wanted);
    });
    return near.length === 1 ? join(dirname(path), near[0]!) : undefined;
  } catch {
    return undefined; // the folder does not exist either
  }
}

/** A path relative to the folder `base`. */
export function pathFrom(base: string, path: string): string {
  return isAbsolute(path) ? path : join(base, path);
}

/**
 * The value of a YAML or JSON file. Throws InputError with line, column, the text of the line, and a caret under the
 * character.
 */
export async function readDocument(host: Host, path: string): Promise<unknown> {
  const source = await readText(host, path);
  const file = inputName(path);
  if (source.trim() === '') throw new InputError(said.emptyDocument({ file }), file);
  const { readYaml } = await import('./yaml.js');
  return readYaml(file, source);
}
