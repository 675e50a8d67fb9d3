/** Reads files from an untrusted zip archive. Anything that programs read in different ways is refused. */
import { InputError } from '../../../core/errors/errors.js';
import { badArgument } from '../../../core/arguments/arguments.js';
import {
  excessiveBytes,
  unpackedLimit,
  type ZipEntry,
  zipContent,
  zipDirectory,
  zipHeader,
  zipMethods,
} from '../../../data/readers/bytes/zip.js';
import type { Told } from '../../../words/told.js';
import type { BundleFiles } from '../facts.js';
import { checkEntryName } from './entry-name.js';
import { typed } from '../typed.js';
import { nameOfFile } from '../../../words/expectations/data.js';
import { someBytes } from '../../../words/expectations/paper/reports.js';
import * as said from '../../../words/errors/paper/archives.js';

/** Most bytes of all files together, and most files. */
export const MOST_BYTES = 2 ** 31;
export const MOST_FILES = 10_000;

const ENCRYPTED = 1;
/** Kinds of files of Unix, in the upper half of the attributes. */
const kinds = { mask: 0o170000, file: 0o100000, folder: 0o040000, link: 0o120000 } as const;

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
  if (!(bytes instanceof Uint8Array)) throw badArgument('readZip', 'bytes', someBytes(), bytes);
  if (typeof name !== 'string') throw badArgument('readZip', 'name', nameOfFile(), name);
  const entries = zipDirectory(bytes, (fault) => damaged(name, fault));
  checkEntries(entries, name);
  checkSizes(bytes, entries, name);
  const placed = entries
    .filter(({ path }) => !path.endsWith('/'))
    .map((entry) => ({ entry, start: contentStart(bytes, entry, name) }));
  checkOverlaps(placed, name);
  return new Map(
    placed.map(({ entry, start }) => {
      const stored = bytes.subarray(start, start + entry.packed);
      return [entry.path, unpack(stored, entry, name)];
    }),
  );
}

interface Placed {
  readonly entry: ZipEntry;
  /** Where its content starts. */
  readonly start: number;
}

/** Refuses entries that share bytes: a small archive could otherwise take as much time as a large one. */
function checkOverlaps(placed: readonly Placed[], name: string): void {
  const ends = placed.map(
    ({ entry, start }) => [entry.offset, start + entry.packed] as [start: number, end: number],
  );
  ends.sort(([a], [b]) => a - b);
  if (ends.some(([start], i) => i > 0 && start < ends[i - 1]![1])) {
    throw damaged(name, said.sharedBytes());
  }
}

function checkEntries(entries: readonly ZipEntry[], name: string): void {
  const { length } = entries;
  if (length > MOST_FILES) {
    throw new InputError(said.manyFiles({ file: name, most: MOST_FILES, found: length }), name);
  }
  const seen = new Set<string>();
  for (const entry of entries) {
    checkEntry(entry, name);
    const key = entry.path.toLowerCase().replace(/\/$/, '');
    if (seen.has(key)) throw damaged(name, said.entryTwice(entry));
    seen.add(key);
  }
}

function checkEntry({ path, flag, method, mode }: ZipEntry, name: string): void {
  checkEntryName(name, path);
  if ((mode & kinds.mask) === kinds.link) throw linkError(name, path);
  const kind = mode & kinds.mask;
  if (kind !== 0 && kind !== kinds.file && kind !== kinds.folder) {
    throw damaged(name, said.noFile({ path }));
  }
  if ((flag & ENCRYPTED) !== 0) throw damaged(name, said.encrypted({ path }));
  if (method !== zipMethods.stored && method !== zipMethods.deflated) {
    throw damaged(name, said.unknownPacking({ path, method }));
  }
}

function checkSizes(bytes: Uint8Array, entries: readonly ZipEntry[], name: string): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_BYTES) {
    const detail = { file: name, most: MOST_BYTES, found: total, isArchive: true };
    throw new InputError(said.manyBytes(detail), name);
  }
  if (excessiveBytes(bytes, entries) === undefined) return;
  const detail = { file: name, ...unpackedLimit(bytes.length), found: total };
  throw new InputError(said.unpacksToMuch(detail), name);
}

/** Where the content of an entry starts; the header before it must have the same name. */
function contentStart(bytes: Uint8Array, entry: ZipEntry, name: string): number {
  const { path, packed } = entry;
  const header = zipHeader(bytes, entry);
  if (header === undefined) throw damaged(name, said.damagedHeader({ path }));
  if (header.path !== path) {
    throw damaged(name, said.otherName({ path, header: header.path }));
  }
  if (header.start + packed > bytes.length) throw damaged(name, said.cutOff({ path }));
  return header.start;
}

function unpack(stored: Uint8Array, entry: ZipEntry, name: string): Uint8Array {
  const content = zipContent(stored, entry);
  if (content !== undefined) return content;
  throw damaged(name, said.otherChecksum({ path: entry.path }));
}

/** The error of a link, which could lead out of the bundle. */
export function linkError(name: string, path: string): InputError {
  return new InputError(said.isLink({ file: name, found: path }), name);
}

function damaged(name: string, fault: Told): InputError {
  return new InputError(said.damagedArchive({ file: name, fault }), name);
}
