/** Errors of data in JSON, in English. */
import { counted } from '../../text/messages.js';
import { says, type Told } from '../../told.js';

export const noJson = says('empty-file/json', 'expected JSON, found nothing');
export const badJson = says(
  'bad-json/data',
  ({ fault }: { readonly fault: Told }) => `cannot be read as JSON: ${fault.text}`,
);
export const incompleteRecord = says('json-fault/record', 'line {line} is no complete record');
export const incompleteJson = says(
  'json-fault/incomplete',
  'it is cut off, or a comma, colon or bracket is missing or too many',
);
export const badWord = says(
  'json-fault/word',
  ({ line, word }: { readonly line: number; readonly word: string }) =>
    `line ${line} has ${word}${isMissing(word) ? '; write null for a missing value' : ''}`,
);
export const openString = says('json-fault/quote', 'line {line} has a quote that is not closed');

const isMissing = (word: string) => /NaN|Infinity|None/.test(word);

/** What a value of JSON is. */
export type JsonKind = 'null' | 'list' | 'object' | 'string' | 'number' | 'boolean';

const kinds: Readonly<Record<JsonKind, string>> = {
  null: 'null',
  list: 'a list',
  object: 'an object',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
};

export const notRecord = says(
  'json-fault/row',
  ({ row, kind }: { readonly row: number; readonly kind: JsonKind }) =>
    `expected an object as row ${row}, found ${kinds[kind]}`,
);
export const notColumn = says(
  'json-fault/column',
  ({ column, kind }: { readonly column: string; readonly kind: JsonKind }) =>
    `expected a list as column "${column}", found ${kinds[kind]}`,
);
export const doubledKey = says(
  'json-fault/key',
  'it has the key "{key}" twice in row {row}; rename one',
);
export const noTable = says(
  'json-fault/table',
  ({ kind }: { readonly kind: JsonKind }) => `expected records or columns, found ${kinds[kind]}`,
);
export const noRecords = says('empty-data/records', 'expected records, found an empty list');
export const noColumns = says('empty-data/columns', 'expected columns, found an empty object');
export const nestedCell = says(
  'bad-cell/nested',
  ({
    column,
    row,
    kind,
  }: {
    readonly column: string;
    readonly row: number;
    readonly kind: JsonKind;
  }) =>
    `column "${column}" must hold single values, found ${kinds[kind]} in row ${row}; give its parts keys in the record`,
);
export const lengthOfTable = says(
  'column-length/table',
  ({ column, twice, values, rows }: LengthOfTable) =>
    `column "${column}" ${twice ? 'occurs twice' : `has ${counted(values, 'value')}`}, expected one column of ${rows} values`,
);

interface LengthOfTable {
  readonly column: string;
  readonly twice: boolean;
  readonly values: number;
  readonly rows: number;
}

export const cellOfType = says(
  'bad-cell/type',
  'column "{column}" must hold values of type {type}, found {found} in row {row}',
);
