/** A table in parts of neighbouring columns, each with the labels. */
import { vocabularyOf } from '../../../../words/languages/index.js';
import type { PaperTable } from '../table.js';

/** The table with only columns `first` to `last`, renumbered from 1; notes stay with the last columns. */
export function sliceColumns(table: PaperTable, first: number, last: number): PaperTable {
  const columns = table.head[0]!.length - 1;
  const inside = (column: number) => first <= column && column <= last;
  return {
    ...table,
    head: table.head.map(([label = '', ...heads]) => [label, ...heads.slice(first - 1, last)]),
    spans: table.spans.flatMap((span) => {
      const [from, to] = span.over;
      if (to < first || from > last) return [];
      const over = [Math.max(from, first) - first + 1, Math.min(to, last) - first + 1] as const;
      return [{ ...span, over }];
    }),
    body: table.body.map((row) => ({
      ...row,
      cells: row.cells
        .filter(({ column }) => inside(column))
        .map((cell) => ({ ...cell, column: cell.column - first + 1 })),
    })),
    ...(table.sources !== undefined && {
      sources: table.sources
        .filter(({ column }) => inside(column))
        .map((source) => ({ ...source, column: source.column - first + 1 })),
    }),
    notes: last === columns ? table.notes : [],
  };
}

/**
 * Parts with all notes that are at most `room` wide; a heading over several columns is not split if it fits a part.
 *
 * @param widths - of the labels and of each column
 */
export function splitColumns(
  table: PaperTable,
  widths: readonly number[],
  room: number,
): PaperTable[] {
  const [labels = 0, ...columns] = widths;
  const parts: PaperTable[] = [];
  for (let first = 1; first <= columns.length;) {
    let last = first;
    let used = labels + columns[first - 1]!;
    while (last < columns.length && used + columns[last]! <= room) used += columns[last++]!;
    const end = last < columns.length ? boundary(table, first, last) : last;
    const part = { ...sliceColumns(table, first, end), notes: table.notes };
    parts.push(withTitle(part, first > 1));
    first = end + 1;
  }
  return parts;
}

/** The last column before a heading that would be split, or the last column. */
function boundary({ spans }: PaperTable, first: number, last: number): number {
  const columns = spans
    .filter(({ over: [from, to] }) => from > first && from <= last && to > last)
    .map(({ over: [from] }) => from - 1);
  return columns.length === 0 ? last : Math.min(...columns);
}

function withTitle(table: PaperTable, isNext: boolean): PaperTable {
  const { title, language = 'en' } = table;
  if (!isNext || title === undefined) return table;
  return { ...table, title: vocabularyOf(language).tables.continued(title) };
}
