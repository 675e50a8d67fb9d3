/** Warnings about a whole text table. */
import type { Column, MissingKinds } from '../../column.js';
import type { TableWarning } from '../../table-warning.js';
import { missingCodeWarning } from '../../warnings/column-warnings.js';
import type { Trailing } from './batches.js';
import { cellWarnings } from '../../../words/en/warnings/cells.js';
import { fileWarnings } from '../../../words/en/warnings/files.js';
import { warning } from '../../../words/warning.js';

type NamedColumn = readonly [name: string, column: Column];

/** Reports for each missing code how many cells have it, and in which columns. */
export function missingWarnings(columns: readonly NamedColumn[]): TableWarning[] {
  return missingCountWarnings(
    columns.map(([name, { missing }]) => [
      name,
      missing === undefined ? new Map() : countKinds(missing),
    ]),
  );
}

/** `missingWarnings` from the cells of each code, by column. */
export function missingCountWarnings(
  columns: readonly (readonly [name: string, counts: ReadonlyMap<string, number>])[],
): TableWarning[] {
  const counts = new Map<string, Map<string, number>>();
  for (const [name, byCode] of columns) {
    for (const [code, count] of byCode) {
      const byColumn = counts.get(code) ?? new Map<string, number>();
      counts.set(code, byColumn.set(name, count));
    }
  }
  return Array.from(counts, ([code, byColumn]) => missingCodeWarning(code, byColumn));
}

/** How many cells have each code. Adds to `counts`. */
export function countKinds(
  { names, codes }: MissingKinds,
  counts = new Map<string, number>(),
): Map<string, number> {
  for (const kind of codes) {
    if (kind === 0) continue;
    const code = names[kind - 1]!;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** Reports columns and cells at the ends of lines that are left out because they are empty. */
export function trailingWarnings(
  { count, line }: Trailing,
  dropped: readonly unknown[],
): TableWarning[] {
  const parts = [
    ...(dropped.length > 0 ? [{ columns: dropped.length }] : []),
    ...(count > 0 ? [{ rows: count, first: line }] : []),
  ];
  return parts.map((detail) => warning(fileWarnings, 'trailing-delimiters', detail));
}

/** Warns of U+FFFD, which another program wrote for characters that it could not decode. */
export function replacementWarnings(
  columns: readonly NamedColumn[],
  lineOf: (row: number) => number,
): TableWarning[] {
  return columns.flatMap(([name, column]) => {
    const cells = column.kind === 'text' ? column.values : [];
    const rows = cells.flatMap((cell, row) => (cell.includes('\uFFFD') ? [row] : []));
    const [row] = rows;
    const first = row === undefined ? undefined : { cell: cells[row]!, line: lineOf(row) };
    return replacementWarning(name, rows.length, first);
  });
}

/** The warning about a column in which so many cells have U+FFFD; none if its name has none either. */
export function replacementWarning(
  column: string,
  count: number,
  first: { readonly cell: string; readonly line: number } | undefined,
): TableWarning[] {
  if (first === undefined && !column.includes('\uFFFD')) return [];
  const cells = first && { count, first: first.cell, row: first.line };
  const detail = { column, ...(cells && { cells }) };
  return [{ ...warning(cellWarnings, 'replacement-character', detail), column }];
}
