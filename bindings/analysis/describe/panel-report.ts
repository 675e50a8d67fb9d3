/** The shape of a panel. */
import { inOnePiece } from '../../core/jobs/one-piece.js';
import { type LocalOptions, localSchemas } from '../../core/jobs/run-options.js';
import { checkKeys, columnName } from '../../core/arguments/arguments.js';
import {
  builtOf,
  type DataInput,
  type Table,
  findColumn,
  inputError,
  type FileRows,
  rowNumber,
  tableWarnings,
  anyTable,
  coarser,
  labelsOf,
} from '../../data/index.js';
import type { Frequency } from '../../data/panel/periods.js';
import type { ByName, Warning } from '../../results/common.js';
import type { DuplicateKey, PanelReport, Spells } from '../../results/describe/panel-report.js';
import { type Calendar, calendarOf } from './calendar.js';
import { columnNames } from './describe.js';
import { panelKeyRows } from './panel-keys.js';
import { gapsOf, lifeOf, patternsOf, presenceOf, type RowCounts } from './presence.js';
import { quantile } from '../../core/numerics/sums.js';
import { type PanelRows, timeConstantColumns, transitionsOf } from './transitions.js';
import { periodOf } from './values.js';
import { descriptionWarnings } from '../../words/en/warnings/descriptions.js';
import { warning } from '../../words/warning.js';
import { tooManyCells } from '../../words/errors/analysis/descriptions.js';

/** The keys of the panel. */
export interface PanelReportOptions extends LocalOptions {
  /** Column of the units. */
  readonly unit: string;
  /** Column of the periods. */
  readonly time: string;
  /** Columns whose transitions are counted. */
  readonly categories?: readonly string[] | undefined;
}

const schemas = { ...localSchemas, unit: columnName, time: columnName, categories: columnNames };

/**
 * Reports in which periods units have rows: spells, gaps, repeated keys, entries and exits, columns without variation
 * over time, and transitions of categories.
 *
 * @throws InputError `bad-value`, `unknown-column`, `text-in-numeric-column`, `infinite-value`, `too-many-periods`, and
 *   as `anyTable`
 */
export async function panelReport(
  data: DataInput,
  options: PanelReportOptions,
): Promise<PanelReport> {
  checkKeys('panel-report', schemas, options, ['unit', 'time']);
  return inOnePiece(options, () => reportOf(anyTable(data), options));
}

/** `panelReport` of a table, for options that have been checked. */
export function reportOf(table: Table, options: PanelReportOptions): PanelReport {
  const { unit, time, categories = [] } = options;
  const keys = panelKeyRows('panel-report', table, unit, time);
  const column = findColumn(table, time, 'panel-report.time');
  const dates = column.kind === 'number' ? column.frequency : undefined;
  const { values: times, frequency } =
    dates === undefined ? { values: keys.times! } : coarser(dates, keys.times!);
  const calendar = calendarOf(times, keys.units);
  const nunits = keys.levels.values.length;
  const nperiods = calendar.periods.length;
  checkSize(time, nunits, nperiods);
  const rows: PanelRows = { units: keys.units, periods: calendar.periodOfRow, nunits, nperiods };
  const panel: RowCounts = {
    nunits,
    nperiods,
    counts: countsOf(rows),
    unitOf: (i) => keys.levels.values[i]!,
    periodOf: (i) => periodOf(frequency, calendar.periods[i]!),
  };
  const timeConstant = timeConstantColumns(table, [unit, time], rows);
  return {
    kind: 'panel-report',
    unit,
    time,
    units: nunits,
    ...calendarParts(calendar, panel, frequency),
    rows: table.nrows,
    rowsWithoutKey: keys.rowsWithoutKey,
    ...unitParts(calendar, panel),
    duplicates: duplicatesOf(rows, panel, table.fileRows),
    timeConstant,
    transitions: Object.fromEntries(
      categories.map((name) => [name, transitionsOf(table, name, rows)]),
    ),
    presence: presenceOf(panel),
    ...labelsOf(table, [unit, time, ...categories, ...timeConstant]),
    ...builtOf(table),
    warnings: [
      ...tableWarnings(table, { unit, time, categories }),
      ...keys.warnings,
      ...calendarWarnings(time, calendar),
    ],
  };
}

/** The part of the report about periods. */
function calendarParts(
  { step, observed }: Calendar,
  panel: RowCounts,
  frequency: Frequency | undefined,
) {
  const periods = Array.from(observed, (_, period) => panel.periodOf(period));
  return {
    periods: observed.reduce((sum, one) => sum + one, 0),
    frequency: step === null ? null : (frequency ?? step),
    step,
    first: periods[0] ?? null,
    last: periods.at(-1) ?? null,
    emptyPeriods: periods.filter((_, period) => observed[period] === 0),
  };
}

/** The part of the report about units. */
function unitParts({ step, observed }: Calendar, panel: RowCounts) {
  const { nunits, counts } = panel;
  const present = counts.reduce((sum, count) => sum + Number(count > 0), 0);
  const lives = Array.from({ length: nunits }, (_, unit) => lifeOf(panel, unit));
  const first = lives.map(([start]) => start);
  const last = lives.map(([, end]) => end);
  return {
    balanced: present === nunits * observed.reduce((sum, one) => sum + one, 0),
    spells: spellsOf(panel),
    gaps: step === null ? [] : gapsOf(panel),
    entry: unitsByPeriod(first, panel),
    exit: unitsByPeriod(last, panel),
  };
}

/** Maximum number of cells (units x periods) that a report counts. */
const MOST_CELLS = 100_000_000;

function checkSize(time: string, nunits: number, nperiods: number): void {
  if (nunits * nperiods <= MOST_CELLS) return;
  const told = tooManyCells({ nunits, nperiods, most: MOST_CELLS, column: time });
  throw inputError('panel-report.time', told);
}

function countsOf({ units, periods, nunits, nperiods }: PanelRows): Int32Array {
  const counts = new Int32Array(nunits * nperiods);
  units.forEach((unit, row) => {
    if (unit >= 0) counts[unit * nperiods + periods[row]!]!++;
  });
  return counts;
}

function spellsOf(panel: RowCounts): Spells {
  const { nunits, nperiods, counts } = panel;
  const patterns = patternsOf(panel);
  if (nunits === 0) return { min: null, median: null, max: null, patterns };
  const lengths = Float64Array.from({ length: nunits }, (_, unit) =>
    counts
      .subarray(unit * nperiods, (unit + 1) * nperiods)
      .reduce((sum, count) => sum + Number(count > 0), 0),
  ).sort();
  return { min: lengths[0]!, median: quantile(lengths, 0.5), max: lengths.at(-1)!, patterns };
}

/** Keys that occur in several rows, in panel order. */
function duplicatesOf(
  { units, periods, nperiods }: PanelRows,
  panel: RowCounts,
  fileRows: FileRows | undefined,
): DuplicateKey[] {
  const rowsOf = new Map<number, number[]>();
  units.forEach((unit, row) => {
    const cell = unit * nperiods + periods[row]!;
    if (unit < 0 || panel.counts[cell]! < 2) return;
    const rows = rowsOf.get(cell);
    if (rows === undefined) rowsOf.set(cell, [row]);
    else rows.push(row);
  });
  return [...rowsOf]
    .sort(([a], [b]) => a - b)
    .map(([cell, rows]) => ({
      unit: panel.unitOf(Math.floor(cell / nperiods)),
      time: panel.periodOf(cell % nperiods),
      rows: rows.length,
      rowNumbers: rows.map((row) => rowNumber(row, fileRows)),
    }));
}

/** Number of units by the position of the period. */
function unitsByPeriod(places: readonly number[], { nperiods, periodOf: name }: RowCounts): ByName {
  const counts = new Int32Array(nperiods);
  for (const place of places) counts[place]!++;
  const entries = Array.from(counts, (count, period) => [String(name(period)), count] as const);
  return Object.fromEntries(entries.filter(([, count]) => count > 0));
}

function calendarWarnings(time: string, { step, periods }: Calendar): Warning[] {
  if (step !== null) return [];
  const detail = { column: time, times: periods.length };
  return [warning(descriptionWarnings, 'irregular-times', detail)];
}
