/**
 * Replicates as bytes. Checkpoints and shards share one format, so a shard can be resumed and a checkpoint merged.
 * Numbers are little-endian, and every part starts at a multiple of 8 bytes:
 *
 *   "wasmreps" | header length (u32) | format (u32) | header (JSON, padded with spaces)
 *   values (f64, replicates x width, row by row) | statuses (i32)
 */
import { InputError } from '../../core/errors.js';
import type { FitResult } from '../../results/fit.js';
import { type RunIdentity, sha256 } from './identity.js';
import type { Replicates } from '../replicates.js';
import type { Range, Shard } from '../../jobs/range.js';
import type { Chunk } from '../chunk.js';
import type { SummaryOptions } from '../summary/options.js';

const MAGIC = 'wasmreps';
const FORMAT = 1;
const PREFIX_BYTES = 16;

/** The run that the replicates belong to, with all that their summary needs. */
export interface Belonging {
  readonly run: RunIdentity;
  /** A whole run is part 1 of 1. */
  readonly shard: Shard;
  readonly fit: FitResult;
  readonly summary: SummaryOptions;
}

export interface Checkpoint extends Belonging {
  readonly width: number;
  /** Finished replicates in ascending order, in runs without gaps. */
  readonly chunks: readonly Chunk[];
}

interface Header extends Belonging {
  readonly width: number;
  readonly ranges: readonly Range[];
  /** SHA-256 of everything after the header. */
  readonly digest: string;
}

export async function encodeCheckpoint(
  belonging: Belonging,
  { width, numbers, values, statuses }: Replicates,
): Promise<Uint8Array> {
  const body = new Blob([values as Float64Array<ArrayBuffer>, statuses as Int32Array<ArrayBuffer>]);
  const digest = await sha256(body);
  const header: Header = { ...belonging, width, ranges: rangesOf(numbers), digest };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const length = 8 * Math.ceil(json.length / 8);
  const bytes = new Uint8Array(PREFIX_BYTES + length + body.size);
  bytes.fill(0x20, PREFIX_BYTES, PREFIX_BYTES + length);
  bytes.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(bytes.buffer);
  view.setUint32(8, length, true);
  view.setUint32(12, FORMAT, true);
  bytes.set(json, PREFIX_BYTES);
  bytes.set(new Uint8Array(await body.arrayBuffer()), PREFIX_BYTES + length);
  return bytes;
}

/** Reads a checkpoint. Throws InputError `bad-checkpoint` if the bytes are no checkpoint or are incomplete. */
export async function decodeCheckpoint(name: string, bytes: Uint8Array): Promise<Checkpoint> {
  const { header, body } = split(name, bytes);
  const { width, ranges, digest } = header;
  const count = ranges.reduce((sum, { first, end }) => sum + end - first, 0);
  const expected = count * (8 * width + 4);
  if (body.length !== expected) {
    throw bad(name, `${expected} bytes of replicates`, `${body.length}: it was cut short`);
  }
  if ((await sha256(new Blob([body]))) !== digest) {
    throw bad(name, `the contents with the hash ${digest}`, 'others: it was changed or damaged');
  }
  const values = new Float64Array(body.buffer, 0, count * width);
  const statuses = new Int32Array(body.buffer, 8 * count * width, count);
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

function split(name: string, bytes: Uint8Array): { header: Header; body: Uint8Array<ArrayBuffer> } {
  const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  if (bytes.length < PREFIX_BYTES || text(0, 8) !== MAGIC) {
    throw bad(name, 'a checkpoint of this program', 'something else');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = view.getUint32(12, true);
  if (format !== FORMAT) throw bad(name, `checkpoint format ${FORMAT}`, `format ${format}`);
  const end = PREFIX_BYTES + view.getUint32(8, true);
  try {
    return {
      header: JSON.parse(text(PREFIX_BYTES, end)) as Header,
      body: new Uint8Array(bytes.subarray(end)),
    };
  } catch {
    throw bad(name, 'a header in JSON', 'none: it was cut short or damaged');
  }
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

function bad(name: string, expected: string, content: string): InputError {
  const message = `${name}: expected ${expected}, found ${content}`;
  return new InputError('bad-checkpoint', message, { file: name });
}
