/** Tables of the World Bank with a row for each country and year already, and columns such as `GDP [NY.GDP.MKTP.CD]`. */
import type { Column } from '../../column.js';
import { levelsOf } from '../../levels.js';
import type { Table } from '../../table.js';
import type { ReshapedTable } from '../facts.js';
import { named, part, rowsWith } from './series.js';

/** The table with the codes of series as names and their names as labels; undefined for a table of another form. */
export function seriesColumns(
  table: Table,
): { readonly table: Table; readonly reshaped: ReshapedTable } | undefined {
  const time = named(table, /^(time|year)$/i);
  const country = named(table, /^(country|economy|region) code$/i);
  const coded = [...table.columns.keys()].flatMap((name) => {
    const [, label, code] = /^(.*?)\s*\[([A-Z][\w.]*)\]$/.exec(name) ?? [];
    return code === undefined ? [] : [{ name, code, label: label! }];
  });
  if (time === undefined || country === undefined || coded.length === 0) return undefined;
  const names = [...table.columns.keys()].filter((name) => name !== 'Time Code');
  const kept = part(table, names, rowsWith(table, [time, country]));
  const columns = Array.from(kept.columns, ([name, column]): [string, Column] => {
    if (name === time) return ['year', asNumbers(column)];
    const series = coded.find((one) => one.name === name);
    return series === undefined
      ? [name, column]
      : [series.code, { ...column, label: series.label }];
  });
  const made = { ...kept, columns: new Map(columns) };
  return {
    table: made,
    reshaped: {
      to: 'long',
      rowsBefore: table.nrows,
      rowsAfter: kept.nrows,
      names: 'year',
      values: levelsOf(made.columns.get('year')!).names,
      columns: coded.map(({ code }) => code),
      absent: 0,
    },
  };
}

/** Years that notes below the table made texts, as numbers. */
function asNumbers(column: Column): Column {
  const areYears = column.kind === 'text' && column.values.every((text) => /^\d{4}$/.test(text));
  return areYears ? { kind: 'number', values: Float64Array.from(column.values, Number) } : column;
}
