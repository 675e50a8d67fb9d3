import { finiteColumn, type Table, findColumn } from '../../../data/table.js';
import { type LedgerRule, presentRule } from '../../../data/ledger.js';
import type { PanelIndex } from '../../../data/panel/panel.js';
import { timeGrid } from '../../../data/panel/time-grid.js';
import { calendarOf } from '../../../data/panel/frequency.js';
import type { PanelSpec } from '../../schema/common.js';
import type { LinearCovariance } from '../model/model.js';

/** Unit and period of the rows used, for covariances that need them. */
export interface Order {
  readonly column: string;
  /** Period of each row (nrows); calendar values of the periods. */
  readonly period: Int32Array;
  readonly periods: Float64Array;
  /** Unit of each row (nrows), all 0 without a panel. */
  readonly unit: Int32Array;
  readonly nunits: number;
}

/** The table, its panel and the keys that describe the panel. */
export interface Calendar {
  readonly table: Table;
  readonly panel: PanelIndex | undefined;
  readonly keys: PanelSpec | undefined;
}

/** Leaves out rows that have no place in the order; `use` is the key that names the column. */
export function orderRule({ order }: LinearCovariance, table: Table, use: string): LedgerRule[] {
  if (order === undefined) return [];
  return [presentRule(`${order} (order)`, finiteColumn(table, order, use))];
}

/**
 * The order of the rows used (`rows` of the table); undefined if the covariance needs no order.
 *
 * @throws InputError `time-off-grid`, `too-many-periods`
 */
export function orderOf(
  { order: column }: LinearCovariance,
  { table, panel, keys }: Calendar,
  rows: Int32Array,
  use: string,
): Order | undefined {
  if (column === undefined || rows.length === 0) return undefined;
  const values = finiteColumn(table, column, use);
  // Unused rows get the first period, so that messages give row numbers of the file.
  const times = new Float64Array(table.nrows).fill(values[rows[0]!]!);
  for (const row of rows) times[row] = values[row]!;
  const steps = column === keys?.time ? keys : { step: keys?.step };
  const calendar = calendarOf(findColumn(table, column, use), times, steps);
  const { values: counts, step, frequency } = calendar;
  const { periods, periodOfRow } = timeGrid(counts, {
    column,
    step,
    frequency,
    use,
    fileRows: table.fileRows,
  });
  const units = unitOfRow(panel, table.nrows);
  return {
    column,
    period: rows.map((row) => periodOfRow[row]!),
    periods,
    unit: rows.map((row) => units[row]!),
    nunits: panel?.nunits ?? 1,
  };
}

function unitOfRow(panel: PanelIndex | undefined, nrows: number): Int32Array {
  const units = new Int32Array(nrows);
  if (panel === undefined) return units;
  for (let unit = 0; unit < panel.nunits; unit++) {
    const end = panel.unitStart[unit + 1]!;
    for (let i = panel.unitStart[unit]!; i < end; i++) units[panel.order[i]!] = unit;
  }
  return units;
}
