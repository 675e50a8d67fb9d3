/**
 * Tables as the World Bank, the IMF, the OECD, Eurostat and the United Nations publish them, whose rows are series of
 * countries. Each series becomes a column, with a row for each country and period.
 */
import { InputError } from '../../../core/errors/errors.js';
import { noLayout } from '../../../words/errors/data/reshapes.js';
import type { Table } from '../../table.js';
import type { ReshapedTable } from '../facts.js';
import { byRow } from './by-row.js';
import { fromEurostat } from './eurostat.js';
import type { LayoutName } from './layout-names.js';
import { reshapeLong } from './long.js';
import { named, part, rowsWith, type Series } from './series.js';
import { seriesAsColumns } from './spread.js';
import { seriesColumns } from './series-columns.js';

/**
 * The table with a column for each series.
 *
 * @throws InputError `bad-reshape` for a table of another layout, `duplicate-reshape-keys` for two values of a series
 */
export function reshapeLayout(
  table: Table,
  layout: LayoutName,
): { readonly table: Table; readonly reshaped: ReshapedTable } {
  const columned = layout === 'worldbank' ? seriesColumns(table) : undefined;
  if (columned !== undefined) return columned;
  return seriesAsColumns(readers[layout](table), table.nrows);
}

const readers: Readonly<Record<LayoutName, (table: Table) => Series>> = {
  worldbank: (table) => byYear(table, 'worldbank'),
  imf: (table) => byYear(table, 'imf'),
  oecd: (table) => ofRows(table, 'oecd'),
  un: (table) => ofRows(table, 'un'),
  eurostat: (table) => fromEurostat(table) ?? ofRows(table, 'eurostat'),
};

function ofRows(table: Table, layout: LayoutName): Series {
  const read = byRow(table);
  if (read === undefined) throw otherLayout(table, layout);
  return read;
}

/** Columns by which each office's tables are known. */
const typical: Readonly<Record<LayoutName, readonly string[]>> = {
  worldbank: ['Country Code', 'Series Code', '2015 [YR2015]'],
  imf: ['ISO', 'WEO Subject Code', '2015'],
  oecd: ['LOCATION', 'TIME', 'Value'],
  un: ['Country or Area', 'Year', 'Value'],
  eurostat: ['geo', 'TIME_PERIOD', 'OBS_VALUE'],
};

function otherLayout(table: Table, layout: LayoutName): InputError {
  const detail = { layout, expected: typical[layout], found: [...table.columns.keys()] };
  return new InputError(noLayout(detail), 'reshape');
}

const years = [/^\d{4}$/, /^(\d{4}) \[YR\1\]$/];
const patterns = ['{year}', '{year} [YR{year}]'];

/** Columns of a country, such as `Country Code`, and of a series, such as `Series Code`, and one for each year. */
function byYear(whole: Table, layout: LayoutName): Series {
  const table = onlyValues(whole);
  const form = years.findIndex((year) => named(table, year) !== undefined);
  const country = named(
    table,
    /^(country|economy|region)[ .](code|id)$/i,
    /^iso$/i,
    /^(country|economy|region)( name)?$/i,
  );
  const series = named(
    table,
    /^(weo )?(series|indicator|subject)[ .](code|id)$/i,
    /^(series|indicator)( name)?$/i,
  );
  if (form < 0 || country === undefined || series === undefined) throw otherLayout(table, layout);
  const name = named(table, /^(country|economy|region)( name)?$/i);
  const id = [...new Set([...(name === undefined ? [] : [name]), country])];
  const label = named(table, /^(series|indicator)( name)?$/i, /^subject descriptor$/i);
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
    labels: label === undefined || label === series ? new Map() : labelsOf(table, series, label),
  };
}

/** The table without rows of another attribute than values, such as their status. */
function onlyValues(table: Table): Table {
  const attribute = table.columns.get('Attribute');
  if (attribute === undefined) return table;
  const rows = rowsWith(table, ['Attribute']).filter((row) => attribute.values[row] === 'Value');
  return part(table, [...table.columns.keys()], rows);
}

function labelsOf(table: Table, name: string, label: string): Map<string, string> {
  const [names, labels] = [name, label].map((column) => table.columns.get(column)!.values);
  return new Map(
    rowsWith(table, [name, label]).map((row) => [String(names![row]), String(labels![row])]),
  );
}
