import type { PaperTable } from './table.js';

/** The table with its columns `first` to `last` alone, numbered from 1 again; notes stay with the last columns. */
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
    notes: last === columns ? table.notes : [],
  };
}
