/** The indicators of an index in the rows where all have a value. */
import { eachNameOnce, nameTwice } from '../../words/expectations/analysis/results.js';
import { badFinding } from '../../core/errors/bad-argument.js';
import * as said from '../../words/errors/models/indices.js';
import * as wanted from '../../words/expectations/models/indices.js';
import { badArgument } from '../../core/arguments/arguments.js';
import { InputError } from '../../core/errors/errors.js';
import {
  completeRows,
  finiteColumn,
  findColumn,
  type Levels,
  levelsOf,
  type Table,
} from '../../data/index.js';
import type { Direction } from '../../results/indices/composite-index.js';
import type { IndexOptions } from './options.js';

/** Rows with one value of a column, as positions among the complete rows. */
export interface RowGroup {
  readonly value: string;
  readonly rows: Int32Array;
  /**
   * The rows with this value from which scales and weights are computed; a drawn row may occur several times or not at
   * all.
   */
  readonly reference: Int32Array;
}

/** Options that name a column of groups. */
type GroupOption = 'by' | 'rescaleBy' | 'time';

export interface Indicators {
  readonly names: readonly string[];
  readonly directions: readonly Direction[];
  /** One list for each indicator, of the complete rows. */
  readonly columns: readonly Float64Array[];
  /** Position in the data of each complete row. */
  readonly rows: Int32Array;
  readonly nrows: number;
  /** Levels of the complete rows in the columns that the options name. */
  readonly levels: Readonly<Partial<Record<GroupOption, Levels>>>;
  /** Positions of the rows from which scales and weights are computed; all by default. */
  readonly reference?: Int32Array | undefined;
}

/**
 * Reads the indicators.
 *
 * @throws InputError `bad-value`, `unknown-column`, `text-in-numeric-column`, `infinite-value`, `no-rows`
 */
export function indicatorsOf(table: Table, options: IndexOptions): Indicators {
  const [names, directions] = directed(options);
  const all = names.map((name) => finiteColumn(table, name, 'index.columns'));
  names.forEach((name, j) => {
    if (!all[j]!.every(Number.isNaN)) return;
    throw new InputError(said.noIndicatorValue({ column: name }), 'index');
  });
  const rows = completeRows(all);
  if (rows.length < 2) throw new InputError(said.fewIndicatorRows({ found: rows.length }), 'index');
  return {
    names,
    directions,
    columns: inRows(all, rows),
    rows,
    nrows: table.nrows,
    levels: {
      by: groupLevels(table, rows, options, 'by'),
      rescaleBy: groupLevels(table, rows, options, 'rescaleBy'),
      time: usesTime(options) ? groupLevels(table, rows, options, 'time') : undefined,
    },
  };
}

/** The same indicators, with scales and weights computed only from these positions. */
export function drawnFrom(indicators: Indicators, reference: Int32Array): Indicators {
  return { ...indicators, reference };
}

function usesTime({ normalise = '', compat }: IndexOptions): boolean {
  return normalise.startsWith('base:') || compat !== undefined;
}

/** The levels of the rows; a missing level is an error. Undefined if the option names no column. */
function groupLevels(
  table: Table,
  rows: Int32Array,
  options: IndexOptions,
  option: GroupOption,
): Levels | undefined {
  const name = options[option];
  if (name === undefined) return undefined;
  const { names, codes } = levelsOf(findColumn(table, name, `index.${option}`));
  const ofRows = Int32Array.from(rows, (row) => codes[row]!);
  if (!ofRows.includes(-1)) return { names, codes: ofRows };
  throw badFinding('index', option, wanted.valueInEachRow({ column: name }), wanted.missingValue());
}

function directed({ method, columns }: IndexOptions): [readonly string[], readonly Direction[]] {
  const isList = Array.isArray(columns);
  const names = isList ? (columns as readonly string[]) : Object.keys(columns);
  if (names.length < 2) throw badArgument('index', 'columns', wanted.twoOrMoreColumns(), names);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) {
    throw badFinding('index', 'columns', eachNameOnce(), nameTwice({ name: twice }));
  }
  if (isList && method !== 'pca') {
    throw badArgument('index', 'columns', wanted.directionForEach({ column: names[0]! }), names);
  }
  return [names, isList ? names.map(() => '+') : (Object.values(columns) as Direction[])];
}

/** Groups of the complete rows by the values of the column of an option; one group without a column. */
export function rowGroups(indicators: Indicators, option: GroupOption): readonly RowGroup[] {
  const { rows: all, levels } = indicators;
  const rows = new Int32Array(all.length);
  for (let i = 0; i < rows.length; i++) rows[i] = i;
  const { reference = rows } = indicators;
  const grouping = levels[option];
  if (grouping === undefined) return [{ value: '', rows, reference }];
  const { names, codes } = grouping;
  return names.flatMap((value, level) => {
    const isMember = (place: number) => codes[place] === level;
    const members = rows.filter(isMember);
    return members.length === 0
      ? []
      : [{ value, rows: members, reference: reference.filter(isMember) }];
  });
}

/**
 * Each column in these rows. Written as a loop, because `Float64Array.from` with a function takes ten times as long.
 */
export function inRows(
  columns: readonly Float64Array[],
  rows: Int32Array,
): readonly Float64Array[] {
  return columns.map((column) => {
    const values = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]!]!;
    return values;
  });
}

/** Each column in the rows of a group, not copied if the group has all of them. */
export function inGroup(
  columns: readonly Float64Array[],
  { rows }: RowGroup,
): readonly Float64Array[] {
  return rows.length === columns[0]!.length ? columns : inRows(columns, rows);
}

/** The columns in the rows from which scales and weights are computed. */
export function referenceColumns({ columns, reference }: Indicators): readonly Float64Array[] {
  return reference === undefined ? columns : inRows(columns, reference);
}

/** Roundings of a column that an expression built, in units of the machine epsilon. */
const ROUNDINGS = 8;

function isEqualToRounding(values: Float64Array): boolean {
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const largest = Math.max(Math.abs(low), Math.abs(high));
  return high - low <= ROUNDINGS * Number.EPSILON * largest;
}

/** @throws InputError `constant-column` for a column without variation, in the rows of `group` unless that is '' */
export function checkVaries(
  names: readonly string[],
  columns: readonly Float64Array[],
  group = '',
  isConstant = isEqualToRounding,
): void {
  const j = columns.findIndex(isConstant);
  if (j < 0) return;
  const detail = { column: names[j]!, value: columns[j]![0]!, group };
  throw new InputError(said.constantIndicator(detail), 'index');
}

/** Writes the values of a group to its rows. */
export function scatter(values: Float64Array, { rows }: RowGroup, to: Float64Array): void {
  for (let i = 0; i < rows.length; i++) to[rows[i]!] = values[i]!;
}
