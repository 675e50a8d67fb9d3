/** Warnings about columns whose types a file declares. */
import type { Column } from '../column.js';
import type { TableWarning } from '../table-warning.js';
import { textWarnings } from '../warnings/column-warnings.js';
import { tableWarnings } from '../../words/en/warnings/tables.js';
import { warning } from '../../words/warning.js';

/** Warns that a column is left out, as its cells are lists or structures. */
export function leftOut(column: string): TableWarning {
  return { ...warning(tableWarnings, 'column-left-out', { column }), column };
}

/** Warns of whole numbers that stay text, as a double would round one of them. */
export function typedWarnings(columns: ReadonlyMap<string, Column>): TableWarning[] {
  return [...columns].flatMap(([name, column]) => {
    if (column.kind !== 'text' || column.integers !== true) return [];
    return integerWarnings(name, column.values);
  });
}

/** The warning about the first whole number that a double would round; `rowOf` gives its row in the file. */
export function integerWarnings(
  name: string,
  values: readonly string[],
  rowOf: (place: number) => number = (place) => place,
): TableWarning[] {
  const place = values.findIndex((cell) => cell !== '' && String(Number(cell)) !== cell);
  const cell = values[place];
  if (cell === undefined) return [];
  return textWarnings(name, values, { row: rowOf(place), cell, loss: 'digits' });
}
