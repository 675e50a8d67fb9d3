/** Columns of data, one by one. */
import { inOnePiece } from '../../core/jobs/one-piece.js';
import { type LocalOptions, localSchemas } from '../../core/jobs/run-options.js';
import { badArgument, checkKeys, columnName, listOf } from '../../core/arguments/arguments.js';
import {
  anyTable,
  builtOf,
  type Column,
  type DataInput,
  findColumn,
  labelsOf,
  type Table,
  tableWarnings,
} from '../../data/index.js';
import type { ByName, Warning } from '../../results/common.js';
import type {
  ColumnDescription,
  DescribedGroup,
  Description,
} from '../../results/describe/description.js';
import { describeColumn } from './column.js';
import { type PanelKeyRows, panelKeyRows } from './panel-keys.js';
import { columnLevels, isPresent } from './values.js';
import { descriptionWarnings } from '../../words/en/warnings/descriptions.js';
import { warning } from '../../words/warning.js';
import {
  centred,
  compensatedSum,
  scaleOf,
  standardDeviation,
  sumOfSquares,
} from '../../core/numerics/sums.js';
import { listOfColumns } from '../../words/expectations/values.js';
import * as wanted from '../../words/expectations/analysis/results.js';
import { badFinding } from '../../core/errors/bad-argument.js';

/** What to describe. */
export interface DescribeOptions extends LocalOptions {
  /** Names of columns; by default all. */
  readonly columns?: readonly string[] | undefined;
  /** A column whose values define groups of rows, which are also described. */
  readonly by?: string | undefined;
  /** The column of units, for the variation between and within them. */
  readonly unit?: string | undefined;
  /** The column of periods. A row counts for its unit only if it has a period. */
  readonly time?: string | undefined;
}

/** The schema of a list of columns. */
export const columnNames = listOf(columnName, listOfColumns());

const schemas = {
  columns: columnNames,
  by: columnName,
  unit: columnName,
  time: columnName,
  ...localSchemas,
};

/**
 * Describes columns: counts, moments, quantiles and frequent values, also by groups and by units of a panel.
 *
 * @throws InputError `bad-value`, `unknown-column`, and as `anyTable`
 */
export async function describeData(
  data: DataInput,
  options: DescribeOptions = {},
): Promise<Description> {
  checkKeys('describe', schemas, options);
  return inOnePiece(options, () => descriptionOf(anyTable(data), options));
}

/** `describeData` of a table, for options that have been checked. */
export function descriptionOf(table: Table, options: DescribeOptions = {}): Description {
  const { by, unit, time } = options;
  const names = chosenColumns('describe', table, options.columns);
  const columns = new Map(names.map((name) => [name, table.columns.get(name)!]));
  if (time !== undefined && unit === undefined) {
    throw badArgument('describe', 'unit', wanted.columnAsTimeIsGiven(), unit);
  }
  const keys = unit === undefined ? undefined : panelKeyRows('describe', table, unit, time);
  const grouped = by === undefined ? undefined : groupsOf(table, by);
  const describeRows = (rows: Int32Array) => describeColumns(columns, rows, keys);
  const groups = grouped?.groups.map(({ rows, ...group }): DescribedGroup => ({
    ...group,
    nrows: rows.length,
    columns: describeRows(rows),
  }));
  return {
    kind: 'description',
    nrows: table.nrows,
    names,
    ...(by !== undefined && { by }),
    ...(unit !== undefined && { unit }),
    ...(time !== undefined && { time }),
    columns: describeRows(Int32Array.from({ length: table.nrows }, (_, row) => row)),
    ...(groups !== undefined && { groups }),
    ...labelsOf(table, [...names, by]),
    ...builtOf(table),
    warnings: [
      ...tableWarnings(table, { names, by, unit, time }),
      ...(keys?.warnings ?? []),
      ...(grouped?.warnings ?? []),
    ],
  };
}

/**
 * The names of columns, all by default.
 *
 * @throws InputError `unknown-column`, or `bad-value` for a name that is listed twice
 */
export function chosenColumns(
  subject: string,
  table: Table,
  columns: readonly string[] = [...table.columns.keys()],
): readonly string[] {
  for (const name of columns) findColumn(table, name, `${subject}.columns`);
  const seen = new Set<string>();
  const twice = columns.find((name) => seen.size === seen.add(name).size);
  if (twice === undefined) return columns;
  throw badFinding(subject, 'columns', wanted.eachNameOnce(), wanted.nameTwice({ name: twice }));
}

function describeColumns(
  columns: ReadonlyMap<string, Column>,
  rows: Int32Array,
  keys: PanelKeyRows | undefined,
): ByName<ColumnDescription> {
  return Object.fromEntries(
    Array.from(columns, ([name, column]) => [
      name,
      {
        ...describeColumn(column, rows),
        ...(keys !== undefined && withinBetween(column, rows, keys)),
      },
    ]),
  );
}

type Group = Pick<DescribedGroup, 'value' | 'label'> & { readonly rows: Int32Array };

/** The rows of each value of a column, in the order of the values. */
function groupsOf(
  table: Table,
  by: string,
): { readonly groups: readonly Group[]; readonly warnings: readonly Warning[] } {
  const { values, labels, codes } = columnLevels(findColumn(table, by, 'describe.by'));
  const rows: number[][] = values.map(() => []);
  let without = 0;
  codes.forEach((code, row) => {
    if (code >= 0) rows[code]!.push(row);
    else without++;
  });
  const groups = values.map((value, i): Group => {
    const label = labels[i];
    return { value, ...(label !== undefined && { label }), rows: Int32Array.from(rows[i]!) };
  });
  if (without === 0) return { groups, warnings: [] };
  const detail = { column: by, without, rows: codes.length };
  return { groups, warnings: [warning(descriptionWarnings, 'rows-without-group', detail)] };
}

type PanelStatistics = Pick<
  ColumnDescription,
  'sdBetween' | 'sdWithin' | 'nGroups' | 'nPeriodsMean'
>;

/**
 * Standard deviations of unit means, and of deviations from unit means. Rows whose unit number is negative count in
 * neither.
 */
function withinBetween(
  column: Column,
  rows: Int32Array,
  { units, levels }: Pick<PanelKeyRows, 'units' | 'levels'>,
): PanelStatistics {
  const nunits = levels.values.length;
  const members = rows.filter((row) => units[row]! >= 0 && isPresent(column, row));
  const sizes = new Int32Array(nunits);
  for (const row of members) sizes[units[row]!]!++;
  const nGroups = sizes.reduce((count, size) => count + Number(size > 0), 0);
  const counts = { nGroups, nPeriodsMean: nGroups === 0 ? null : members.length / nGroups };
  if (column.kind === 'text' || column.frequency !== undefined) return counts;
  const all = byUnit(column.values, members, units, sizes);
  if (all.length === 0 || all.some((value) => Math.abs(value) === Infinity)) {
    return { sdBetween: null, sdWithin: null, ...counts };
  }
  const scale = scaleOf(all);
  const means = new Float64Array(nGroups);
  const squares = new Float64Array(nGroups);
  let start = 0;
  let group = 0;
  for (const size of sizes) {
    if (size === 0) continue;
    const { mean, deviations } = centred(all.subarray(start, start + size).sort(), scale);
    means[group] = mean;
    squares[group++] = sumOfSquares(deviations);
    start += size;
  }
  const within = compensatedSum(nGroups, (i) => squares[i]!);
  return {
    sdBetween: standardDeviation(centred(means)),
    sdWithin: all.length < 2 ? null : scale * Math.sqrt(within / (all.length - 1)),
    ...counts,
  };
}

/** The values of rows, by unit. */
function byUnit(
  values: Float64Array,
  rows: Int32Array,
  units: Int32Array,
  sizes: Int32Array,
): Float64Array {
  const next = new Int32Array(sizes.length);
  for (let unit = 1; unit < next.length; unit++) next[unit] = next[unit - 1]! + sizes[unit - 1]!;
  const sorted = new Float64Array(rows.length);
  for (const row of rows) sorted[next[units[row]!]!++] = values[row]!;
  return sorted;
}
