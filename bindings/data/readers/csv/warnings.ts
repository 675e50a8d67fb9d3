/** Warnings about a whole text table. */
import { listed } from '../../../core/messages.js';
import type { Column } from '../../column.js';
import type { TableWarning } from '../../warnings/column-warnings.js';
import type { Trailing } from './batches.js';

type NamedColumn = readonly [name: string, column: Column];

/** Says for each missing code how many cells have it, and in which columns. */
export function missingWarnings(columns: readonly NamedColumn[]): TableWarning[] {
  const counts = new Map<string, Map<string, number>>();
  for (const [name, { missing }] of columns) {
    if (missing === undefined) continue;
    for (const [kind, count] of countsOf(missing.codes)) {
      const code = missing.names[kind - 1]!;
      const byColumn = counts.get(code) ?? new Map<string, number>();
      counts.set(code, byColumn.set(name, count));
    }
  }
  return Array.from(counts, ([code, byColumn]) => {
    const total = [...byColumn.values()].reduce((sum, count) => sum + count, 0);
    const names = [...byColumn.keys()];
    const places = `${names.length > 1 ? 'columns' : 'column'} ${listed(names.map((name) => `"${name}"`))}`;
    const message = `${total} ${total === 1 ? 'cell' : 'cells'} with "${code}" in ${places} ${total === 1 ? 'is' : 'are'} missing`;
    return { code: 'missing-codes', message, columns: names };
  });
}

/** How many cells have each kind, apart from none. */
function countsOf(codes: Uint8Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const kind of codes) if (kind > 0) counts.set(kind, (counts.get(kind) ?? 0) + 1);
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
  const meaning = 'an earlier conversion lost letters, and different names may have become one';
  return columns.flatMap(([name, column]) => {
    const cells = column.kind === 'text' ? column.values : [];
    const rows = cells.flatMap((cell, row) => (cell.includes('\uFFFD') ? [row] : []));
    const [row] = rows;
    const place =
      row === undefined
        ? 'its name'
        : `${rows.length} of its cells, the first "${cells[row]!}" in row ${lineOf(row)}`;
    if (row === undefined && !name.includes('\uFFFD')) return [];
    const message = `column "${name}" has the replacement character U+FFFD in ${place}: ${meaning}`;
    return [{ code: 'replacement-character', message }];
  });
}
