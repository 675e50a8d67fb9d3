/** The units and periods of rows. Some rows may have none. */
import { findColumn, finiteColumn, rowNumber, type Table } from '../../data/index.js';
import type { Warning } from '../../results/common.js';
import { type ColumnLevels, columnLevels } from './values.js';
import { descriptionWarnings } from '../../words/en/warnings/descriptions.js';
import { warning } from '../../words/warning.js';

export interface PanelKeyRows {
  readonly levels: ColumnLevels;
  /** Position of each row's unit among the levels; -1 without a unit or time. */
  readonly units: Int32Array;
  /** The time of each row; undefined without a time column. */
  readonly times: Float64Array | undefined;
  readonly rowsWithoutKey: number;
  readonly warnings: readonly Warning[];
}

/**
 * The unit of each row. A row that lacks a unit or a time has none, and adds to a warning.
 *
 * @throws InputError `unknown-column`; for time also `text-in-numeric-column` and `infinite-value`
 */
export function panelKeyRows(
  subject: string,
  table: Table,
  unit: string,
  time: string | undefined,
): PanelKeyRows {
  const column = findColumn(table, unit, `${subject}.unit`);
  const times = time === undefined ? undefined : finiteColumn(table, time, `${subject}.time`);
  const timed = Uint8Array.from({ length: table.nrows }, (_, row) =>
    Number(times === undefined || !Number.isNaN(times[row])),
  );
  const levels = columnLevels(column, timed);
  const units = levels.codes.map((code, row) => (timed[row] === 1 ? code : -1));
  const first = units.indexOf(-1);
  const rowsWithoutKey = units.reduce((count, code) => count + Number(code < 0), 0);
  if (first < 0) return { levels, units, times, rowsWithoutKey, warnings: [] };
  const detail = {
    keys: time === undefined ? [unit] : [unit, time],
    without: rowsWithoutKey,
    rows: units.length,
    first: rowNumber(first, table.fileRows),
  };
  return {
    levels,
    units,
    times,
    rowsWithoutKey,
    warnings: [warning(descriptionWarnings, 'rows-without-key', detail)],
  };
}
