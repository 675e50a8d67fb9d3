/** A table whose errors stand in columns next to the estimates. */
import type { Settings } from '../settings.js';
import type { PaperRow, PaperTable, Span } from '../table.js';
import { capitalised } from './errors.js';
import { lineWords } from './templates.js';

/** The table with a column for each line of its terms; headings of models stand over their columns. */
export function linesInColumns(table: PaperTable, { cells, words }: Settings): PaperTable {
  const width = cells.length;
  const first = (column: number) => (column - 1) * width + 1;
  const lines = cells.map((template) =>
    capitalised(
      lineWords(template)
        .map((word) => (word === 'estimate' ? words.estimate : words.below[word]!))
        .join(words.comma),
    ),
  );
  const nmodels = table.head[0]!.length - 1;
  const levels = 1 + Math.max(-1, ...table.spans.map(({ level = 0 }) => level));
  const models = table.head.flatMap((line, l) =>
    line.slice(1).map((head, j): Span => ({
      head,
      over: [first(j + 1), (j + 1) * width],
      level: levels + l,
    })),
  );
  const wide = table.spans.map((span) => ({
    ...span,
    over: [first(span.over[0]), span.over[1] * width] as const,
  }));
  return {
    ...table,
    head: [['', ...Array.from({ length: nmodels }, () => lines).flat()]],
    spans: [...wide, ...models],
    body: rowsInColumns(table.body, width, first),
    ...(table.sources !== undefined && {
      sources: table.sources.map((source) => ({ ...source, column: first(source.column) })),
    }),
  };
}

/** Lines below an estimate become cells of its row. */
function rowsInColumns(
  body: readonly PaperRow[],
  width: number,
  first: (column: number) => number,
): PaperRow[] {
  const rows: PaperRow[] = [];
  let line = 0;
  for (const row of body) {
    line = row.kind === 'below' ? line + 1 : 0;
    const cells = row.cells.map((cell) => ({
      ...cell,
      column: first(cell.column) + (line % width),
    }));
    const above = rows.at(-1);
    if (row.kind !== 'below' || above === undefined) rows.push({ ...row, cells });
    else rows[rows.length - 1] = { ...above, cells: [...above.cells, ...cells] };
  }
  return rows;
}
