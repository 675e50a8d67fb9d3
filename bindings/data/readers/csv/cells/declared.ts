/** Columns whose type the options declare. */
import { InputError } from '../../../../core/errors/errors.js';
import type { TableWarning } from '../../../table-warning.js';
import { numberWarning } from '../../../warnings/column-warnings.js';
import { alikeCells } from '../../../warnings/look-alikes.js';
import { resembledCode } from '../../../cells/missing-codes.js';
import { losesDigits, lossOf, toNumber } from '../../../cells/number-text.js';
import type { ColumnType } from '../../options.js';
import { convertCells } from './convert.js';
import { dateFormats } from '../../../cells/dates.js';
import type { ColumnContext, ReadColumn } from './context.js';
import type { CellTexts } from './texts/text-cells.js';
import { textColumn } from './text-column.js';
import { badDeclaredCell, type DeclaredCell } from '../../../../words/errors/readers/csv.js';

/**
 * The column of a declared type. Missing codes are missing, in text only those that are declared.
 *
 * @throws InputError `bad-cell` for the first cell that is not of this type
 */
export function declaredColumn(
  cells: CellTexts,
  type: ColumnType,
  context: ColumnContext,
  subject: string,
): ReadColumn {
  if (type === 'text') {
    const { column } = textColumn(cells, context, false);
    return { column, warnings: alikeCells(context.name, column) };
  }
  const trimmed = cells.values.map((cell) => cell.trim());
  if (type === 'number') return numbers(trimmed, context, subject);
  let failed = -1;
  const formats = dateFormats(type);
  for (const { count, frequency } of formats) {
    const made = convertCells(trimmed, context.format.codes, count);
    if (typeof made !== 'number')
      return { column: { kind: 'number', ...made, frequency }, warnings: [] };
    failed = Math.max(failed, made);
  }
  const examples = formats.map(({ example }) => example);
  throw badCell(subject, trimmed[failed]!, failed, context, { type, examples });
}

function numbers(cells: readonly string[], context: ColumnContext, subject: string): ReadColumn {
  const { name, format, lineOf } = context;
  const warnings: TableWarning[] = [];
  const made = convertCells(cells, format.codes, (cell) => {
    const digits = format.plain(cell);
    return digits === undefined || lossOf(digits) === 'range' ? undefined : toNumber(digits);
  });
  if (typeof made === 'number') throw badCell(subject, cells[made]!, made, context);
  const row = cells.findIndex((cell) => losesDigits(format.plain(cell) ?? ''));
  if (row >= 0) {
    const rounded = { cell: cells[row]!, value: made.values[row]!, line: lineOf(row) };
    warnings.push(numberWarning(name, rounded));
  }
  return { column: { kind: 'number', ...made }, warnings };
}

function badCell(
  subject: string,
  cell: string,
  row: number,
  { name, lineOf }: ColumnContext,
  expected: Pick<DeclaredCell, 'type' | 'examples'> = { type: undefined, examples: [] },
): InputError {
  const code = resembledCode(cell);
  const told = badDeclaredCell({ column: name, row: lineOf(row), cell, code, ...expected });
  return new InputError(told, subject);
}
