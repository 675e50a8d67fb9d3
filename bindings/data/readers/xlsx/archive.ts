/** Members of a zip file, each checked against its checksum, which the package that inflates them does not do. */
import { inflateSync } from 'fflate';
import { fail } from './error.js';

export interface Archive {
  /** The bytes of the member at a path, undefined if the file has no such member. */
  readonly member: (path: string) => Uint8Array | undefined;
}

/** What the directory at the end of the file says of a member. */
interface Entry {
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;
const longestComment = 0xffff;
/** Most bytes of a member: V8 has no longer strings. */
const largestMember = 2 ** 29 - 24;

export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(bytes, view);
  return {
    member: (path) => {
      const entry = entries.get(path.toLowerCase());
      return entry && unpack(bytes, view, entry, path);
    },
  };
}

function directory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = endPosition(view);
  const count = view.getUint16(end + 10, true);
  const entries = new Map<string, Entry>();
  let position = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (position + entryLength > end || view.getUint32(position, true) !== directoryEntry) {
      throw fail('its directory is damaged');
    }
    const [nameLength, extra, comment] = [28, 30, 32].map((field) =>
      view.getUint16(position + field, true),
    );
    const start = position + entryLength;
    const name = new TextDecoder().decode(bytes.subarray(start, start + nameLength!));
    entries.set(name.replace(/\\/g, '/').toLowerCase(), {
      method: view.getUint16(position + 10, true),
      checksum: view.getUint32(position + 16, true),
      packed: view.getUint32(position + 20, true),
      size: view.getUint32(position + 24, true),
      offset: view.getUint32(position + 42, true),
    });
    position = start + nameLength! + extra! + comment!;
  }
  return entries;
}

function endPosition(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let position = last; position >= Math.max(0, last - longestComment); position--) {
    if (view.getUint32(position, true) === endOfDirectory) return position;
  }
  throw fail('it is cut off or no zip file');
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, path: string): Uint8Array {
  const { method, checksum, packed, size, offset } = entry;
  if (size > largestMember) {
    throw fail(`${path} has ${size} bytes, and at most ${largestMember} can be read`);
  }
  const isEntry =
    offset + localLength <= bytes.length && view.getUint32(offset, true) === localEntry;
  if (!isEntry) throw fail(`${path} is damaged`);
  const lengths = view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const start = offset + localLength + lengths;
  const data = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8)
    throw fail(`${path} is packed by an unknown method (${method})`);
  const content = method === 0 ? data : inflated(data, size, path);
  if (content.length !== size || crc32(content) !== checksum) throw fail(`${path} is damaged`);
  return content;
}

function inflated(data: Uint8Array, size: number, path: string): Uint8Array {
  try {
    return inflateSync(data, { out: new Uint8Array(size) });
  } catch {
    throw fail(`${path} is damaged`);
  }
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of zip files. */
function crc32(bytes: Uint8Array): number {
  let value = -1;
  for (let i = 0; i < bytes.length; i++) value = table[(value ^ bytes[i]!) & 0xff]! ^ (value >>> 8);
  return ~value >>> 0;
}
