/** Chooses the columns of a file that are read. */
import type { Table } from '../table.js';
import { namedBy } from '../warnings/named-by.js';
import type { ColumnType } from './options.js';

/** What says which columns are read; by default all are. */
export interface Selection {
  /** Names of the columns. */
  readonly columns?: readonly string[] | undefined;
  /** A model or other values whose texts name the columns. */
  readonly usedBy?: object | undefined;
  /** Columns with a declared type are always read, because their cells may contradict it. */
  readonly types?: Readonly<Record<string, ColumnType>> | undefined;
}

/** Tells whether a column is read. */
export function wantedBy({ columns, usedBy, types = {} }: Selection): (name: string) => boolean {
  const listed = columns && new Set(columns);
  const isUsed = usedBy && namedBy([usedBy, Object.keys(types)]);
  return (name) => (listed?.has(name) ?? true) && (isUsed?.(name) ?? true);
}

/** The table, and the names of the file's columns where it has only some of them. */
export function withNames(table: Table, names: readonly string[]): Table {
  return names.length === table.columns.size ? table : { ...table, names };
}

/** The table without the columns that a reader has read beyond the selection. */
export function selected(table: Table, selection: Selection): Table {
  const isWanted = wantedBy(selection);
  const columns = new Map([...table.columns].filter(([name]) => isWanted(name)));
  if (columns.size === table.columns.size) return table;
  return { ...table, columns, names: table.names ?? [...table.columns.keys()] };
}
