import type { MissingKinds } from '../../column.js';
import type { TableWarning } from '../../column-warnings.js';
import { periodText } from '../../periods.js';
import { cellColumn, type ReadColumn, type TypedCell } from '../cell-column.js';
import { isMissingCode } from '../missing-codes.js';
import type { SheetCell } from './sheet.js';

/** A cell of a column that is not a value but an error. */
function isError(cell: SheetCell | undefined): cell is { readonly error: string } {
  return typeof cell === 'object' && 'error' in cell;
}

/** What a heading or a missing code is compared with. */
export function cellText(cell: SheetCell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  if ('error' in cell) return cell.error;
  return 'numeral' in cell ? cell.numeral : periodText(cell.frequency, cell.count);
}

/**
 * The column of cells of a sheet. Errors, declared codes and, in a column of numbers or dates, words such as NA are
 * missing; a warning counts each.
 */
export function sheetColumn(
  name: string,
  cells: readonly (SheetCell | undefined)[],
  declared: ReadonlySet<string>,
  place: (row: number) => string,
): ReadColumn {
  const kinds = new Map<number, string>();
  const values: TypedCell[] = cells.map((cell, row) => {
    if (cell === undefined) return null;
    const isCode = declared.has(cellText(cell));
    if (!isError(cell) && !isCode) return cell;
    kinds.set(row, cellText(cell));
    return null;
  });
  const words = missingWords(values);
  const present =
    words.size === 0 ? values : values.map((cell, row) => (words.has(row) ? null : cell));
  const { column, warnings } = cellColumn(name, present, { place });
  return {
    column: kinds.size === 0 ? column : { ...column, missing: kindsOf(kinds, cells.length) },
    warnings: [
      ...warnings,
      ...countWarnings(name, 'missing-codes', words, place),
      ...countWarnings(name, 'cell-errors', errorsAmong(cells), place),
    ],
  };
}

/** The words such as NA by row, if all other cells are of one type that is not text. */
function missingWords(values: readonly TypedCell[]): Map<number, string> {
  const words = new Map<number, string>();
  let nothers = 0;
  for (const [row, cell] of values.entries()) {
    if (cell === null || cell === undefined) continue;
    if (typeof cell !== 'string') nothers++;
    else if (isMissingCode(cell)) words.set(row, cell.trim());
    else return new Map();
  }
  return nothers === 0 ? new Map() : words;
}

function errorsAmong(cells: readonly (SheetCell | undefined)[]): Map<number, string> {
  return new Map(cells.flatMap((cell, row) => (isError(cell) ? [[row, cell.error] as const] : [])));
}

function kindsOf(kinds: ReadonlyMap<number, string>, nrows: number): MissingKinds {
  const names = [...new Set(kinds.values())];
  const codes = new Uint8Array(nrows);
  for (const [row, kind] of kinds) codes[row] = 1 + names.indexOf(kind);
  return { names, codes };
}

function countWarnings(
  name: string,
  code: 'missing-codes' | 'cell-errors',
  cells: ReadonlyMap<number, string>,
  place: (row: number) => string,
): TableWarning[] {
  const [first] = cells;
  if (first === undefined) return [];
  const counts = new Map<string, number>();
  for (const kind of cells.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const list = [...counts].map(([kind, count]) => `${kind} (${count})`).join(', ');
  const message = `column "${name}" counts as missing: ${list}; the first is in ${place(first[0])}`;
  return [{ code, message, column: name }];
}
