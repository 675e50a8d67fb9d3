/** Errors of tables that a program hands over, in English. */
import { counted } from '../../text/messages.js';
import { says } from '../../told.js';

export const noRows = says('empty-data/rows', 'expected rows, found none');

/** What a value is: nothing, null, an object, an invalid date, or a type of JavaScript. */
export type ValueType =
  | 'nothing'
  | 'null'
  | 'object'
  | 'invalid-date'
  | 'string'
  | 'number'
  | 'bigint'
  | 'boolean'
  | 'symbol'
  | 'function';

const typeText = (type: ValueType): string => {
  if (type === 'nothing' || type === 'null') return type;
  if (type === 'invalid-date') return 'an invalid date';
  return type === 'object' ? 'an object' : `a ${type}`;
};

/** What is there instead of a table. */
export type NoTable =
  | { readonly is: 'value'; readonly type: ValueType }
  | { readonly is: 'row'; readonly type: ValueType; readonly row: number }
  | { readonly is: 'name'; readonly type: ValueType }
  | { readonly is: 'unreadable'; readonly fault: string };

const noTableText = (found: NoTable): string => {
  if (found.is === 'unreadable') return `values that cannot be read (${found.fault})`;
  const type = typeText(found.type);
  if (found.is === 'row') return `${type} as row ${found.row}`;
  return found.is === 'name' ? `a Map with ${type} as the name of a column` : type;
};

export const notData = says(
  'bad-data/table',
  ({ found }: { readonly found: NoTable }) =>
    `expected a table, columns or rows, found ${noTableText(found)}`,
);
export const notArray = says(
  'bad-column',
  ({ column, type }: { readonly column: string; readonly type: ValueType }) =>
    `column "${column}" must be an array, found ${typeText(type)}`,
);
export const badCell = says(
  'bad-cell/value',
  ({
    column,
    row,
    type,
  }: {
    readonly column: string;
    readonly row: number;
    readonly type: ValueType;
  }) =>
    `column "${column}" must hold numbers, text, dates or booleans, found ${typeText(type)} in row ${row}`,
);
export const otherLengths = says(
  'column-length/columns',
  ({ columns: [first, other], lengths: [one, two] }: ColumnLengths) =>
    `columns must have the same length, found ${counted(one, 'cell')} in "${first}" and ${two} in "${other}"`,
);

export interface ColumnLengths {
  readonly columns: readonly [string, string];
  readonly lengths: readonly [number, number];
}
