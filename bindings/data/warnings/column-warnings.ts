/** Warnings about columns whose cells are numbers that doubles would change. */
import { listed } from '../../core/text/messages.js';
import { leadsWithZeros, type TextReason } from '../cells/number-text.js';
import { rowNumber } from '../place.js';
import type { TableWarning } from '../table-warning.js';

/** The warning that cells with a code are missing, so many in each column. */
export function missingCodeWarning(
  missing: string,
  byColumn: ReadonlyMap<string, number>,
): TableWarning {
  const total = [...byColumn.values()].reduce((sum, count) => sum + count, 0);
  const columns = [...byColumn.keys()];
  const places = `${columns.length > 1 ? 'columns' : 'column'} ${listed(columns.map((name) => `"${name}"`))}`;
  const message = `${total} ${total === 1 ? 'cell' : 'cells'} with "${missing}" in ${places} ${total === 1 ? 'is' : 'are'} missing`;
  const counts = Object.fromEntries(byColumn);
  return { code: 'missing-codes', message, columns, missing, counts };
}

/** Warnings about a column of numbers that stays text for this reason. */
export function textWarnings(
  column: string,
  cells: readonly string[],
  { row, cell, loss }: TextReason,
  lineOf: (row: number) => number = rowNumber,
): TableWarning[] {
  const place = `${cell} in row ${lineOf(row)}`;
  switch (loss) {
    case 'digits': {
      const message = `column "${column}" stays text: it has integers that a double would round, such as ${place}`;
      return [{ code: 'integers-as-text', message, column }];
    }
    case 'range': {
      const message = `column "${column}" stays text: ${place} is out of the range of doubles`;
      return [{ code: 'number-out-of-range', message, column }];
    }
    case 'zeros':
      return zeroWarnings(column, cells);
  }
}

/** Leading zeros make a column text; that separates cells only where a number is written in two ways. */
function zeroWarnings(column: string, cells: readonly string[]): TableWarning[] {
  const length = cells.find((cell) => cell !== '')?.length;
  if (cells.every((cell) => cell === '' || cell.length === length)) return [];
  const values = new Set(cells);
  for (const cell of values) {
    if (!leadsWithZeros(cell)) continue;
    const short = cell.replace(/^([+-]?)0+(?=\d)/, '$1');
    if (!values.has(short)) continue;
    const message = `column "${column}" stays text because of its leading zeros, so "${cell}" and "${short}" are different values`;
    return [{ code: 'leading-zeros', message, column }];
  }
  return [];
}

/** Warns that two texts of a column are one number. */
export function repeatedNumberWarning(
  column: string,
  [first, second]: readonly [string, string],
): TableWarning {
  const message = `column "${column}" has "${first}" and "${second}", which are one number and so one unit, level or key; set types: {${column}: text} to keep them apart`;
  return { code: 'repeated-number', message, column, ofCodes: true };
}

/** Warns that a column of decimals has an integer that its double rounds: it may be an id. */
export function numberWarning(
  column: string,
  { cell, value, line }: { cell: string; value: number; line: number },
): TableWarning {
  const message = `column "${column}" is read as decimals: ${cell} in row ${line} is rounded to ${value}`;
  return { code: 'rounded-integers', message, column };
}
