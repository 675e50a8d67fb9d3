import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { decodeText, InputError } from '../bindings/index.js';
import { type Host, locate, locateInput } from './host.js';

const standardInput = '-';

const reasons: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ENOENT: ['file-not-found', 'file not found'],
  EISDIR: ['not-a-file', 'expected a file, found a folder'],
  EACCES: ['file-not-readable', 'permission denied'],
};

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
  const message =
    'expected files, found standard input, which other machines cannot read; name a file';
  throw new InputError('bad-value', message, { path: standardInput }, 'plan');
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
  if (facts.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  const kind = facts.isFIFO() ? 'a named pipe' : facts.isSocket() ? 'a socket' : 'a device';
  const message = `expected a file, found ${kind}; write its content to a file`;
  throw new InputError('not-a-file', message, { file: path }, path);
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
  const message = `expected at most ${limit} bytes, found ${bytes}; keep only what is needed`;
  return new InputError('file-too-large', message, { file: path, bytes, limit }, path);
}

/** The InputError for a file that cannot be read. */
function notReadable(path: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  const { code: system, message: reason } = error as NodeJS.ErrnoException;
  const unknown = ['file-not-readable', `cannot be read: ${reason}`] as const;
  const [code, message] = reasons[system ?? ''] ?? unknown;
  return new InputError(code, message, { file: path }, path);
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
  if (source.trim() === '') throw new InputError('empty-file', `the file is empty`, { file }, file);
  const { readYaml } = await import('./yaml.js');
  return readYaml(file, source);
}
