/** Recognizes tables with periods in the names of their columns, and layouts of offices: the `reshape` they need. */
import { InputError } from '../../../core/errors/errors.js';
import {
  type LayoutName,
  layoutOf,
  type LongOrSeries,
  periodParts,
  reshapeLayout,
  reshapeLongOrSeries,
  type Table,
} from '../../../data/index.js';
import { panelOf, unitWeight } from './panel.js';

/** A reshape, and the table after it. */
export interface Reshaping {
  readonly reshape: LayoutName | LongOrSeries;
  readonly table: Table;
  /** The periods in the names of columns; none if they are in rows. */
  readonly periods: readonly string[];
}

/** The reshape that makes a row for each unit and period; undefined for tables that need none. */
export function reshapingOf(table: Table): Reshaping | undefined {
  const layout = layoutOf(table);
  if (layout !== undefined) return reshaped(table, layout);
  if (panelOf(table) !== undefined) return undefined;
  const shape = shapeOf(table);
  return shape && reshaped(table, shape);
}

function reshaped(table: Table, reshape: LayoutName | LongOrSeries): Reshaping | undefined {
  try {
    const isLayout = typeof reshape === 'string';
    const made = isLayout ? reshapeLayout(table, reshape) : reshapeLongOrSeries(table, reshape);
    return { reshape, table: made.table, periods: made.reshaped.values };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** A year in a name, without digits next to it. */
const year = String.raw`(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)`;
const yearInName = new RegExp(year, 'g');
/** A part of a year: 2015Q1, 2015-03, 2015年1季度, Jan-2015. */
const partOfYear = new RegExp(
  String.raw`${year}(?:[-_./ ]?[qmhw]\d\d?|[-_./]\d\d?(?:[-./]\d\d?)?|\s*年\s*(?:第?[\d一二三四]\s*季度?|\d+\s*月份?|[上下]半年))(?!\d)|(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[-. ]?${year}`,
  'gi',
);

/** Names with the same text around a period: `gdp{year}` for gdp2015 and gdp2016. */
function patternsOf(table: Table): Map<string, string[]> {
  const names = [...table.columns.keys()];
  const parts = names.flatMap((name) => name.match(partOfYear) ?? []);
  const { frequency } = periodParts(parts) ?? {};
  const [form, key] = frequency === undefined ? [yearInName, 'year'] : [partOfYear, frequency];
  const patterns = new Map<string, string[]>();
  for (const name of names) {
    const periods = new Set(name.match(form));
    const isPart = frequency === undefined && name.search(partOfYear) >= 0;
    if (periods.size !== 1 || isPart) continue;
    const pattern = name.replace(form, `{${key}}`);
    patterns.set(pattern, [...(patterns.get(pattern) ?? []), name]);
  }
  return new Map([...patterns].filter(([, same]) => same.length > 1));
}

/** Names of columns that say which series a row is. */
const seriesName =
  /^(?:series|indicator|variable|item|subject|measure)(?: ?name)?$|^(?:指标|项目|变量)(?:名称)?$/i;

function shapeOf(table: Table): LongOrSeries | undefined {
  const patterns = patternsOf(table);
  const sources = [...patterns.values()].flat();
  if (patterns.size === 0 || sources.some((name) => table.columns.get(name)!.kind !== 'number')) {
    return undefined;
  }
  const columns = [...patterns.keys()].map((pattern) => ({ name: stubOf(pattern), pattern }));
  if (new Set(columns.map(({ name }) => name)).size < columns.length) return undefined;
  const others = [...table.columns.keys()].filter((name) => !sources.includes(name));
  const series = others.find((name) => seriesName.test(name.trim()) && columns.length === 1);
  const id = idOf(
    table,
    others.filter((name) => name !== series),
    series,
  );
  return id && { columns, id, ...(series !== undefined && { series }) };
}

/** The name of the new column: the pattern without the period and what joins it. */
function stubOf(pattern: string): string {
  const name = pattern
    .replace(/ ?\[?yr\{year\}\]?|\{\w+\}\s*年?/gi, '')
    .replace(/^[-_.:\s]+|[-_.:\s]+$/g, '');
  return name === '' ? 'value' : name;
}

/** The columns that say which unit a row is: one, or two together; none needed where each row is another series. */
function idOf(
  table: Table,
  names: readonly string[],
  series: string | undefined,
): string[] | undefined {
  const weights = names.flatMap((name) => {
    const weight = unitWeight(name, table.columns.get(name)!);
    return weight === undefined ? [] : [{ name, weight }];
  });
  const sorted = weights.sort((one, other) => other.weight - one.weight).map(({ name }) => name);
  const pairs = sorted.slice(1).map((name) => [sorted[0]!, name]);
  const sets = [...sorted.map((name) => [name]), ...pairs];
  if (series === undefined) return sets.find((id) => identifies(table, id));
  const repeated = sets.filter((id) => !identifies(table, id));
  return [[], ...repeated].find((id) => identifies(table, [...id, series]));
}

/** True for columns with a value in most rows and no combination in two. */
function identifies(table: Table, names: readonly string[]): boolean {
  const columns = names.map((name) => table.columns.get(name)!.values);
  const keys = Array.from({ length: table.nrows }, (_, row) => columns.map((cells) => cells[row]!))
    .filter((cells) => !cells.some((cell) => cell === '' || Number.isNaN(cell)))
    .map((cells) => JSON.stringify(cells));
  return keys.length > table.nrows / 2 && new Set(keys).size === keys.length;
}
