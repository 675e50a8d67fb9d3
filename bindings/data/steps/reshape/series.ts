/** What layouts of statistical offices have in common: a value for each country, series and period. */
import type { Column } from '../../column.js';
import { type Table, withoutFileRows } from '../../table.js';
import { takeRows } from '../rows.js';
import { isMissing } from '../values.js';

/** A value for each country, series and period. */
export interface Series {
  readonly table: Table;
  /** Columns that say the country, and the column of periods. */
  readonly id: readonly string[];
  readonly time: string;
  readonly value: string;
  /** The column with the names of the series. */
  readonly series: string;
  /** Labels of series by name. */
  readonly labels: ReadonlyMap<string, string>;
}

/** A table with these columns and rows. */
export function part(table: Table, names: readonly string[], rows: readonly number[]): Table {
  const order = Int32Array.from(rows);
  const columns = names.map((name): [string, Column] => [
    name,
    takeRows(table.columns.get(name)!, order),
  ]);
  return { ...withoutFileRows(table), nrows: rows.length, columns: new Map(columns) };
}

/** The name of the first column that a pattern fits. */
export function named(table: Table, ...patterns: readonly RegExp[]): string | undefined {
  const names = [...table.columns.keys()];
  return patterns
    .map((pattern) => names.find((name) => pattern.test(name)))
    .find((name) => name !== undefined);
}

/** The rows in which all of these columns have a value: below the table stand notes. */
export function rowsWith(table: Table, names: readonly string[]): number[] {
  const columns = names.map((name) => table.columns.get(name)!);
  const rows = Array.from({ length: table.nrows }, (_, row) => row);
  return rows.filter((row) => columns.every(({ values }) => !isMissing(values[row]!)));
}
