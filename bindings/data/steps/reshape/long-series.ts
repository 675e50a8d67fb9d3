/** From wide to long with a column for each series: rows of GDP and of people become the columns GDP and people. */
import { InputError } from '../../../core/errors/errors.js';
import { seriesOfOne } from '../../../words/errors/data/reshapes.js';
import { findColumn, type Table } from '../../table.js';
import type { ReshapedTable } from '../facts.js';
import { type LongShape, reshapeLong } from './long.js';
import { part, rowsWith } from './series.js';
import { seriesAsColumns } from './spread.js';

/** A shape of rows that are series, if `series` names the column that says which. */
export type LongOrSeries = LongShape & { readonly series?: string | undefined };

/** Turns columns of periods into rows, and rows of series into columns if `series` names them. */
export function reshapeLongOrSeries(
  table: Table,
  { series, ...shape }: LongOrSeries,
): { readonly table: Table; readonly reshaped: ReshapedTable } {
  return series === undefined ? reshapeLong(table, shape) : reshapeSeries(table, shape, series);
}

/**
 * The table with a row for each id and value in the names of its columns, and a column for each value of `series`.
 * Other columns are left out, as are rows without an id or a series.
 *
 * @throws InputError `bad-reshape`, `unknown-column`, `duplicate-reshape-keys`, `column-exists`
 */
function reshapeSeries(
  table: Table,
  { columns, id, text }: LongShape,
  series: string,
): { readonly table: Table; readonly reshaped: ReshapedTable } {
  for (const name of [...id, series]) findColumn(table, name, 'reshape.long');
  const names = columns.map(({ name }) => name);
  const [value] = names;
  if (names.length > 1) {
    throw new InputError(seriesOfOne({ columns: names }), 'reshape.long.series');
  }
  const rows = rowsWith(table, [...id, series]);
  const named = part(table, [...table.columns.keys()], rows);
  const long = reshapeLong(named, { columns, id: [...id, series], text });
  const time = long.reshaped.names;
  const every = Array.from({ length: long.table.nrows }, (_, row) => row);
  const kept = part(long.table, [...id, time, value!, series], every);
  return seriesAsColumns(
    { table: kept, id, time, value: value!, series, labels: new Map() },
    table.nrows,
  );
}
