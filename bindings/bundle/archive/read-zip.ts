/**
 * Files of a zip archive that nobody vouches for. The directory at its end is read as APPNOTE.TXT 6.3.10 of PKWARE
 * describes it; what programs read in different ways is refused.
 */
import { inflateSync } from 'fflate';
import { InputError } from '../../core/errors.js';
import { badArgument } from '../../core/arguments.js';
import { crc32 } from '../../data/readers/bytes/gzip.js';
import type { BundleFiles } from '../facts.js';
import { checkEntryName } from './entry-name.js';
import { typed } from '../typed.js';

/** Most bytes of all files together, and most files. */
export const MOST_BYTES = 2 ** 31;
export const MOST_FILES = 10_000;
/** From this size on a file may be at most `MOST_RATIO` times as large as in the archive. */
export const RATIO_FROM = 2 ** 25;
export const MOST_RATIO = 500;

const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 } as const;
const lengths = { end: 22, entry: 46, local: 30 } as const;
const LONGEST_COMMENT = 0xffff;
const flags = { encrypted: 1, utf8: 2048 } as const;
const methods = { stored: 0, deflated: 8 } as const;
/** Kinds of files of Unix, in the upper half of the attributes. */
const kinds = { mask: 0o170000, file: 0o100000, folder: 0o040000, link: 0o120000 } as const;

interface Entry {
  readonly path: string;
  readonly flag: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly mode: number;
  readonly offset: number;
}

/**
 * The files of a zip archive by path, without its folders. `name` is the file in messages.
 *
 * @throws InputError `bundle-path` for an entry that leaves the folder, `bundle-link`, `bundle-too-large`,
 *   `bundle-archive` for a damaged or encrypted archive, and one that has a path twice
 */
export function readZip(bytes: Uint8Array, name: string): BundleFiles {
  return typed('readZip', () => unzipped(bytes, name));
}

function unzipped(bytes: Uint8Array, name: string): BundleFiles {
  if (!(bytes instanceof Uint8Array)) throw badArgument('readZip', 'bytes', 'bytes', bytes);
  if (typeof name !== 'string') throw badArgument('readZip', 'name', 'the name of the file', name);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(bytes, view, name);
  checkSizes(entries, name);
  const files = new Map<string, Uint8Array>();
  const ends: [start: number, end: number][] = [];
  for (const entry of entries) {
    if (entry.path.endsWith('/')) continue;
    const start = contentStart(bytes, view, entry, name);
    ends.push([entry.offset, start + entry.packed]);
    files.set(entry.path, unpack(bytes.subarray(start, start + entry.packed), entry, name));
  }
  ends.sort(([a], [b]) => a - b);
  if (ends.some(([start], i) => i > 0 && start < ends[i - 1]![1])) {
    throw damaged(name, 'two entries share their bytes');
  }
  return files;
}

function directory(bytes: Uint8Array, view: DataView, name: string): readonly Entry[] {
  const end = endPosition(view, name);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_FILES) throw tooLarge(name, `at most ${MOST_FILES} files`, `${count}`);
  const entries: Entry[] = [];
  const seen = new Set<string>();
  let position = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (position + lengths.entry > end || view.getUint32(position, true) !== signatures.entry) {
      throw damaged(name, 'its directory is damaged');
    }
    const { entry, next } = readEntry(bytes, view, position);
    position = next;
    checkEntry(entry, name);
    const key = entry.path.toLowerCase().replace(/\/$/, '');
    if (seen.has(key)) throw damaged(name, `"${entry.path}" is in it twice`);
    seen.add(key);
    entries.push(entry);
  }
  return entries;
}

function readEntry(bytes: Uint8Array, view: DataView, position: number) {
  const [nameLength, extra, comment] = [28, 30, 32].map((field) =>
    view.getUint16(position + field, true),
  ) as [number, number, number];
  const start = position + lengths.entry;
  const entry: Entry = {
    path: new TextDecoder().decode(bytes.subarray(start, start + nameLength)),
    flag: view.getUint16(position + 8, true),
    method: view.getUint16(position + 10, true),
    checksum: view.getUint32(position + 16, true),
    packed: view.getUint32(position + 20, true),
    size: view.getUint32(position + 24, true),
    mode: view.getUint16(position + 40, true),
    offset: view.getUint32(position + 42, true),
  };
  return { entry, next: start + nameLength + extra + comment };
}

function checkEntry({ path, flag, method, mode }: Entry, name: string): void {
  checkEntryName(name, path);
  if ((mode & kinds.mask) === kinds.link) throw isLink(name, path);
  const kind = mode & kinds.mask;
  if (kind !== 0 && kind !== kinds.file && kind !== kinds.folder) {
    throw damaged(name, `"${path}" is neither a file nor a folder`);
  }
  if ((flag & flags.encrypted) !== 0) throw damaged(name, `"${path}" is encrypted`);
  if (method !== methods.stored && method !== methods.deflated) {
    throw damaged(name, `"${path}" is packed by the unknown method ${method}`);
  }
}

function checkSizes(entries: readonly Entry[], name: string): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_BYTES) {
    throw tooLarge(name, `at most ${MOST_BYTES} bytes in all files`, `${total}`);
  }
  const packed = entries.find((one) => one.size > RATIO_FROM && one.size > MOST_RATIO * one.packed);
  if (packed === undefined) return;
  const { path, size, packed: stored } = packed;
  throw tooLarge(
    name,
    `files of at most ${MOST_RATIO} times their bytes in the archive`,
    `"${path}" of ${size} bytes in ${stored}`,
  );
}

function endPosition(view: DataView, name: string): number {
  const last = view.byteLength - lengths.end;
  for (let position = last; position >= Math.max(0, last - LONGEST_COMMENT); position--) {
    if (view.getUint32(position, true) === signatures.end) return position;
  }
  throw damaged(name, 'it is cut off or no zip file');
}

/** Where the content of an entry starts, which the header before it must name alike. */
function contentStart(bytes: Uint8Array, view: DataView, entry: Entry, name: string): number {
  const { offset, path, packed } = entry;
  const isHeader =
    offset + lengths.local <= bytes.length && view.getUint32(offset, true) === signatures.local;
  if (!isHeader) throw damaged(name, `"${path}" is damaged`);
  const nameLength = view.getUint16(offset + 26, true);
  const nameStart = offset + lengths.local;
  const local = new TextDecoder().decode(bytes.subarray(nameStart, nameStart + nameLength));
  if (local !== path) {
    throw damaged(name, `"${path}" has another name in its header: "${local.slice(0, 100)}"`);
  }
  const start = nameStart + nameLength + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw damaged(name, `"${path}" is cut off`);
  return start;
}

function unpack(stored: Uint8Array, entry: Entry, name: string): Uint8Array {
  const { path, method, size, checksum } = entry;
  const content = method === methods.stored ? stored : inflated(stored, size);
  if (content?.length !== size || crc32(content) !== checksum) {
    throw damaged(name, `"${path}" is damaged: its bytes do not match its checksum`);
  }
  return content;
}

/** At most `size` bytes are unpacked, whatever the stored bytes hold. */
function inflated(stored: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateSync(stored, { out: new Uint8Array(size) });
  } catch {
    return undefined;
  }
}

/** The error of a link, which could lead out of the bundle. */
export function isLink(name: string, path: string): InputError {
  const message = `${name}: expected files and folders, found the link "${path}"; a bundle holds no links`;
  return new InputError('bundle-link', message, { file: name, found: path });
}

/** The error of a bundle that is larger than any that is read. */
export function tooLarge(name: string, expected: string, words: string): InputError {
  const message = `${name}: expected ${expected}, found ${words}; nothing was unpacked`;
  return new InputError('bundle-too-large', message, { file: name });
}

function damaged(name: string, reason: string): InputError {
  const message = `${name}: cannot be read as a zip archive: ${reason}; nothing was unpacked`;
  return new InputError('bundle-archive', message, { file: name });
}
