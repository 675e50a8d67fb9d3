/** Units in the first row of a table whose format has no headings above it. */
import { omit } from '../../../core/values/omit.js';
import type { Column } from '../../column.js';
import type { Table } from '../../table.js';
import { FIRST_ROW } from '../../place.js';

/** The table without its first row, whose texts are the units of their columns. */
export function withoutUnitsRow(table: Table): Table {
  if (table.nrows === 0) return table;
  const columns = new Map([...table.columns].map(([name, column]) => [name, belowUnit(column)]));
  const fileRows = { starts: [0], offsets: [FIRST_ROW + 1] };
  return { ...table, nrows: table.nrows - 1, columns, fileRows };
}

function belowUnit(column: Column): Column {
  const { missing } = column;
  const kinds = missing && { missing: { ...missing, codes: missing.codes.slice(1) } };
  if (column.kind === 'number') return { ...column, values: column.values.slice(1), ...kinds };
  const { nulls, ...rest } = omit(column, 'coded');
  const unit = column.values[0]!.trim();
  return {
    ...rest,
    values: column.values.slice(1),
    ...(nulls && { nulls: nulls.slice(1) }),
    ...kinds,
    ...(unit !== '' && { unit }),
  };
}
