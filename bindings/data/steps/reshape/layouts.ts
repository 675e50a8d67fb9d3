/**
 * Tables as the World Bank and the OECD publish them, whose rows are series of countries. Each series becomes a column,
 * with a row for each country and period.
 */
import { InputError } from '../../../core/errors/errors.js';
import { noLayout } from '../../../words/errors/data/reshapes.js';
import type { Column } from '../../column.js';
import { levelsOf } from '../../levels.js';
import { type Table, withoutFileRows } from '../../table.js';
import type { ReshapedTable } from '../facts.js';
import { takeRows } from '../rows.js';
import { isMissing } from '../values.js';
import type { LayoutName } from './layout-names.js';
import { reshapeLong } from './long.js';
import { reshapeWide } from './wide.js';

/** A value for each country, series and period. */
interface Series {
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

/**
 * The table with a column for each series.
 *
 * @throws InputError `bad-reshape` for a table of another layout, `duplicate-reshape-keys` for two values of a series
 */
export function reshapeLayout(
  table: Table,
  layout: LayoutName,
): { readonly table: Table; readonly reshaped: ReshapedTable } {
  const read = layout === 'worldbank' ? worldBank(table) : oecd(table);
  const { id, time, value, series, labels } = read;
  const wide = reshapeWide(read.table, { columns: [value], by: series, id: [...id, time] });
  const columns = Array.from(wide.table.columns, ([name, column]): [string, Column] => {
    const short = wide.reshaped.columns.includes(name) ? name.slice(value.length) : name;
    const label = labels.get(short);
    return [short, label === undefined ? column : { ...column, label }];
  });
  const names = wide.reshaped.values;
  return {
    table: { ...wide.table, columns: new Map(columns) },
    reshaped: {
      to: 'long',
      rowsBefore: table.nrows,
      rowsAfter: wide.table.nrows,
      names: time,
      values: levelsOf(wide.table.columns.get(time)!).names,
      columns: names,
      absent: wide.reshaped.absent,
    },
  };
}

/** A table with these columns and rows. */
function part(table: Table, names: readonly string[], rows: readonly number[]): Table {
  const order = Int32Array.from(rows);
  const columns = names.map((name): [string, Column] => [
    name,
    takeRows(table.columns.get(name)!, order),
  ]);
  return { ...withoutFileRows(table), nrows: rows.length, columns: new Map(columns) };
}

/** The name of the first column that a pattern fits. */
function named(table: Table, ...patterns: readonly RegExp[]): string | undefined {
  const names = [...table.columns.keys()];
  return patterns
    .map((pattern) => names.find((name) => pattern.test(name)))
    .find((name) => name !== undefined);
}

const years = [/^\d{4}$/, /^(\d{4}) \[YR\1\]$/];
const patterns = ['{year}', '{year} [YR{year}]'];

/** Columns `Country Code`, `Series Code` or `Indicator Code`, and one for each year. */
function worldBank(table: Table): Series {
  const form = years.findIndex((year) => named(table, year) !== undefined);
  const country = named(
    table,
    /^(country|economy|region) code$/i,
    /^(country|economy|region)( name)?$/i,
  );
  const series = named(table, /^(series|indicator) code$/i, /^(series|indicator)( name)?$/i);
  if (form < 0 || country === undefined || series === undefined) {
    const expected = ['Country Code', 'Series Code', '2015 [YR2015]'] as const;
    throw new InputError(
      noLayout({ layout: 'worldbank', expected, found: [...table.columns.keys()] }),
      'reshape',
    );
  }
  const name = named(table, /^(country|economy|region) name$/i);
  const id = [...new Set([...(name === undefined ? [] : [name]), country])];
  const label = named(table, /^(series|indicator) name$/i);
  const values = [...table.columns.keys()].filter((column) => years[form]!.test(column));
  const rows = rowsWith(table, [country, series]);
  const columns = [...id, series, ...values];
  const kept = part(table, columns, rows);
  const shape = { columns: [{ name: 'value', pattern: patterns[form]! }], id: [...id, series] };
  return {
    table: reshapeLong(kept, shape).table,
    id,
    time: 'year',
    value: 'value',
    series,
    labels: label === undefined ? new Map() : labelsOf(table, series, label),
  };
}

/** The rows in which all of these columns have a value: below the table stand notes. */
function rowsWith(table: Table, names: readonly string[]): number[] {
  const columns = names.map((name) => table.columns.get(name)!);
  const rows = Array.from({ length: table.nrows }, (_, row) => row);
  return rows.filter((row) => columns.every(({ values }) => !isMissing(values[row]!)));
}

function labelsOf(table: Table, name: string, label: string): Map<string, string> {
  const [names, labels] = [name, label].map((column) => table.columns.get(column)!.values);
  return new Map(
    rowsWith(table, [name, label]).map((row) => [String(names![row]), String(labels![row])]),
  );
}

/** Columns that say something about a value rather than which it is. */
const remarks =
  /^(structure.*|action|.*flags?( codes?)?|obs_status.*|conf_status.*|status|decimals.*|unit_mult.*|powercode.*|base_per.*|reference ?period.*|currency.*|.*_label)$/i;

/** Columns of a country, a period and a value; the others that vary say which series it is. */
function oecd(table: Table): Series {
  const country = named(table, /^(location|ref_area|cou|country|geo)\b/i);
  const time = named(table, /^(time_period|time|year|period)\b/i);
  const value = named(table, /^(obs_value|value|obsvalue)\b/i);
  if (country === undefined || time === undefined || value === undefined) {
    const expected = ['LOCATION', 'TIME', 'Value'] as const;
    throw new InputError(
      noLayout({ layout: 'oecd', expected, found: [...table.columns.keys()] }),
      'reshape',
    );
  }
  const others = [...table.columns.keys()].filter(
    (name) => ![country, time, value].includes(name) && !remarks.test(name),
  );
  const rows = rowsWith(table, [country, time]);
  const varying = others.filter((name) => isVarying(table.columns.get(name)!, rows));
  const one = named(table, /^(indicator|measure|subject|variable)\b/i);
  const naming = varying.length > 0 ? varying : one === undefined ? [] : [one];
  const names = rows.map((row) => seriesName(table, naming, row));
  const kept = part(table, [country, time, value], rows);
  const columns = new Map([
    ...kept.columns,
    ['series', { kind: 'text' as const, values: names }] as const,
  ]);
  return {
    table: { ...kept, columns },
    id: [country],
    time,
    value,
    series: 'series',
    labels: new Map(),
  };
}

function isVarying({ values }: Column, rows: readonly number[]): boolean {
  const first = values[rows[0] ?? 0];
  return rows.some((row) => !Object.is(values[row], first));
}

/** The codes of a series, joined; of a cell such as `GDP: Gross domestic product` the code alone. */
function seriesName(table: Table, names: readonly string[], row: number): string {
  const codes = names.map((name) =>
    String(table.columns.get(name)!.values[row]).replace(/:\s.*$/s, ''),
  );
  const filled = codes.filter((code) => code !== '' && code !== 'NaN');
  return filled.length === 0 ? 'value' : filled.join('_');
}
