/**
 * The replicates of a checkpoint as bytes.
 * Numbers are little-endian, and every part starts at a multiple of 8 bytes:
 *
 *   "wasmreps" | header length (u32) | format (u32) | SHA-256 of all other bytes (64 hexadecimal digits)
 *   header (JSON, padded with spaces) | values (f64, replicates x width, row by row) | statuses (i32)
 */
import { type Damage, damagedCheckpoint } from '../../../words/errors/bootstrap/checkpoints.js';
import { InputError } from '../../../core/errors/errors.js';
import type { Range } from '../../../core/jobs/ranges.js';
import { type Chunk, isStatus, type Replicates } from '../replicates.js';
import { type Belonging, type Header, readHeader, wholeRun, writeHeader } from './header.js';
import { sha256 } from './identity.js';

const MAGIC = 'wasmreps';
const FORMAT = 2;
const DIGEST_OFFSET = 16;
const HEADER_OFFSET = 80;

export interface Checkpoint extends Belonging {
  readonly width: number;
  /** Finished replicates in ascending order, in runs without gaps. */
  readonly chunks: readonly Chunk[];
}

export async function encodeCheckpoint(
  { run, fit, summary }: Belonging,
  { width, numbers, values, statuses }: Replicates,
): Promise<Uint8Array> {
  const ranges = rangesOf(numbers);
  const header: Header = { run, shard: wholeRun, fit, summary, width, ranges };
  const json = new TextEncoder().encode(writeHeader(header));
  const length = 8 * Math.ceil(json.length / 8);
  const valuesOffset = HEADER_OFFSET + length;
  const statusesOffset = valuesOffset + values.byteLength;
  const bytes = new Uint8Array(statusesOffset + statuses.byteLength);
  bytes.fill(0x20, HEADER_OFFSET, valuesOffset);
  bytes.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(bytes.buffer);
  view.setUint32(8, length, true);
  view.setUint32(12, FORMAT, true);
  bytes.set(json, HEADER_OFFSET);
  bytes.set(bytesOf(values), valuesOffset);
  bytes.set(bytesOf(statuses), statusesOffset);
  bytes.set(new TextEncoder().encode(await digestOf(bytes)), DIGEST_OFFSET);
  return bytes;
}

/**
 * Reads a checkpoint.
 *
 * @throws InputError `bad-checkpoint` if the bytes are no checkpoint, of another format, incomplete or changed
 */
export async function decodeCheckpoint(name: string, bytes: Uint8Array): Promise<Checkpoint> {
  const { header, body } = await split(name, bytes);
  const { width, ranges } = header;
  const count = ranges.reduce((sum, { first, end }) => sum + end - first, 0);
  const expected = count * (8 * width + 4);
  if (body.length !== expected) {
    throw bad(name, { kind: 'replicates', expected, found: body.length });
  }
  const values = new Float64Array(body.buffer, 0, count * width);
  const statuses = new Int32Array(body.buffer, 8 * count * width, count);
  const strange = statuses.find((status) => !isStatus(status));
  if (strange !== undefined) throw bad(name, { kind: 'status', found: strange });
  let place = 0;
  const chunks = ranges.map(({ first, end }) => {
    const from = place;
    place += end - first;
    return {
      first,
      count: end - first,
      values: values.slice(from * width, place * width),
      statuses: statuses.slice(from, place),
    };
  });
  return { ...header, chunks };
}

async function split(
  name: string,
  bytes: Uint8Array,
): Promise<{ header: Header; body: Uint8Array<ArrayBuffer> }> {
  const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  if (!(bytes instanceof Uint8Array)) throw bad(name, { kind: 'no-bytes', found: describe(bytes) });
  if (text(0, DIGEST_OFFSET / 2) !== MAGIC || bytes.length < DIGEST_OFFSET) {
    throw bad(name, { kind: 'no-checkpoint' });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = view.getUint32(12, true);
  if (format !== FORMAT) throw bad(name, { kind: 'format', expected: FORMAT, found: format });
  const bodyOffset = HEADER_OFFSET + view.getUint32(8, true);
  if (bytes.length < bodyOffset) {
    throw bad(name, { kind: 'header', expected: bodyOffset, found: bytes.length });
  }
  if ((await digestOf(bytes)) !== text(DIGEST_OFFSET, HEADER_OFFSET)) {
    throw bad(name, { kind: 'changed' });
  }
  return {
    header: readHeader(name, text(HEADER_OFFSET, bodyOffset)),
    body: new Uint8Array(bytes.subarray(bodyOffset)),
  };
}

/** SHA-256 of everything but the digest itself. */
function digestOf(bytes: Uint8Array): Promise<string> {
  const parts = [bytes.subarray(0, DIGEST_OFFSET), bytes.subarray(HEADER_OFFSET)];
  return sha256(new Blob(parts as Uint8Array<ArrayBuffer>[]));
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array | Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function describe(value: unknown): string {
  return value === null || typeof value !== 'object' ? typeof value : value.constructor.name;
}

function rangesOf(numbers: Int32Array): Range[] {
  const ranges: { first: number; end: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.end === number) last.end += 1;
    else ranges.push({ first: number, end: number + 1 });
  }
  return ranges;
}

function bad(name: string, damage: Damage): InputError {
  return new InputError(damagedCheckpoint({ file: name, damage }), name);
}
