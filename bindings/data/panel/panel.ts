import { InputError } from '../../core/errors.js';
import { type Levels, levelsOf } from '../levels.js';
import { calendarOf, type Steps } from './frequency.js';
import { type Frequency, periodText } from './periods.js';
import { type FileRows, inputError, rowNumber } from '../place.js';
import { nameOfTime, type TimeColumn, type TimeGrid, timeGrid } from './time-grid.js';
import { finiteColumn, findColumn, type Table } from '../table.js';

/** What to do without a panel, at the command line and in a model. */
export const addPanel = 'add --unit and --time, or panel: {unit, time} in a model';

/** The unit and time columns, and the time between neighbouring periods. */
export interface PanelKeys extends Steps {
  readonly unit: string;
  readonly time: string;
}

/**
 * The rows of a table in panel order: by unit, and within a unit by time. So the order of the table's rows changes no
 * bit of a model with a panel. Units sort as numbers if their column is numeric, otherwise by code point.
 */
export interface PanelIndex {
  readonly unit: string;
  readonly time: string;
  readonly step: number;
  readonly nunits: number;
  readonly nperiods: number;
  /** Unit names in panel order (nunits). */
  readonly unitNames: readonly string[];
  /** Calendar values, first to last by step, including periods without a row (nperiods). */
  readonly periods: Float64Array;
  /** Unit of the periods if they are dates. */
  readonly frequency?: Frequency;
  /** The unit that the keys declare. */
  readonly declared?: Frequency;
  /** Table row of each panel position (nrows). */
  readonly order: Int32Array;
  /** True if the table's rows are in panel order: columns then need no copy. */
  readonly inPlace: boolean;
  /** Offsets of the units' positions (nunits + 1). */
  readonly unitStart: Int32Array;
  /** Period number, from 0, of each panel position (nrows). */
  readonly period: Int32Array;
}

/** Keys, and rows of each, that a message of 500 characters has room for. */
const maxListed = 5;
const maxRowsListed = 3;

/**
 * Index of the panel.
 *
 * @throws InputError `unknown-column`, `bad-step`, `missing-panel-key`, `time-off-grid`, `too-many-periods`,
 *   `duplicate-keys`; for time also `text-in-numeric-column` and `infinite-value`
 */
export function indexPanel(table: Table, keys: PanelKeys): PanelIndex {
  const { unit, time, step: given = 1, frequency: declared } = keys;
  if (!(given > 0 && given < Infinity)) {
    const message = `panel.step: expected a positive number, found ${given}`;
    throw new InputError('bad-step', message, { step: given });
  }
  const { fileRows } = table;
  const units = levelsOf(findColumn(table, unit, 'panel.unit'));
  const times = finiteColumn(table, time, 'panel.time');
  checkPresent({ use: 'panel.unit', column: unit, fileRows }, units.codes, (code) => code >= 0);
  checkPresent(
    { use: 'panel.time', column: time, fileRows },
    times,
    (value) => !Number.isNaN(value),
  );
  const calendar = calendarOf(findColumn(table, time, 'panel.time'), times, keys);
  const { frequency, step } = calendar;
  const from = { column: time, step, frequency, use: 'panel.time', fileRows };
  const grid = timeGrid(calendar.values, from);
  const inPlace = standsInOrder(units.codes, grid.periodOfRow);
  const order = inPlace ? rowNumbers(times.length) : sortedRows(units, grid);
  const index: PanelIndex = {
    unit,
    time,
    step,
    nunits: units.names.length,
    nperiods: grid.periods.length,
    unitNames: units.names,
    periods: grid.periods,
    ...(frequency && { frequency }),
    ...(declared && { declared }),
    order,
    inPlace,
    unitStart: unitStarts(units),
    period: inOrder(grid.periodOfRow, order, new Int32Array(order.length)),
  };
  checkUnique(index, fileRows);
  return index;
}

/** A period as messages and names write it, also one after the last: a date in words, any other number as it is. */
export function periodName({ periods, step, frequency }: PanelIndex, period: number): string {
  return nameOfTime(periods[period] ?? periods[0]! + step * period, frequency);
}

/** A period in results: a date in words, any other number as it is. */
export function calendarValue({ periods, frequency }: PanelIndex, period: number): number | string {
  return frequency === undefined ? periods[period]! : periodText(frequency, periods[period]!);
}

/** Unit, steps, and first and last period of a panel, as results have them. */
export function calendarFacts(panel: PanelIndex): {
  readonly frequency?: Frequency;
  readonly step: number;
  readonly periods: readonly [number | string, number | string];
} {
  const { frequency, step, nperiods } = panel;
  return {
    ...(frequency && { frequency }),
    step,
    periods: [calendarValue(panel, 0), calendarValue(panel, nperiods - 1)],
  };
}

/** A copy of values by table row, in panel order. */
export function inPanelOrder<T extends Float64Array | Uint8Array | Int32Array>(
  values: T,
  panel: PanelIndex,
): T {
  return inOrder(values, panel.order, values.slice() as T);
}

function inOrder<T extends Float64Array | Uint8Array | Int32Array>(
  values: T,
  order: Int32Array,
  sorted: T,
): T {
  for (let position = 0; position < order.length; position++) {
    sorted[position] = values[order[position]!]!;
  }
  return sorted;
}

/**
 * Values (nrows, in panel order) of the same unit `by` periods earlier, or later if `by` is negative. NaN if the unit
 * has no row in that period.
 */
export function lagged(values: Float64Array, panel: PanelIndex, by: number): Float64Array {
  const { period, unitStart, nunits } = panel;
  const result = moved(values, by);
  for (let unit = 0; unit < nunits; unit++) {
    const start = unitStart[unit]!;
    const end = unitStart[unit + 1]!;
    // Without gaps the row of another period is as many positions away.
    if (period[end - 1]! - period[start]! === end - 1 - start) {
      const first = by > 0 ? start : Math.max(start, end + by);
      const last = by > 0 ? Math.min(end, start + by) : end;
      for (let position = first; position < last; position++) result[position] = NaN;
      continue;
    }
    result.fill(NaN, start, end);
    let source = start;
    for (let position = start; position < end; position++) {
      const wanted = period[position]! - by;
      while (source < end && period[source]! < wanted) source++;
      if (source < end && period[source] === wanted) result[position] = values[source]!;
    }
  }
  return result;
}

/** Moves values `by` positions on in one copy. The lag of 1,031 rows: 4 us one at a time, 1 us this way. */
function moved(values: Float64Array, by: number): Float64Array {
  const result = values.slice();
  if (by > 0) result.copyWithin(by, 0);
  else result.copyWithin(0, -by);
  return result;
}

function checkPresent(
  { use, column, fileRows }: Omit<TimeColumn, 'step'>,
  values: Int32Array | Float64Array,
  isPresent: (value: number) => boolean,
): void {
  let first = -1;
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (isPresent(values[row]!)) continue;
    if (count === 0) first = row;
    count++;
  }
  if (count === 0) return;
  const others = count === 1 ? '' : ` and in ${count - 1} more`;
  const row = rowNumber(first, fileRows);
  const message = `column "${column}" has no value in row ${row}${others}; a panel needs one in every row`;
  throw inputError(use, 'missing-panel-key', message, { column, row, count });
}

/** Rows by unit and, within a unit, by period; rows of the same key keep their order. */
function sortedRows(units: Levels, grid: TimeGrid): Int32Array {
  const byPeriod = countingSort(
    rowNumbers(units.codes.length),
    grid.periodOfRow,
    grid.periods.length,
  );
  return countingSort(byPeriod, units.codes, units.names.length);
}

function rowNumbers(nrows: number): Int32Array {
  const rows = new Int32Array(nrows);
  for (let row = 0; row < nrows; row++) rows[row] = row;
  return rows;
}

/** True if the table's rows are in panel order, as in most files. */
function standsInOrder(codes: Int32Array, periods: Int32Array): boolean {
  for (let row = 1; row < codes.length; row++) {
    const step = codes[row]! - codes[row - 1]!;
    if (step < 0 || (step === 0 && periods[row]! < periods[row - 1]!)) return false;
  }
  return true;
}

/** `rows` in ascending order of key; rows of the same key keep their order. */
function countingSort(rows: Int32Array, keys: Int32Array, nkeys: number): Int32Array {
  const next = new Int32Array(nkeys + 1);
  for (let i = 0; i < rows.length; i++) next[keys[rows[i]!]! + 1]!++;
  for (let k = 0; k < nkeys; k++) next[k + 1]! += next[k]!;
  const sorted = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    sorted[next[keys[row]!]!++] = row;
  }
  return sorted;
}

function unitStarts({ names, codes }: Levels): Int32Array {
  const start = new Int32Array(names.length + 1);
  for (let row = 0; row < codes.length; row++) start[codes[row]! + 1]!++;
  for (let unit = 0; unit < names.length; unit++) start[unit + 1]! += start[unit]!;
  return start;
}

function hasRepeated({ period, unitStart, nunits }: PanelIndex): boolean {
  for (let unit = 0; unit < nunits; unit++) {
    for (let position = unitStart[unit]! + 1; position < unitStart[unit + 1]!; position++) {
      if (period[position] === period[position - 1]) return true;
    }
  }
  return false;
}

/** A unit and period with several rows, numbered as in the file. */
interface Repeated {
  readonly unit: string;
  readonly time: number | string;
  readonly rows: readonly number[];
}

function checkUnique(panel: PanelIndex, fileRows: FileRows | undefined): void {
  const { period, unitStart, order } = panel;
  if (!hasRepeated(panel)) return;
  const repeated: Repeated[] = [];
  panel.unitNames.forEach((unit, u) => {
    const end = unitStart[u + 1]!;
    for (let from = unitStart[u]!, to = from; from < end; from = to) {
      while (to < end && period[to] === period[from]) to++;
      if (to - from === 1) continue;
      const rows = Array.from(order.subarray(from, to), (row) => rowNumber(row, fileRows));
      repeated.push({ unit, time: calendarValue(panel, period[from]!), rows });
    }
  });
  const keys = repeated.slice(0, maxListed);
  const more = repeated.length > maxListed ? `, and ${repeated.length - maxListed} more` : '';
  const message = `each (${panel.unit}, ${panel.time}) must occur once, found ${repeated.length} repeated: ${keys.map(repeatedWords).join(', ')}${more}; remove or rename the repeated rows`;
  throw inputError('panel', 'duplicate-keys', message, { total: repeated.length, keys });
}

/** `(3, 1980) in rows 5, 9`. */
function repeatedWords({ unit, time, rows }: Repeated): string {
  const listed = rows.slice(0, maxRowsListed).join(', ');
  const more = rows.length > maxRowsListed ? ` and ${rows.length - maxRowsListed} more` : '';
  return `(${unit.length > 20 ? `${unit.slice(0, 17)}...` : unit}, ${time}) in rows ${listed}${more}`;
}
