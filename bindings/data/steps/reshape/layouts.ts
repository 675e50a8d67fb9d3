/**
 * Tables as the World Bank, the IMF, the OECD, Eurostat and the United Nations publish them, whose rows are series of
 * countries. Each series becomes a column, with a row for each country and period.
 */
import { InputError } from '../../../core/errors/errors.js';
import { noLayout } from '../../../words/errors/data/reshapes.js';
import type { Column } from '../../column.js';
import type { Table } from '../../table.js';
import type { ReshapedTable } from '../facts.js';
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
  oecd: (table) => byRow(table, 'oecd'),
  un: (table) => byRow(table, 'un'),
  eurostat: (table) => fromEurostat(table) ?? byRow(table, 'eurostat'),
};

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

/** Columns that say something about a value rather than which it is. */
const remarks =
  /^(structure.*|action|.*flags?( codes?)?|obs_status.*|conf_status.*|status|decimals.*|unit_mult.*|powercode.*|base_per.*|reference ?period.*|currency.*|.*footnotes?|.*_label)$/i;

/** Columns of a country, a period and a value; the others that vary say which series it is. */
function byRow(table: Table, layout: LayoutName): Series {
  const country = named(table, /^(location|ref_area|cou|country|geo)\b/i);
  const time = named(table, /^(time_period|time|year|period)\b/i);
  const value = named(table, /^(obs_value|value|obsvalue)\b/i);
  if (country === undefined || time === undefined || value === undefined) {
    throw otherLayout(table, layout);
  }
  const others = [...table.columns.keys()].filter(
    (name) => ![country, time, value].includes(name) && !remarks.test(name),
  );
  const rows = rowsWith(table, [country, time]);
  const varying = others.filter((name) => isVarying(table.columns.get(name)!, rows));
  const one = named(table, /^(indicator|measure|subject|variable|item|series)\b/i);
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
