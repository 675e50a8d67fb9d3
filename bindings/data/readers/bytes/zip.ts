/**
 * The parts of a zip archive, as in PKWARE's APPNOTE.TXT 6.3.10. Every content is compared with its checksum, which the
 * package that inflates it does not do.
 */
import { Inflate } from 'fflate';
import { crc32 } from './gzip.js';
import { cutOffZip, damagedDirectory } from '../../../words/errors/readers/packed.js';
import type { Told } from '../../../words/told.js';

/** An entry in the directory at the end of the archive. */
export interface ZipEntry {
  readonly path: string;
  readonly flag: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  /** File type and permissions in Unix. */
  readonly mode: number;
  readonly offset: number;
}

/** Makes the error for a faulty archive. */
type Fail = (fault: Told) => Error;

export const zipMethods = { stored: 0, deflated: 8 } as const;

const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 } as const;
const lengths = { end: 22, entry: 46, local: 30 } as const;
const LONGEST_COMMENT = 0xffff;

/** All content of an archive together may have this many bytes or, if larger, `MOST_RATIO` times the archive's size. */
const FREE_BYTES = 2 ** 25;
const MOST_RATIO = 200;

/** The maximum unpacked size of an archive with this many bytes. */
export const unpackedLimit = (bytes: number) => ({ ratio: MOST_RATIO, bytes, free: FREE_BYTES });

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);

/** The entries of the directory in their order. */
export function zipDirectory(bytes: Uint8Array, fail: Fail): readonly ZipEntry[] {
  const view = viewOf(bytes);
  const end = endPosition(view, fail);
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let position = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (position + lengths.entry > end || view.getUint32(position, true) !== signatures.entry) {
      throw fail(damagedDirectory());
    }
    const [nameLength, extra, comment] = [28, 30, 32].map((field) =>
      view.getUint16(position + field, true),
    ) as [number, number, number];
    const start = position + lengths.entry;
    entries.push({
      path: new TextDecoder().decode(bytes.subarray(start, start + nameLength)),
      flag: view.getUint16(position + 8, true),
      method: view.getUint16(position + 10, true),
      checksum: view.getUint32(position + 16, true),
      packed: view.getUint32(position + 20, true),
      size: view.getUint32(position + 24, true),
      mode: view.getUint16(position + 40, true),
      offset: view.getUint32(position + 42, true),
    });
    position = start + nameLength + extra + comment;
  }
  return entries;
}

/** The total size of the content if it exceeds the limit. Nothing is unpacked. */
export function excessiveBytes(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): number | undefined {
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  return unpacked > Math.max(FREE_BYTES, MOST_RATIO * bytes.length) ? unpacked : undefined;
}

function endPosition(view: DataView, fail: Fail): number {
  const last = view.byteLength - lengths.end;
  for (let position = last; position >= Math.max(0, last - LONGEST_COMMENT); position--) {
    if (view.getUint32(position, true) === signatures.end) return position;
  }
  throw fail(cutOffZip());
}

/** Where the content of an entry starts, and the name in its header; undefined if there is no such header. */
export function zipHeader(
  bytes: Uint8Array,
  { offset }: ZipEntry,
): { readonly start: number; readonly path: string } | undefined {
  const view = viewOf(bytes);
  const isHeader =
    offset + lengths.local <= bytes.length && view.getUint32(offset, true) === signatures.local;
  if (!isHeader) return undefined;
  const nameStart = offset + lengths.local;
  const nameEnd = nameStart + view.getUint16(offset + 26, true);
  const path = new TextDecoder().decode(bytes.subarray(nameStart, nameEnd));
  return { start: nameEnd + view.getUint16(offset + 28, true), path };
}

/**
 * The content of an entry; undefined if its size or checksum differs from the directory. At most that size is unpacked,
 * whatever is stored.
 */
export function zipContent(stored: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const { method, size, checksum } = entry;
  const content = method === zipMethods.stored ? stored : inflated(stored, size);
  return content?.length === size && crc32(content) === checksum ? content : undefined;
}

/** Bytes inflated at a time: one byte can contain 1,032. */
const STEP = 2 ** 14;

/** Stops at the first byte beyond the size, because a few stored bytes can contain very many. */
function inflated(stored: Uint8Array, size: number): Uint8Array | undefined {
  const content = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((part) => {
    if (length + part.length > size) throw new RangeError('more bytes than the directory says');
    content.set(part, length);
    length += part.length;
  });
  try {
    for (let start = 0; start < stored.length; start += STEP) {
      stream.push(stored.subarray(start, start + STEP), start + STEP >= stored.length);
    }
  } catch {
    return undefined;
  }
  return content.subarray(0, length);
}
