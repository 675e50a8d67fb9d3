/** Warnings about a whole text table. */
import type { Column, MissingKinds } from '../../column.js';
import type { TableWarning } from '../../table-warning.js';
import { missingCodeWarning } from '../../warnings/column-warnings.js';
import type { Trailing } from './batches.js';

type NamedColumn = readonly [name: string, column: Column];

/** Says for each missing code how many cells have it, and in which columns. */
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

/** Says which columns and cells at the ends of lines are left out, all of them empty. */
export function trailingWarnings(
  { count, line }: Trailing,
  dropped: readonly unknown[],
): TableWarning[] {
  const code = 'trailing-delimiters';
  const columns = dropped.length === 1 ? 'a column' : `${dropped.length} columns`;
  return [
    ...(dropped.length > 0
      ? [{ code, message: `${columns} without name and values at the end of the lines left out` }]
      : []),
    ...(count > 0
      ? [
          {
            code,
            message: `empty cells beyond the last column left out in ${count} ${count === 1 ? 'row' : 'rows'}, the first row ${line}`,
          },
        ]
      : []),
  ];
}

/** Warns of U+FFFD, which another program has written where it could not read a letter. */
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
  const meaning = 'an earlier conversion lost letters, and different names may have become one';
  const place =
    first === undefined
      ? 'its name'
      : `${count} of its cells, the first "${first.cell}" in row ${first.line}`;
  const message = `column "${column}" has the replacement character U+FFFD in ${place}: ${meaning}`;
  return [{ code: 'replacement-character', message, column }];
}
