/** Errors of merges, in English. */
import type { FrequencyName } from '../../text/frequencies.js';
import { listed } from '../../text/messages.js';
import type { KeyCell } from '../../text/key-cells.js';
import { says } from '../../told.js';

/** The type of a column as merges and reshapes compare it. */
export type ColumnType = 'text' | 'numbers' | { readonly dates: FrequencyName };

export const typeText = (type: ColumnType): string =>
  typeof type === 'string' ? type : `dates by ${type.dates}`;

export const otherKeyType = says(
  'merge-key-type',
  ({ column, here, there, declare }: KeyTypes) =>
    `expected columns "${column}" of one type, found ${typeText(here)} in the data and ${typeText(there)} in the file; declare the type of one, as in types: {${column}: ${declare}}`,
);

export interface KeyTypes {
  readonly column: string;
  readonly here: ColumnType;
  readonly there: ColumnType;
  /** The type to declare. */
  readonly declare: 'number' | 'text';
}

export const addedKey = says(
  'column-exists/key',
  'expected columns to add, found the key "{column}", which the data have already; leave it out',
);
export const commonColumns = says(
  'column-exists/both',
  ({ columns }: { readonly columns: readonly string[] }) =>
    `expected names that the data do not have, found ${listed(columns)} in both; list other columns in keep, or give them other names with rename: {${columns[0]!}: ...}`,
);
export const indicatorExists = says(
  'column-exists/indicator',
  'indicator: expected a name that neither the data nor the file has, found {column}; give another name',
);
export const repeatedKey = says(
  'duplicate-merge-keys',
  ({ key, rows, file, count }: RepeatedKey) => {
    const more = count > 1 ? ` (${count} such rows)` : '';
    return `expected each key once in ${file ?? 'the data'}, found ${key} in rows ${rows.join(' and ')}${more}; add a column to on, or remove the rows`;
  },
);

export interface RepeatedKey {
  /** `id 3, year 1980`. */
  readonly key: string;
  readonly cells: readonly KeyCell[];
  readonly rows: readonly number[];
  /** The file with the rows; undefined for the data. */
  readonly file: string | undefined;
  /** Rows with keys that occur before. */
  readonly count: number;
}
