/** Warnings about columns whose cells are numbers that doubles would change. */
import { omit } from '../../core/values/omit.js';
import { leadsWithZeros, type TextReason } from '../cells/number-text.js';
import { rowNumber } from '../place.js';
import type { TableWarning } from '../table-warning.js';
import type { MissingCode } from '../../words/details/columns.js';
import { columnWarnings } from '../../words/en/warnings/columns.js';
import { warning, type Warning } from '../../words/warning.js';

/**
 * The warning that cells with a code count as missing, with the number in each column. A model reports it only for its
 * own columns.
 */
export function missingCodeWarning(
  text: string,
  byColumn: ReadonlyMap<string, number>,
): TableWarning {
  const columns = Array.from(byColumn, ([column, cells]) => ({ column, cells }));
  return {
    ...warning(columnWarnings, 'missing-codes', { text, columns }),
    columns: [...byColumn.keys()],
  };
}

/** The columns that a warning is about; none if it is about the table. */
export function columnsOf({ column, columns }: TableWarning): readonly string[] {
  return columns ?? (column === undefined ? [] : [column]);
}

/** The detail of a missing code that several columns may have. */
export function missingCodeOf({ code, detail }: TableWarning): MissingCode | undefined {
  return code === 'missing-codes' && detail !== undefined && 'text' in detail ? detail : undefined;
}

/** The warning without what says which models it concerns. */
export function plainWarning(tableWarning: TableWarning): Warning {
  return omit(tableWarning, 'column', 'columns', 'ofCodes') as Warning;
}

/** Warnings about a column of numbers that stays text for this reason. */
export function textWarnings(
  column: string,
  cells: readonly string[],
  { row, cell, loss }: TextReason,
  lineOf: (row: number) => number = rowNumber,
): TableWarning[] {
  if (loss === 'zeros') return zeroWarnings(column, cells);
  const code = loss === 'digits' ? 'integers-as-text' : 'number-out-of-range';
  return [{ ...warning(columnWarnings, code, { column, cell, row: lineOf(row) }), column }];
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
    const pair = { column, first: cell, second: short };
    return [{ ...warning(columnWarnings, 'leading-zeros', pair), column }];
  }
  return [];
}

/** Warns that two texts of a column are one number. */
export function repeatedNumberWarning(
  column: string,
  [first, second]: readonly [string, string],
): TableWarning {
  const pair = { column, first, second };
  return { ...warning(columnWarnings, 'repeated-number', pair), column, ofCodes: true };
}

/** Warns that a column of decimals has an integer that its double rounds: it may be an id. */
export function numberWarning(
  column: string,
  { cell, value, line }: { cell: string; value: number; line: number },
): TableWarning {
  const detail = { column, cell, row: line, value };
  return { ...warning(columnWarnings, 'rounded-integers', detail), column };
}
