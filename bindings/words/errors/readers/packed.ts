/** Errors of packed files: gzip, zip, LZ4 and Zstandard, in English. */
import { says, type Told } from '../../told.js';

export const largeContent = says('file-too-large/gzip', (detail: LargeContent) => {
  const { ratio, packed, bounded, limit } = detail;
  return `expected at most ${ratio} times the ${packed} bytes of the gzip file${bounded ? `, and at most ${limit}` : ''}, found more; unpack it first if its content is what you expect`;
});

interface LargeContent {
  readonly file: string;
  readonly limit: number;
  readonly packed: number;
  readonly ratio: number;
  /** True if the content exceeds the limit, whatever the ratio. */
  readonly bounded: boolean;
}

export const damagedGzip = says(
  'unreadable-gzip',
  ({ fault }: { readonly file: string; readonly fault: Told }) =>
    `cannot be read as gzip: ${fault.text}; the file is damaged or cut off, copy it again`,
);
export const wrongChecksum = says('gzip-fault/checksum', 'the checksum of a member does not match');
export const longGzipHeader = says('gzip-fault/header', 'a header has more than {most} bytes');
export const endsEarly = says('gzip-fault/end', 'its end is at byte {byte}');
export const tooManyUnpacked = says(
  'packed-fault/size',
  'expected at most {most} bytes when unpacked, found {found}',
);
export const cutOffZip = says('zip-fault/end', 'it is cut off or no zip file');
export const damagedDirectory = says('zip-fault/directory', 'its directory is damaged');
export const largeArchive = says('zip-fault/size', (detail: ArchiveSize) => {
  return `expected ${archiveLimit(detail)}, found ${detail.found}`;
});

/** The unpacked size that an archive may have, and the one that it has. */
export interface ArchiveSize {
  readonly ratio: number;
  readonly bytes: number;
  readonly free: number;
  readonly found: number;
}

export const archiveLimit = ({ ratio, bytes, free }: Omit<ArchiveSize, 'found'>) =>
  `at most ${ratio} times the ${bytes} bytes of the archive, or ${free} bytes, when unpacked`;

export const largeMember = says(
  'zip-fault/member-size',
  '{path} has {bytes} bytes, and at most {most} can be read',
);
export const damagedMember = says('zip-fault/member', '{path} is damaged');
export const unknownMethod = says(
  'zip-fault/method',
  '{path} is packed by an unknown method ({method})',
);
