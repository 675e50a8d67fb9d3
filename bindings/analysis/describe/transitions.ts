/** Moves between categories, and columns that do not change. */
import { type Column, findColumn, type Table } from '../../data/index.js';
import type { Transitions } from '../../results/describe/panel-report.js';
import { columnLevels, isPresent } from './values.js';
import { columnsWithFewValues, valuesOfColumn } from '../../words/expectations/analysis/results.js';
import { badFinding } from '../../core/errors/bad-argument.js';

/** Maximum number of values of a column of categories. */
const MOST_LEVELS = 50;

/** The unit and the period of each row, -1 for a row that lacks either. */
export interface PanelRows {
  readonly units: Int32Array;
  readonly periods: Int32Array;
  readonly nunits: number;
  readonly nperiods: number;
}

/**
 * Counts how often units move from each value of a column to each value in the next period. A unit's period does not
 * count if its rows have different values.
 *
 * @throws InputError `unknown-column`, or `bad-value` for a column with many values
 */
export function transitionsOf(table: Table, name: string, panel: PanelRows): Transitions {
  const column = findColumn(table, name, 'panel-report.categories');
  const { values, labels, codes } = columnLevels(column);
  if (values.length > MOST_LEVELS) {
    const expected = columnsWithFewValues({ most: MOST_LEVELS });
    const finding = valuesOfColumn({ count: values.length, column: name });
    throw badFinding('panel-report', 'categories', expected, finding);
  }
  const { units, periods, nunits, nperiods } = panel;
  const cells = new Int32Array(nunits * nperiods).fill(NONE);
  codes.forEach((code, row) => {
    if (units[row]! < 0 || code < 0) return;
    const cell = units[row]! * nperiods + periods[row]!;
    cells[cell] = cells[cell] === NONE || cells[cell] === code ? code : SEVERAL;
  });
  const counts = values.map(() => values.map(() => 0));
  for (let cell = 0; cell + 1 < cells.length; cell++) {
    const [from, to] = [cells[cell]!, cells[cell + 1]!];
    if ((cell + 1) % nperiods > 0 && from >= 0 && to >= 0) counts[from]![to]!++;
  }
  const known = labels.some((label) => label !== undefined);
  return {
    levels: values,
    ...(known && { labels: labels.map((label, i) => label ?? String(values[i])) }),
    counts,
  };
}

const NONE = -1;
const SEVERAL = -2;

/** Names of the columns that are constant within every unit. At least one unit must have two rows with a value. */
export function timeConstantColumns(
  table: Table,
  keys: readonly string[],
  { units, nunits }: Pick<PanelRows, 'units' | 'nunits'>,
): string[] {
  return Array.from(table.columns)
    .filter(([name, column]) => !keys.includes(name) && isTimeConstant(column, units, nunits))
    .map(([name]) => name);
}

function isTimeConstant(column: Column, units: Int32Array, nunits: number): boolean {
  const firstRow = new Int32Array(nunits).fill(NONE);
  let compared = false;
  for (let row = 0; row < units.length; row++) {
    const unit = units[row]!;
    if (unit < 0 || !isPresent(column, row)) continue;
    const first = firstRow[unit]!;
    if (first === NONE) {
      firstRow[unit] = row;
      continue;
    }
    compared = true;
    if (column.values[row] !== column.values[first]) return false;
  }
  return compared;
}
