/** Columns that identify the row of the data that a value belongs to. */
import { type Column, periodText, rowNumber, type Table } from '../../../data/index.js';
import type { Columns } from '../../../results/postestimation/columns.js';

interface Keys {
  readonly keys: readonly string[];
  readonly columns: Columns;
}

/** Unit and time, if the table has them, and `row`, the row number as in messages. */
export function keyColumns(
  table: Table,
  rows: Int32Array,
  panel: { readonly unit: string; readonly time: string } | undefined,
): Keys {
  const columns: Record<string, Float64Array | readonly string[]> = {};
  for (const name of panel === undefined ? [] : [panel.unit, panel.time]) {
    const column = table.columns.get(name);
    if (column !== undefined) columns[keyName(name)] = keyValues(column, rows);
  }
  columns['row'] = Float64Array.from(rows, (row) => rowNumber(row, table.fileRows));
  return { keys: Object.keys(columns), columns };
}

/** Names of other columns in the results, which key columns must not have. */
const otherColumns =
  /^(row|observed|fitted|residual\w*|xb|weight|leverage|standardized|studentized|cooksDistance|dffits|stdError|low|high|effect_.*|dfbetas_.*)$/;

/** Appends an underscore to the name of a key column if another column has that name. */
function keyName(name: string): string {
  return otherColumns.test(name) ? `${name}_` : name;
}

function keyValues(column: Column, rows: Int32Array): Float64Array | readonly string[] {
  if (column.kind === 'text') return Array.from(rows, (row) => column.values[row]!);
  const { values, frequency } = column;
  if (frequency === undefined) return Float64Array.from(rows, (row) => values[row]!);
  return Array.from(rows, (row) => periodText(frequency, values[row]!));
}
