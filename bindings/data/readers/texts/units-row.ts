/** Units in the first row of a table whose format has no headings above it. */
import type { Column } from '../../column.js';
import { FIRST_ROW, type FileRows } from '../../place.js';
import { takeRows } from '../../steps/rows.js';
import type { Table } from '../../table.js';

/** Where the rows below the units are. */
export const rowsBelowUnits: FileRows = { starts: [0], offsets: [FIRST_ROW + 1] };

/** The table without its first row, whose texts are the units of their columns. */
export function withoutUnitsRow(table: Table): Table {
  if (table.nrows === 0) return table;
  const nrows = table.nrows - 1;
  const rows = Int32Array.from({ length: nrows }, (_, row) => row + 1);
  const columns = Array.from(table.columns, ([name, column]): [string, Column] => [
    name,
    withUnit(takeRows(column, rows), column.kind === 'text' ? column.values[0]! : ''),
  ]);
  return { ...table, nrows, columns: new Map(columns), fileRows: rowsBelowUnits };
}

/** The column with its unit, where the text has one. */
export function withUnit(column: Column, text: string): Column {
  const unit = text.trim();
  return unit === '' ? column : { ...column, unit };
}
