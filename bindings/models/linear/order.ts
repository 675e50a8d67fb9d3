import {
  finiteColumn,
  type LedgerRule,
  presentRule,
  type Table,
  timeGrid,
} from '../../data/index.js';
import type { PanelIndex } from '../../data/index.js';
import type { PanelSpec } from '../common.js';
import type { LinearCovariance } from './model.js';

/** Where in time the rows used stand, for covariances that need it. */
export interface Order {
  readonly column: string;
  /** Period of each row (nrows); calendar values of the periods. */
  readonly period: Int32Array;
  readonly periods: Float64Array;
  /** Unit of each row (nrows), all 0 without a panel. */
  readonly unit: Int32Array;
  readonly nunits: number;
}

interface Ordered {
  readonly panel?: PanelSpec | undefined;
  readonly vcov: LinearCovariance;
}

const use = 'vcov.order';

/** Rows that have no place in the order are left out. */
export function orderRule({ vcov }: Ordered, table: Table): LedgerRule[] {
  if (vcov.order === undefined) return [];
  return [presentRule(`${vcov.order} (order)`, finiteColumn(table, vcov.order, use))];
}

/**
 * The order of the rows used (`rows` of the table); undefined where the covariance needs none.
 *
 * @throws InputError `time-off-grid`, `too-many-periods`
 */
export function orderOf(
  { panel: keys, vcov }: Ordered,
  table: Table,
  panel: PanelIndex | undefined,
  rows: Int32Array,
): Order | undefined {
  const { order: column } = vcov;
  if (column === undefined || rows.length === 0) return undefined;
  const values = finiteColumn(table, column, use);
  // Rows that are not used get the first period, so that messages count the rows of the file.
  const times = new Float64Array(table.nrows).fill(values[rows[0]!]!);
  for (const row of rows) times[row] = values[row]!;
  const { periods, periodOfRow } = timeGrid(times, { column, step: keys?.step ?? 1, use });
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
