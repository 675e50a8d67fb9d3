/** Errors of Stata files, in English. */
import { type Numbers, says, type Told } from '../../told.js';

export const unreadableDta = says(
  'unreadable-dta',
  ({ fault }: { readonly reason: string; readonly byteOffset?: number; readonly fault: Told }) =>
    fault.text,
);
export const notWritable = says(
  'not-writable/dta',
  ({ fault }: { readonly fault: Told }) => `${fault.text}; choose another format`,
);

const parts = {
  release: 'the release',
  'byte-order': 'the byte order',
  'file-type': 'the file type',
  'number-of-variables': 'the number of variables',
  'number-of-rows': 'the number of rows',
  'data-label': 'the label of the data',
  'time-stamp': 'the time stamp',
  names: 'names',
  'sort-order': 'the sort order',
  'display-formats': 'display formats',
  'names-of-value-labels': 'names of value labels',
  'labels-of-variables': 'labels of variables',
  'types-of-variables': 'types of variables',
  characteristics: 'characteristics',
  length: 'a length',
  label: 'a label',
  map: 'the map',
  strl: 'a strL',
  'value-labels': 'value labels',
} as const;

/** A part of a file: one of these, a tag of the format, or its rows. */
export type DtaPart = keyof typeof parts | DtaTag | { readonly rows: number };

/** Tags of the format. */
export type DtaTag =
  | 'K'
  | 'N'
  | 'variable_types'
  | 'varnames'
  | 'sortlist'
  | 'formats'
  | 'value_label_names'
  | 'variable_labels';

const partText = (part: DtaPart): string => {
  if (typeof part === 'object') return part.rows === 1 ? '1 row' : `${part.rows} rows`;
  return part in parts ? parts[part as keyof typeof parts] : part;
};

export const truncatedDta = says(
  'dta-truncated',
  ({ bytes, part, byte, left }: Numbers<'byte'> & Truncated) =>
    `expected ${bytes} bytes of ${partText(part)} from byte ${byte} on, found ${left} before the end of the file`,
);

interface Truncated {
  readonly bytes: number;
  readonly part: DtaPart;
  readonly left: number;
}

export const noTag = says('dta-damaged/tag', 'expected {tag} at byte {byte}');
export const badByteOrder = says(
  'dta-damaged/byte-order',
  'expected byte order 1 or 2 at byte 1, found {found}',
);
export const noByteOrder = says('dta-damaged/order-letters', 'expected LSF or MSF at byte {byte}');
export const badCount = says(
  'dta-damaged/count',
  ({ of, found }: { readonly of: 'variables' | 'rows'; readonly found: number }) =>
    `expected a number of ${of}, found ${found}`,
);
export const badType = says(
  'dta-damaged/type',
  'expected the type of variable {variable} at byte {byte}, found {found}',
);
export const badStrl = says(
  'dta-damaged/strl',
  'expected a strL of type {binary} or {text} at byte {byte}, found type {found}',
);
export const noStrl = says(
  'dta-damaged/reference',
  '"{column}", row {row}: no strL has variable {variable} and row {other}, to which byte {byte} refers',
);
export const badLabels = says(
  'dta-damaged/labels',
  'expected value labels of {bytes} bytes at byte {byte}, found {labels} labels and {text} bytes of text',
);
export const badLabelOffset = says(
  'dta-damaged/label-offset',
  'expected the text of a value label within {bytes} bytes, found offset {found}',
);
export const unreadRelease = says(
  'dta-release',
  'release {release} of the format is not read, only {first} to {last}; in Stata, save the data with saveold',
);
export const noVariable = says('dta-unknown-variable', 'the file has no variable "{variable}"');
export const notStata = says(
  'dta-not-stata',
  'expected a Stata data file, found other bytes at its start',
);
export const textOfEncoding = says(
  'dta-text/bytes',
  'the text from byte {byte} on is not {encoding}; name its encoding',
);
export const noEncoding = says(
  'dta-text/encoding',
  'unknown encoding "{encoding}"; name one such as gb18030',
);
export const labelOfFraction = says(
  'dta-not-writable/label',
  'column "{column}": Stata labels whole numbers and missing values, found a label of {key}',
);
export const unstoredNumber = says(
  'dta-not-writable/number',
  'column "{column}", row {row}: Stata does not store {found}',
);
export const unstoredText = says(
  'dta-not-writable/text',
  'column "{column}", row {row}: Stata does not store a text with a NUL',
);
export const manyVariables = says(
  'dta-not-writable/columns',
  'expected at most {most} columns, found {found}',
);
