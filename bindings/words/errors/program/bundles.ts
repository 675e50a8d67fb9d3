/** Errors of replication bundles as files and folders, in English. */
import { says, type Texts, type Told } from '../../told.js';

interface OfFile {
  readonly file: string;
}

/** Maximum characters of a path in a sentence. */
const SHOWN = 120;

/** The start of a path, which may be very long. */
export function shownPath(path: string): string {
  return JSON.stringify(path.length > SHOWN ? `${path.slice(0, SHOWN)}…` : path);
}

export const bundleSpecial = says(
  'bundle-special/file',
  ({ file }: OfFile) =>
    `expected files and folders, found ${shownPath(file)}, which is a named pipe, a socket or a device; remove it`,
);
export const bundleUnreadable = says(
  'bundle-unreadable/file',
  ({ file, reason }: OfFile & { readonly reason: string }) =>
    `expected readable files, found ${shownPath(file)}, which cannot be read (${reason}); change its permissions or copy the bundle`,
);
export const bundleFolderUsed = says(
  'bundle-exists/used',
  ({ entries }: OfFile & { readonly entries: number }) =>
    `expected an empty folder or a new one, found ${entries} files and folders; choose another, or use --overwrite, which deletes them`,
);
export const bundleFile = says(
  'bundle-exists/file',
  (_: OfFile) => 'expected a folder, found a file; choose another name',
);
export const bundleFolderOther = says(
  'bundle-exists/other',
  (_: OfFile) =>
    '--overwrite expects a folder with a bundle, found other files; choose another folder',
);

export interface StudyInFolder extends OfFile {
  readonly option: string;
  /** What the file of the study is, and its path. */
  readonly role: string;
  readonly path: string;
}

export const studyInFolder = says(
  'file-in-use/folder',
  ({ role, path, file }: StudyInFolder) =>
    `expected a folder without files of the study, found ${role} (${path}) in ${file}; choose another folder`,
);

export interface StudyFault extends OfFile {
  /** Its code. */
  readonly fault: string;
  readonly cause: Told;
}

export const bundleStudy = says(
  'bundle-study/fault',
  ({ cause }: StudyFault) =>
    `expected a study that can be read, found a fault (${cause.text}); get the bundle again from where it is published`,
);

/** What `bundle.json` says differs from the other files of the bundle. */
export type OtherFacts = OfFile &
  Texts<'path'> &
  (
    | { readonly wrong: 'study'; readonly found: string }
    | { readonly wrong: 'data'; readonly expected: string; readonly found: string }
    | { readonly wrong: 'synthetic'; readonly expected: string; readonly found: string | undefined }
    | { readonly wrong: 'copies'; readonly missing: readonly string[] }
    | { readonly wrong: 'copy'; readonly study: string; readonly copy: string }
  );
export const otherFacts = says('bundle-facts/other', (facts: OtherFacts) => {
  const again = 'get the bundle again from where it is published';
  switch (facts.wrong) {
    case 'study':
      return `expected the study file inside study/, found ${facts.found}; ${again}`;
    case 'data':
      return `expected the data that the study reads (${facts.expected}), found ${facts.found}; ${again}`;
    case 'synthetic':
      return `expected ${facts.expected}, with synthetic data, found ${facts.found ?? 'none'}; ${again}`;
    case 'copies':
      return `expected the synthetic copies ${facts.missing.join(', ')}, found no such files; ${again}`;
    case 'copy':
      return `expected a copy of ${facts.study}, found another study in ${facts.copy}; ${again}`;
  }
});

/** The subject of errors of a run with synthetic data. */
export const withSynthetic = says('subject/synthetic-data', 'with synthetic data');

export interface OutputInside {
  readonly path: string;
  readonly found: string;
}

export const outputNoName = says(
  'bad-value/output-name',
  ({ found }: OutputInside) => `expected a file name, found ${found}; choose another name`,
);
export const outputTwice = says(
  'file-in-use/bundle',
  ({ found, other }: OutputInside & { readonly other: string }) =>
    `expected a path in the bundle that differs from that of ${other}, found ${found}; choose another name`,
);
export const bundleRecord = says(
  'bundle-record',
  ({ keys }: OfFile & { readonly keys: readonly string[] }) =>
    `expected the measurements of a run, with the keys ${keys.join(', ')}; use log/run.json of a bundle`,
);

export interface SyntheticFormat {
  readonly path: string;
  /** The file, with the option of its layout if it has one. */
  readonly found: string;
  readonly formats: readonly string[];
}

export const syntheticFormat = says(
  'bundle-format/synthetic',
  ({ formats, found }: SyntheticFormat) =>
    `expected a file that synthetic data can be written to (${formats.join(', ')}, without options of its layout), found ${found}; convert it with wasmetrics convert`,
);
export const bundleAltered = says(
  'bundle-altered/seal',
  ({ files }: { readonly files: readonly string[] }) =>
    `expected changes in README.md, LICENSE.txt, the codebook and docs/ only, found others: ${files.slice(0, 5).join(', ')}; change the study or its data and make the bundle again`,
);
