/** What a data file does not store of a table, in English. */
import { says, type Told } from '../../told.js';

const facts = {
  'csv-labels': 'CSV has no labels of columns',
  'csv-value-labels': 'CSV has no labels of values',
  'csv-kinds': 'CSV has no kinds of missing values, which are empty cells',
  'csv-nan': 'NaN is read back as missing',
  bytes: 'bytes are written as hexadecimal digits',
  'csv-periods': 'periods are read back as dates only if their type is declared',
  'csv-undated': 'dates that no calendar has are written as counts of periods since 1960',
  'csv-digits':
    'numbers are written with their shortest digits, as 3.1 for 3.10; to keep the texts of codes, declare the type text',
  'csv-typed': 'text looks like numbers, dates or missing values, so declare the type text',
  'csv-commas':
    'text has decimal commas, so points in other columns are read back as text; declare the types',
  'csv-empty': 'empty text is read back as missing',
  'csv-lines': 'line ends inside text are read back as line feeds',
  'csv-characters':
    'text has characters that no CSV reader accepts, such as U+0000 or a lone surrogate',
  'csv-last-rows': 'empty rows at the end of a single column are not read back',
  'csv-formulas': 'a spreadsheet would run text that begins with =, +, - or @ as a formula',
  'csv-names':
    'names of columns are blank, numbers or have unusual characters, so they are read back otherwise',
  'csv-run-names': 'a spreadsheet would run names of columns as formulas',
  'csv-unchanged': 'no text or name begins as a formula, so none was changed',
  'dta-boolean': 'Stata has no true and false, which are 1 and 0',
  'dta-nan': 'Stata has no NaN, which is missing',
  'dta-kinds': 'Stata has no such kinds of missing values, which are "."',
  'dta-missing-text': 'Stata has no missing text, which is empty',
  'dta-integers': 'Stata has no such integers, which are text',
  'dta-labels': 'Stata labels whole numbers only, so other labels of values are left out',
  'long-integers': 'integers beyond 64 bits are written as text',
  'mixed-bytes': 'bytes among texts are written as hexadecimal digits',
  fractions: 'fractions of days and milliseconds are cut off',
} as const;

export type FileFact = keyof typeof facts;

interface OfColumns {
  readonly fact: FileFact;
  /** The columns of which it is true; none for the whole table. */
  readonly names: readonly string[];
}

const columnsText = ([first, ...others]: readonly string[]) =>
  others.length === 0
    ? `column "${first!}"`
    : `${others.length + 1} columns, the first "${first!}"`;

const ofColumns = says('file-note/columns', ({ fact, names }: OfColumns) =>
  names.length === 0 ? facts[fact] : `${facts[fact]}: ${columnsText(names)}`,
);

/** A note on a fact; many columns are counted. */
export const fileNote = (fact: FileFact, names: readonly string[] = []): Told =>
  ofColumns({ fact, names });

export const columnsOfFact = ofColumns;

export const protectedTexts = says(
  'file-note/protected',
  '{count} texts and names that a spreadsheet would run as formulas begin with an apostrophe now, which is read back',
);
export const renamed = says('file-note/renamed', 'column "{column}" is named {name}');
export const cutLabel = says('file-note/label', 'the label of {of} is cut to {most} characters');
