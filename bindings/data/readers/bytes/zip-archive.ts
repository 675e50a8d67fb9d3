/** Members, by path, of a file that is a zip archive, such as a workbook. */
import {
  excessiveBytes,
  unpackedLimit,
  type ZipEntry,
  zipContent,
  zipDirectory,
  zipHeader,
  zipMethods,
} from './zip.js';
import * as said from '../../../words/errors/readers/packed.js';
import type { Told } from '../../../words/told.js';

export interface Archive {
  /** The bytes of the member at a path; undefined if there is none. */
  readonly member: (path: string) => Uint8Array | undefined;
}

/** Makes the error for a faulty archive. */
type Fail = (fault: Told) => Error;

/** Maximum bytes of a member: V8 does not allow longer strings. */
const largestMember = 2 ** 29 - 24;

/** Opens an archive; a member is unpacked when it is requested. Throws the error that `fail` makes. */
export function openArchive(bytes: Uint8Array, fail: Fail): Archive {
  const directory = zipDirectory(bytes, fail);
  const unpacked = excessiveBytes(bytes, directory);
  if (unpacked !== undefined) {
    throw fail(said.largeArchive({ ...unpackedLimit(bytes.length), found: unpacked }));
  }
  const entries = new Map(
    directory.map((entry) => [entry.path.replace(/\\/g, '/').toLowerCase(), entry]),
  );
  return {
    member: (path) => {
      const entry = entries.get(path.toLowerCase());
      return entry && unpack(bytes, entry, path, fail);
    },
  };
}

function unpack(bytes: Uint8Array, entry: ZipEntry, path: string, fail: Fail): Uint8Array {
  const { method, packed, size } = entry;
  if (size > largestMember) {
    throw fail(said.largeMember({ path, bytes: size, most: largestMember }));
  }
  const header = zipHeader(bytes, entry);
  if (header === undefined) throw fail(said.damagedMember({ path }));
  if (method !== zipMethods.stored && method !== zipMethods.deflated)
    throw fail(said.unknownMethod({ path, method }));
  const content = zipContent(bytes.subarray(header.start, header.start + packed), entry);
  if (content === undefined) throw fail(said.damagedMember({ path }));
  return content;
}
