/** Sorts rows into panel order. */
import type { Levels } from '../levels.js';
import { type FileRows, inputError, rowNumber } from '../place.js';
import { calendarValue, inOrder, type PanelIndex } from './panel.js';
import type { TimeGrid } from './time-grid.js';
import { duplicateKeys, type RepeatedPeriod } from '../../words/errors/data/panels.js';

/** Maximum keys in a message of 500 characters. */
const maxListed = 5;

type Names = Pick<PanelIndex, 'unit' | 'time' | 'step' | 'frequency'>;

/**
 * The index of a panel, given the units and periods of its rows.
 *
 * @throws InputError `duplicate-keys`
 */
export function arranged(
  names: Names,
  units: Levels,
  grid: TimeGrid,
  fileRows?: FileRows,
): PanelIndex {
  const inPlace = standsInOrder(units.codes, grid.periodOfRow);
  const order = inPlace ? rowNumbers(units.codes.length) : sortedRows(units, grid);
  const index: PanelIndex = {
    ...names,
    nunits: units.names.length,
    nperiods: grid.periods.length,
    unitNames: units.names,
    periods: grid.periods,
    order,
    inPlace,
    unitStart: unitStarts(units),
    period: inOrder(grid.periodOfRow, order, new Int32Array(order.length)),
  };
  checkUnique(index, fileRows);
  return index;
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

/** True if the table's rows are already in panel order, as in most files. */
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

function checkUnique(panel: PanelIndex, fileRows: FileRows | undefined): void {
  const { period, unitStart, order } = panel;
  if (!hasRepeated(panel)) return;
  const repeated: RepeatedPeriod[] = [];
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
  const { unit, time } = panel;
  throw inputError('panel', duplicateKeys({ total: repeated.length, keys, unit, time }));
}
