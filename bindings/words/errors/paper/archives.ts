/** Errors of the archives of bundles, in English. */
import { says, type Texts, type Told } from '../../told.js';

interface InFile {
  readonly file: string;
  readonly found: string;
}

/** Why a path could leave its folder, or be another path on some system. */
export type PathFault =
  | 'empty'
  | { readonly characters: number; readonly most: number }
  | 'controls'
  | 'backslash'
  | 'absolute'
  | 'colon'
  | 'outside'
  | 'empty-part'
  | 'dot';

/** Maximum characters of a path in a message. */
const SHOWN = { entry: 100, long: 200 };

const faults = {
  empty: 'is empty',
  controls: 'has control characters',
  backslash: 'has a backslash, which separates folders on Windows',
  absolute: 'is absolute',
  colon: 'has a colon, which names a drive or a stream on Windows',
  outside: 'leaves the folder',
  'empty-part': 'has an empty part',
  dot: 'has a part that ends in a dot or a space, which Windows drops',
};

export const unsafePath = says(
  'bundle-path/entry',
  ({ found, fault }: InFile & { readonly fault: PathFault }) => {
    const words =
      typeof fault === 'string'
        ? faults[fault]
        : `has ${fault.characters} characters, and at most ${fault.most} are read`;
    return `expected paths inside the bundle, such as data/a.csv, found "${found.slice(0, SHOWN.entry)}", which ${words}; nothing was unpacked`;
  },
);
export const longPath = says(
  'bundle-path/long',
  ({ found, most }: { readonly found: string; readonly most: number }) =>
    `expected paths of at most ${most} characters, found ${found.slice(0, SHOWN.long)}; shorten it`,
);
export const isLink = says(
  'bundle-link',
  ({ found }: InFile) =>
    `expected files and folders, found the link "${found}"; a bundle holds no links`,
);

/** A limit of a bundle, and how much there is if it is known. */
interface Limit {
  readonly file: string;
  readonly most: number;
  readonly found: number | undefined;
}

const more = (found: number | undefined) => (found === undefined ? 'more' : `${found}`);
export const manyFiles = says(
  'bundle-too-large/files',
  ({ most, found }: Limit) =>
    `expected at most ${most} files, found ${more(found)}; nothing was unpacked`,
);
export const manyBytes = says(
  'bundle-too-large/bytes',
  ({ most, found, isArchive }: Limit & { readonly isArchive: boolean }) =>
    `expected at most ${most} bytes${isArchive ? ' in all files' : ''}, found ${more(found)}; nothing was unpacked`,
);
export const unpacksToMuch = says(
  'bundle-too-large/ratio',
  ({
    ratio,
    bytes,
    free,
    found,
  }: {
    readonly file: string;
    /** Most bytes of the content for each byte of the archive, the bytes of the archive, and what it may always have. */
    readonly ratio: number;
    readonly bytes: number;
    readonly free: number;
    readonly found: number;
  }) =>
    `expected at most ${ratio} times the ${bytes} bytes of the archive, or ${free} bytes, when unpacked, found ${found} bytes; nothing was unpacked`,
);
export const damagedArchive = says(
  'bundle-archive',
  ({ fault }: { readonly file: string; readonly fault: Told }) =>
    `cannot be read as a zip archive: ${fault.text}; nothing was unpacked`,
);
export const sharedBytes = says('entry-fault/shared', 'two entries share their bytes');
export const entryTwice = says('entry-fault/twice', '"{path}" is in it twice');
export const noFile = says('entry-fault/kind', '"{path}" is neither a file nor a folder');
export const encrypted = says('entry-fault/encrypted', '"{path}" is encrypted');
export const unknownPacking = says(
  'entry-fault/method',
  '"{path}" is packed by the unknown method {method}',
);
export const damagedHeader = says('entry-fault/header', '"{path}" is damaged');
export const otherName = says(
  'entry-fault/name',
  ({ path, header }: Texts<'path'> & { readonly header: string }) =>
    `"${path}" has another name in its header: "${header.slice(0, SHOWN.entry)}"`,
);
export const cutOff = says('entry-fault/end', '"{path}" is cut off');
export const otherChecksum = says(
  'entry-fault/checksum',
  '"{path}" is damaged: its bytes do not match its checksum',
);
