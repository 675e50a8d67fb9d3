/** Keys of rows: the values of some columns, as one text per row. */
import type { Column } from '../column.js';
import { periodText } from '../panel/periods.js';
import type { Table } from '../table.js';
import { isMissing } from './values.js';
import type { KeyCell } from '../../words/text/key-cells.js';

/** The key of each row; undefined where one of the columns is missing. */
export function keysOf(
  table: Table,
  names: readonly string[],
  textOf: (cell: number | string) => string = String,
): (string | undefined)[] {
  const columns = names.map((name) => table.columns.get(name)!);
  const [only] = columns;
  const isOne = columns.length === 1;
  return Array.from({ length: table.nrows }, (_, row) => {
    if (columns.some(({ values }) => isMissing(values[row]!))) return undefined;
    // The length before each text keeps the keys of ("a", "bc") and ("ab", "c") apart.
    return isOne
      ? textOf(only!.values[row]!)
      : columns.map(({ values }) => joined(textOf(values[row]!))).join('');
  });
}

function joined(part: string): string {
  return `${part.length}:${part}`;
}

/** The key of a row in words: `id 3, year 2019-03`. */
export function keyCells(table: Table, names: readonly string[], row: number): KeyCell[] {
  return names.map((column) => ({ column, value: cellText(table.columns.get(column)!, row) }));
}

function cellText(column: Column, row: number): string | undefined {
  const value = column.values[row]!;
  if (isMissing(value)) return undefined;
  if (column.kind === 'text' || column.frequency === undefined) return String(value);
  return periodText(column.frequency, column.values[row]!);
}

/** The first rows of each key. */
export function firstRows(keys: readonly (string | undefined)[]): Map<string, number> {
  const first = new Map<string, number>();
  keys.forEach((key, row) => {
    if (key !== undefined && !first.has(key)) first.set(key, row);
  });
  return first;
}

/** The first two rows with the same key; undefined if each key occurs once. */
export function duplicateOf(
  keys: readonly (string | undefined)[],
): { readonly first: number; readonly again: number; readonly count: number } | undefined {
  const first = new Map<string, number>();
  let duplicate: { first: number; again: number; count: number } | undefined;
  keys.forEach((key, row) => {
    if (key === undefined) return;
    const before = first.get(key);
    if (before === undefined) return void first.set(key, row);
    if (duplicate === undefined) duplicate = { first: before, again: row, count: 1 };
    else duplicate.count++;
  });
  return duplicate;
}
