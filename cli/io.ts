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
  const bytes = await readInput(host, path);
  return decodeText(bytes, { name: inputName(path), fixed: true }).text;
}

/** The bytes of a file, or of standard input for `-`. Throws InputError naming the file. */
export async function readInput(host: Host, path: string): Promise<Uint8Array> {
  try {
    if (path === standardInput) return await standardBytes(host);
    const place = locateInput(host, path);
    await checkSize(path, place, MAX_BYTES);
    return await readFile(place);
  } catch (error) {
    throw notReadable(path, error);
  }
}

async function standardBytes({ stdin, distributed }: Host): Promise<Uint8Array> {
  if (distributed === undefined) {
    const { buffer } = await import('node:stream/consumers');
    return buffer(stdin);
  }
  const message =
    'plan: expected files, found standard input, which other machines cannot read; name a file';
  throw new InputError('bad-value', message, { path: standardInput });
}

/** The path, or `standard input`. */
export function inputName(path: string): string {
  return path === standardInput ? 'standard input' : path;
}

/** The bytes of a file; undefined when there is none. Throws InputError naming the file. */
export async function readBytes(host: Host, path: string): Promise<Uint8Array | undefined> {
  try {
    await checkSize(path, locate(host, path), MAX_BYTES);
    return await readFile(locate(host, path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw notReadable(path, error);
  }
}

/** Bytes that Node reads from a file at once. */
const MAX_BYTES = 2 ** 31 - 1;

async function checkSize(path: string, place: string, limit: number): Promise<void> {
  const { size } = await stat(place);
  if (size <= limit) return;
  const message = `${path}: expected at most ${limit} bytes, found ${size}; keep only the rows and columns that are needed`;
  throw new InputError('file-too-large', message, { file: path, bytes: size, limit });
}

/** The InputError for a file that cannot be read. */
function notReadable(path: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  const { code: system, message: reason } = error as NodeJS.ErrnoException;
  const unknown = ['file-not-readable', `cannot be read: ${reason}`] as const;
  const [code, message] = reasons[system ?? ''] ?? unknown;
  return new InputError(code, `${path}: ${message}`, { file: path });
}

/** A path in a file of the folder `base`. */
export function pathFrom(base: string, path: string): string {
  return isAbsolute(path) ? path : join(base, path);
}

/**
 * The value of a YAML or JSON file. Throws InputError with line and column, the text of the line, and a caret under the
 * character.
 */
export async function readDocument(host: Host, path: string): Promise<unknown> {
  const source = await readText(host, path);
  const file = inputName(path);
  if (source.trim() === '')
    throw new InputError('empty-file', `${file}: the file is empty`, { file });
  const { readYaml } = await import('./yaml.js');
  return readYaml(file, source);
}
