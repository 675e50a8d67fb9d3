/** The values of columns in the form in which results show them. */
import { type Column, levelsOf } from '../../data/index.js';
import type { Levels } from '../../data/levels.js';
import { type Frequency, periodText } from '../../data/panel/periods.js';
import type { DataValue } from '../../results/describe/description.js';

/** A value of a column in the form of the file: a date as text, a boolean as false or true. */
export function valueOf(column: Column & { readonly kind: 'number' }, value: number): DataValue {
  if (column.boolean) return value !== 0;
  return column.frequency === undefined ? value : periodOf(column.frequency, value);
}

/** A time as a number, or as the text of a date. */
export function periodOf(frequency: Frequency | undefined, time: number): number | string {
  return frequency === undefined ? time : periodText(frequency, time);
}

/** The distinct values of a column in order, the label of each, and the position of the value of each row. */
export interface ColumnLevels extends Pick<Levels, 'codes'> {
  readonly values: readonly DataValue[];
  readonly labels: readonly (string | undefined)[];
}

/** The levels of a column in the rows with `among[row]` = 1, by default in all rows. */
export function columnLevels(column: Column, among?: Uint8Array): ColumnLevels {
  const { names, codes } = levelsOf(column, among);
  const values = names.map((name) =>
    column.kind === 'number' ? valueOf(column, Number(name)) : name,
  );
  return { values, labels: names.map((name) => column.valueLabels?.get(name)), codes };
}

/** True if the row has a value. */
export function isPresent(column: Column, row: number): boolean {
  if (column.kind === 'number') return !Number.isNaN(column.values[row]);
  return column.values[row] !== '' || (column.nulls !== undefined && column.nulls[row] === 0);
}
