import type * as fileSystem from 'node:fs/promises';
import { InputError } from '../../core/errors/errors.js';
import { nodeModule } from '../../core/engine/instances/node-module.js';
import type { ReadOptions } from './options.js';
import * as said from '../../words/errors/readers/files.js';
import { sourceOfTable } from '../../words/expectations/data.js';
import { badArgument } from '../../core/errors/bad-argument.js';
import { faultOf, FileError } from './damage.js';

/** Where data come from: a path (in Node) or an address, a file that a user chose, bytes, or a stream of bytes. */
export type DataSource =
  | string
  | URL
  | Blob
  | ArrayBuffer
  | Uint8Array
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>;

/** Bytes of a source, and its name in messages. */
export interface SourceBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a source to its end.
 *
 * @throws InputError `bad-value`, `file-not-found`, `unreadable-file`
 */
export async function readSource(
  source: DataSource,
  name?: string,
  onProgress?: ReadOptions['onProgress'],
): Promise<SourceBytes> {
  if (source instanceof Uint8Array) return { name: name ?? 'data', bytes: source };
  if (source instanceof ArrayBuffer) return { name: name ?? 'data', bytes: new Uint8Array(source) };
  if (source instanceof Blob) {
    const chosen = 'name' in source && typeof source.name === 'string' ? source.name : 'data';
    return { name: name ?? chosen, bytes: new Uint8Array(await source.arrayBuffer()) };
  }
  if (typeof source === 'string' || source instanceof URL) return readPlace(source, name);
  if (isIterable(source)) {
    return { name: name ?? 'data', bytes: await readStream(source, onProgress) };
  }
  throw badArgument('readTable', 'source', sourceOfTable(), source);
}

/** True for streams of both kinds. A web stream is iterable in Node, and has a reader everywhere. */
function isIterable(source: unknown): source is AsyncIterable<Uint8Array | string> {
  if (typeof source !== 'object' || source === null) return false;
  return Symbol.asyncIterator in source || 'getReader' in source;
}

async function readStream(
  stream: AsyncIterable<Uint8Array | string> | ReadableStream<Uint8Array>,
  onProgress: ReadOptions['onProgress'],
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let bytesRead = 0;
  for await (const part of chunksOf(stream)) {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    parts.push(bytes);
    bytesRead += bytes.length;
    onProgress?.({ bytesRead, bytes: undefined, rows: 0 });
  }
  return joined(parts);
}

async function* chunksOf(
  stream: AsyncIterable<Uint8Array | string> | ReadableStream<Uint8Array>,
): AsyncIterable<Uint8Array | string> {
  if (!('getReader' in stream)) {
    yield* stream;
    return;
  }
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** Reads a path in Node, and an address there and in browsers, where every text is one. */
async function readPlace(place: string | URL, name = String(place)): Promise<SourceBytes> {
  const files = nodeModule('node:fs/promises');
  const isAddress = /^(https?|data|blob):/.test(String(place));
  try {
    if (files !== undefined && !isAddress) {
      const path = String(place).startsWith('file:') ? new URL(place) : place;
      return { name, bytes: await readFile(files, path) };
    }
    const response = await fetch(place);
    if (response.ok) return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
    throw new InputError(said.serverAnswers({ answer: response.status }), name);
  } catch (error) {
    throw notReadable(name, error);
  }
}

/** Bytes read from a file at a time: by default Node reads half a megabyte and waits after each part. */
const PART = 2 ** 24;
/** Bytes that a pipe holds at most. */
const PIPE_PART = 2 ** 16;

/** Most bytes of a pipe, whose size is not known: those that Node reads from a file at once. */
const MOST_PIPED = 2 ** 31 - 1;

/** Pipes are read within a limit. Devices and sockets, many of which never end, are not opened. */
async function readFile(files: typeof fileSystem, path: string | URL): Promise<Uint8Array> {
  const facts = await files.stat(path);
  if (!facts.isFile() && !facts.isFIFO() && !facts.isDirectory()) {
    throw new FileError(said.deviceOrSocket());
  }
  const file = await files.open(path);
  try {
    const { size } = await file.stat();
    if (!facts.isFile() || size === 0) return await readPipe(file);
    const bytes = new Uint8Array(size);
    let length = 0;
    for (let count = -1; count !== 0 && length < size; length += count) {
      count = (await file.read(bytes, length, Math.min(PART, size - length), length)).bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

async function readPipe(file: fileSystem.FileHandle): Promise<Uint8Array> {
  const part = new Uint8Array(PIPE_PART);
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { bytesRead } = await file.read(part, 0, part.length, null);
    if (bytesRead === 0) return joined(parts);
    parts.push(part.slice(0, bytesRead));
    size += bytesRead;
    if (size > MOST_PIPED) throw new RangeError(`more than ${MOST_PIPED} bytes`);
  }
}

/** The InputError of a source that cannot be read. */
export function notReadable(name: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  const { code } = error as { readonly code?: string };
  if (code === 'ENOENT') return new InputError(said.noSuchFile(), name);
  if (error instanceof RangeError) {
    return new InputError(said.largerThanMemory({ file: name }), name);
  }
  const fault = code === 'EISDIR' ? said.aFolder() : faultOf(error);
  return new InputError(said.cannotBeRead({ fault }), { of: name, cause: error });
}
