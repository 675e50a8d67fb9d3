/** A column for each series of a table whose rows are series. */
import { InputError } from '../../../core/errors/errors.js';
import { repeatedNames } from '../../../words/errors/data/reshapes.js';
import type { Column } from '../../column.js';
import { levelsOf } from '../../levels.js';
import type { Table } from '../../table.js';
import type { ReshapedTable } from '../facts.js';
import type { Series } from './series.js';
import { reshapeWide } from './wide.js';

/** The table with a row for each place and period, and the names of series as columns. */
export function seriesAsColumns(
  { table, id, time, value, series, labels }: Series,
  rowsBefore: number,
): { readonly table: Table; readonly reshaped: ReshapedTable } {
  const wide = reshapeWide(table, { columns: [value], by: series, id: [...id, time] });
  const names = wide.reshaped.values;
  const twice = names.filter((name) => name === time || id.includes(name));
  if (twice.length > 0) throw new InputError(repeatedNames({ columns: twice }), 'reshape');
  const columns = Array.from(wide.table.columns, ([name, column]): [string, Column] => {
    const short = wide.reshaped.columns.includes(name) ? name.slice(value.length) : name;
    const label = labels.get(short);
    return [short, label === undefined ? column : { ...column, label }];
  });
  return {
    table: { ...wide.table, columns: new Map(columns) },
    reshaped: {
      to: 'long',
      rowsBefore,
      rowsAfter: wide.table.nrows,
      names: time,
      values: levelsOf(wide.table.columns.get(time)!).names,
      columns: names,
      absent: wide.reshaped.absent,
    },
  };
}
