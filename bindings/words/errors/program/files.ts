/** Errors of the files that a command reads and writes, in English. */
import { says } from '../../told.js';

interface OfFile {
  readonly file: string;
}

export const missingFile = says('file-not-found/file', ({ isFormula, near }: MissingFile) => {
  if (isFormula === true) return 'file not found; write the data file before the formula';
  return near === undefined ? 'file not found' : `file not found (did you mean "${near}"?)`;
});

export interface MissingFile extends OfFile {
  /** True if a formula is in its place. */
  readonly isFormula?: true;
  /** A file of nearly this name. */
  readonly near: string | undefined;
}

/** Where the path in a model file begins. */
export interface RelativeFile extends OfFile {
  /** The path as the model has it. */
  readonly written: string;
  readonly folder: string;
}

export const missingRelativeFile = says(
  'file-not-found/relative',
  ({ written, folder }: RelativeFile) =>
    `file not found; data.file, ${written}, is relative to the folder of the model file, ${folder}`,
);

/** What a path names, if it is not a file whose content can be read as a whole. */
export interface NoFile extends OfFile {
  readonly found: 'folder' | 'pipe' | 'socket' | 'device';
}

export const notFile = says('not-a-file', ({ found }: NoFile) => {
  if (found === 'folder') return 'expected a file, found a folder';
  const kind = { pipe: 'a named pipe', socket: 'a socket', device: 'a device' }[found];
  return `expected a file, found ${kind}; write its content to a file`;
});

/** The error of the system, such as EACCES, and its words. */
export interface SystemError extends OfFile {
  readonly reason: string;
  readonly words: string;
}

export const fileNotReadable = says('file-not-readable/file', ({ reason, words }: SystemError) =>
  reason === 'EACCES' ? 'permission denied' : `cannot be read: ${words}`,
);

export interface LargeFile extends OfFile {
  /** Its bytes; `more` in a stream, which is not read to its end. */
  readonly bytes: string;
  readonly limit: number;
}

export const fileTooLarge = says(
  'file-too-large',
  ({ bytes, limit }: LargeFile) =>
    `expected at most ${limit} bytes, found ${bytes}; keep only what is needed`,
);
export const emptyDocument = says('empty-file/document', (_: OfFile) => 'the file is empty');
export const plannedInput = says(
  'bad-value/standard-input',
  (_: { readonly path: string }) =>
    'expected files, found standard input, which other machines cannot read; name a file',
);

/** Why a path cannot be written. */
export type WrongPath =
  'no-folder' | 'file-in-path' | 'is-folder' | 'no-permission' | 'read-only' | 'refuses-files';

export const fileNotWritable = says(
  'file-not-writable/path',
  ({ wrong }: OfFile & { readonly wrong: WrongPath }) => {
    const words = {
      'no-folder': 'the folder does not exist',
      'file-in-path': 'a part of the path is a file, not a folder',
      'is-folder': 'it is a folder',
      'no-permission': 'permission denied',
      'read-only': 'the file system is read-only',
      'refuses-files': 'the folder takes no new files',
    };
    return `cannot be written: ${words[wrong]}`;
  },
);
export const fileNotWritten = says(
  'file-not-written',
  ({ reason, words }: SystemError) =>
    `writing failed: ${reason === 'ENOSPC' ? 'the disk is full' : words}`,
);

export interface FileInUse extends OfFile {
  readonly option: string;
  /** What uses the file, such as `--csv` or `the data`, and its path. */
  readonly role: string;
  readonly path: string;
}

export const fileInUse = says(
  'file-in-use/output',
  ({ role, path, file }: FileInUse) =>
    `expected another file than ${role} (${path}), found ${file}; choose another name`,
);
export const fileExists = says(
  'file-exists',
  (_: OfFile) => 'expected a file that does not exist; choose another name, or remove it',
);

export interface WrongEnding {
  readonly path: string;
  readonly found: string;
  readonly endings: readonly string[];
  /** Whether the option --to names the format of a file with another ending. */
  readonly hasTo: boolean;
}

export const wrongEnding = says(
  'bad-value/ending',
  ({ found, endings, hasTo }: WrongEnding) =>
    `expected a file that ends in ${endings.slice(0, -1).join(', ')} or ${endings.at(-1)}, found ${found}; rename it${hasTo ? ' or use --to' : ''}`,
);

/** A package that an output needs; `code` is the error of loading it, if there is one. */
export const noArrowPackage = says(
  'missing-package/replicates',
  ({ package: name, code }: { readonly package: string; readonly code: string }) =>
    `the package ${name} cannot be loaded (${code}); run npm install ${name}, or write a file that ends in .csv`,
);
