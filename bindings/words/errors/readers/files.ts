/** Errors of files of data, whatever their format, in English. */
import { type Lists, says, type Texts, type Told } from '../../told.js';

interface InFile {
  readonly file: string;
}

export const noSuchFile = says('file-not-found/data', 'there is no such file');

export const largerThanMemory = says<'file-too-large/memory', [InFile]>(
  'file-too-large/memory',
  () =>
    'expected a file that memory can hold, found a larger one; keep only the rows and columns that are needed',
);
export const cannotBeRead = says(
  'unreadable-file/reason',
  ({ fault }: { readonly fault: Told }) => `cannot be read: ${fault.text}`,
);
export const aFolder = says('file-fault/folder', 'it is a folder');
export const deviceOrSocket = says('file-fault/device', 'it is a device or a socket');
export const serverAnswers = says('unreadable-file/server', 'the server answers {answer}');
export const shortenedFile = says(
  'unreadable-file/shorter',
  ({ bytes, present }: InFile & { readonly bytes: number; readonly present: number }) =>
    `expected ${bytes} bytes, found ${present} as it was read; read it again when no program writes to it`,
);
export const textNamedBinary = says(
  'wrong-format/ending',
  ({ ending }: InFile & { readonly ending: string }) =>
    `expected a ${ending} file as its name says, or a table as text, found a line of text; check that it is complete`,
);
export const optionOfOtherFormat = says(
  'bad-value/format-option',
  ({ format, key, known }: InFile & Texts<'format' | 'key' | 'path'> & Lists<'known'>) =>
    `${key} is no option of ${format} files, which have ${known.join(', ')}; leave it out`,
);
export const missingPackage = says('missing-package', (detail: MissingPackage) => {
  const { package: name, fault, all } = detail;
  const why = fault === undefined ? 'is not installed' : `cannot be loaded (${fault})`;
  return `the package ${name} ${why}; run npm install ${all.join(' ')}`;
});

interface MissingPackage {
  readonly package: string;
  /** Why a package that is installed does not load. */
  readonly fault: string | undefined;
  readonly all: readonly string[];
}

/** What an error of another program says. */
export const faultOfPackage = says(
  'file-fault/package',
  ({ message }: { readonly message: string }) => message,
);
export const damagedOrCutOff = says('file-fault/damaged', 'it is damaged or cut off');
export const sparseTable = says(
  'sparse-table',
  'expected a value in at least one of every {perValue} cells, found {values} values in {rows} rows and {columns} columns; give the rows the same columns, or store names and values as two columns',
);

/** Where in a file: a row, a column counted from 1, a row of a column, a character of the text, or anywhere. */
export type FilePlace =
  | { readonly row: number; readonly column?: string }
  | { readonly column: number }
  | { readonly character: number }
  | undefined;

const placeText = (place: FilePlace): string => {
  if (place === undefined) return 'the file';
  if ('character' in place) return `the number at character ${place.character}`;
  if (!('row' in place)) return `column ${place.column}`;
  return place.column === undefined
    ? `row ${place.row}`
    : `column "${place.column}", row ${place.row}`;
};

interface Limited {
  readonly limit: number;
  readonly place: FilePlace;
}

export const longField = says(
  'field-too-long/cell',
  ({ limit, found, place }: Limited & { readonly found: number }) =>
    `expected cells of at most ${limit} characters, found one of ${found} in ${placeText(place)}; shorten it, or check the delimiter and the quotes`,
);
export const longHeader = says(
  'field-too-long/header',
  'expected column names in row {row} of at most {limit} characters, found more; check the delimiter and the quotes',
);
export const longLine = says(
  'field-too-long/line',
  'expected lines of at most {limit} bytes, found a longer one; check the delimiter and the quotes',
);
export const manyColumns = says(
  'too-many-columns',
  ({ limit, found, place }: Limited & { readonly found: number | undefined }) =>
    `expected at most ${limit} columns, found ${found ?? 'more'} in ${placeText(place)}; check the delimiter, or keep the columns that are needed`,
);
export const longName = says(
  'no-header/long',
  ({ found, place }: Limited & { readonly found: number }) =>
    `expected column names in ${placeText(place)}, found a text of ${found} characters; the file is no table`,
);
export const manyKinds = says(
  'bad-cell/kinds',
  'column "{column}" must have at most {limit} kinds of missing values, found {found}; write one code for those that mean the same',
);
