/** The panel of a table. */
import { InputError } from '../../core/errors/errors.js';
import { levelsOf } from '../levels.js';
import { inputError, rowNumber } from '../place.js';
import { finiteColumn, findColumn, type Table } from '../table.js';
import { arranged } from './arranged.js';
import { calendarOf } from './frequency.js';
import type { PanelIndex, PanelKeys } from './panel.js';
import { type TimeColumn, timeGrid } from './time-grid.js';
import { missingPanelKey } from '../../words/errors/columns.js';
import { badStep } from '../../words/errors/data/panels.js';

/**
 * Index of the panel.
 *
 * @throws InputError `unknown-column`, `bad-step`, `missing-panel-key`, `time-off-grid`, `too-many-periods`,
 *   `duplicate-keys`; for time also `text-in-numeric-column` and `infinite-value`
 */
export function panelOf(table: Table, keys: PanelKeys): PanelIndex {
  const { unit, time, step: given = 1 } = keys;
  if (!(given > 0 && given < Infinity)) {
    throw new InputError(badStep({ step: given }), 'panel.step');
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
  const dates = frequency && { frequency };
  return arranged({ unit, time, step, ...dates }, units, grid, fileRows);
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
  const row = rowNumber(first, fileRows);
  throw inputError(use, missingPanelKey({ column, row, count }));
}
