/** Members of a workbook, which is a zip file, by their paths. */
import { type ZipEntry, zipContent, zipDirectory, zipHeader, zipMethods } from '../bytes/zip.js';
import { fail } from './error.js';

export interface Archive {
  /** The bytes of the member at a path, undefined if the file has no such member. */
  readonly member: (path: string) => Uint8Array | undefined;
}

/** Most bytes of a member: V8 has no longer strings. */
const largestMember = 2 ** 29 - 24;
/** From this size on a member may be at most `MOST_RATIO` times as large as in the file. */
const RATIO_FROM = 2 ** 26;
const MOST_RATIO = 200;

export function openArchive(bytes: Uint8Array): Archive {
  const entries = new Map(
    zipDirectory(bytes, fail).map((entry) => [entry.path.replace(/\\/g, '/').toLowerCase(), entry]),
  );
  return {
    member: (path) => {
      const entry = entries.get(path.toLowerCase());
      return entry && unpack(bytes, entry, path);
    },
  };
}

function unpack(bytes: Uint8Array, entry: ZipEntry, path: string): Uint8Array {
  const { method, packed, size } = entry;
  if (size > largestMember) {
    throw fail(`${path} has ${size} bytes, and at most ${largestMember} can be read`);
  }
  if (size > RATIO_FROM && size > MOST_RATIO * packed) {
    throw fail(
      `${path} has ${size} bytes, more than ${MOST_RATIO} times its ${packed} in the file`,
    );
  }
  const header = zipHeader(bytes, entry);
  if (header === undefined) throw fail(`${path} is damaged`);
  if (method !== zipMethods.stored && method !== zipMethods.deflated)
    throw fail(`${path} is packed by an unknown method (${method})`);
  const content = zipContent(bytes.subarray(header.start, header.start + packed), entry);
  if (content === undefined) throw fail(`${path} is damaged`);
  return content;
}
