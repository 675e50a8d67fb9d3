/**
 * Results of pieces in a file that one process writes and nobody changes. If the process is killed, at most the last
 * piece is unfinished. Numbers are little-endian, and every part starts at a multiple of 8 bytes:
 *
 *   "wasmjobs" | format (u32) | 0 (u32) | pieces
 *   piece: length of the results (u64) | SHA-256 of the rest (64 hexadecimal digits) | digest of the work (64 digits)
 *          | first (f64) | end (f64) | results, as `values.ts` writes them
 */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputError } from '../../../bindings/index.js';
import { badPart, type PartFault } from '../../../bindings/words/errors/program/cluster.js';
import { flush } from '../../files/files.js';

const MAGIC = 'wasmjobs';
const FORMAT = 1;
const START = 16;
const DIGEST = 64;
const HEAD = 8 + 2 * DIGEST + 16;
/** Maximum bytes of the results of a piece; a plan makes pieces of about 1 MiB. */
const MOST_BYTES = 2 ** 28;
/** Jobs are counted in 31 bits. */
const MOST_JOBS = 2 ** 31;

/** Where the results of a piece are stored. */
export interface StoredPiece {
  readonly path: string;
  /** Digest of the work. */
  readonly work: string;
  readonly first: number;
  readonly end: number;
  /** Position and number of the result bytes. */
  readonly offset: number;
  readonly length: number;
  /** SHA-256 of the piece. */
  readonly sha256: string;
}

export interface PartFile {
  add(
    work: string,
    range: { readonly first: number; readonly end: number },
    results: Uint8Array,
  ): Promise<void>;
  close(): Promise<void>;
}

/** Creates the file. Throws if it exists. */
export async function createPartFile(path: string): Promise<PartFile> {
  const file = await open(path, 'wx');
  const start = Buffer.alloc(START);
  start.write(MAGIC, 'latin1');
  start.writeUInt32LE(FORMAT, MAGIC.length);
  await file.appendFile(start);
  return {
    async add(work, { first, end }, results) {
      const head = Buffer.alloc(HEAD);
      head.writeBigUInt64LE(BigInt(results.length), 0);
      head.write(work, 8 + DIGEST, 'latin1');
      head.writeDoubleLE(first, 8 + 2 * DIGEST);
      head.writeDoubleLE(end, 16 + 2 * DIGEST);
      head.write(digestOf(head, results), 8, 'latin1');
      await file.appendFile(Buffer.concat([head, results]));
    },
    async close() {
      await flush(file);
      await file.close();
    },
  };
}

function digestOf(head: Buffer, results: Uint8Array): string {
  const hash = createHash('sha256');
  hash.update(head.subarray(0, 8)).update(head.subarray(8 + DIGEST));
  return hash.update(results).digest('hex');
}

/**
 * Reads and checks the pieces of a file. An unfinished piece at its end is left out.
 *
 * @throws InputError `bad-checkpoint`
 */
export async function readPieces(path: string): Promise<StoredPiece[]> {
  const name = basename(path);
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)); // a pipe would wait
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw bad(name, { kind: 'no-file' });
    const { size } = facts;
    if (size < START) return [];
    const bytesAt = windowed(file, size);
    const start = await bytesAt(0, START);
    if (start.toString('latin1', 0, MAGIC.length) !== MAGIC) {
      throw bad(name, { kind: 'other' });
    }
    const format = start.readUInt32LE(MAGIC.length);
    if (format !== FORMAT) throw bad(name, { kind: 'format', expected: FORMAT, found: format });
    const pieces: StoredPiece[] = [];
    for (let place = START; place + HEAD <= size;) {
      const head = await bytesAt(place, HEAD);
      const length = head.readBigUInt64LE(0);
      if (length > MOST_BYTES)
        throw bad(name, { kind: 'large', most: `${MOST_BYTES}`, bytes: `${length}` });
      const end = place + HEAD + Number(length);
      if (end > size) break;
      const results = await bytesAt(place + HEAD, Number(length));
      pieces.push(checkedPiece(path, head, results, place));
      place = end;
    }
    return pieces;
  } finally {
    await file.close();
  }
}

/** Bytes read at a time: one read is enough for a small file. */
const WINDOW = 2 ** 18;

/** Reads a file of `size` bytes from start to end in few steps. */
function windowed(file: FileHandle, size: number) {
  let start = 0;
  let window: Buffer = Buffer.alloc(0);
  return async (place: number, length: number): Promise<Buffer> => {
    if (place < start || place + length > start + window.length) {
      start = place;
      window = await readAt(file, place, Math.max(length, Math.min(WINDOW, size - place)));
    }
    return window.subarray(place - start, place - start + length);
  };
}

function checkedPiece(path: string, head: Buffer, results: Buffer, place: number): StoredPiece {
  const text = (from: number) => head.toString('latin1', from, from + DIGEST);
  const [sha256, work] = [text(8), text(8 + DIGEST)];
  const [first, end] = [head.readDoubleLE(8 + 2 * DIGEST), head.readDoubleLE(16 + 2 * DIGEST)];
  const name = basename(path);
  if (digestOf(head, results) !== sha256) {
    throw bad(name, { kind: 'damaged' });
  }
  const isRange = Number.isSafeInteger(first) && Number.isSafeInteger(end);
  if (!isRange || first < 0 || end <= first || end > MOST_JOBS) {
    throw bad(name, { kind: 'range', first, end });
  }
  return { path, work, first, end, offset: place + HEAD, length: results.length, sha256 };
}

/** Groups adjacent pieces of a file, in the order of the list: `readResults` reads a group at once. */
export function* readTogether(pieces: readonly StoredPiece[]): Generator<StoredPiece[]> {
  let group: StoredPiece[] = [];
  for (const piece of pieces) {
    const [first, last] = [group[0], group.at(-1)];
    const follows =
      first?.path === piece.path &&
      piece.offset === last!.offset + last!.length + HEAD &&
      piece.offset + piece.length - first.offset <= WINDOW;
    if (!follows && group.length > 0) {
      yield group;
      group = [];
    }
    group.push(piece);
  }
  if (group.length > 0) yield group;
}

/** The result bytes of adjacent pieces that were checked before. */
export async function readResults(group: readonly StoredPiece[]): Promise<Buffer[]> {
  const { path, offset: start } = group[0]!;
  const { offset, length } = group.at(-1)!;
  const file = await open(path, 'r');
  try {
    const bytes = await readAt(file, start, offset + length - start);
    return group.map((piece) =>
      bytes.subarray(piece.offset - start, piece.offset - start + piece.length),
    );
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, place: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, place + read);
    if (bytesRead === 0) throw new Error('the file became shorter while it was read');
    read += bytesRead;
  }
  return bytes;
}

export function bad(name: string, fault: PartFault): InputError {
  return new InputError(badPart({ file: name, fault }), name);
}
