/** A table as lines of cells and rules, in the order in which every format writes them. */
import type { CellStyle } from './page/layout.js';
import type { PaperCell, PaperRow, PaperTable, RowKind } from './table.js';

export interface GridCell {
  readonly text: string;
  /** Number of columns that the cell spans. */
  readonly span: number;
  /** The cell of the table, with the number behind the text; absent in headings and labels. */
  readonly cell?: PaperCell;
  readonly style?: CellStyle;
}

export interface CellsLine {
  readonly type: 'cells';
  readonly kind: 'head' | 'span' | Exclude<RowKind, 'rule'>;
  /** Cells; the first is in the column of labels. */
  readonly cells: readonly GridCell[];
}

/** `heavy` above and below the table, `light` inside, `partial` under headings that cover several columns. */
export type RuleLine =
  | { readonly type: 'rule'; readonly weight: 'heavy' | 'light' }
  | { readonly type: 'partial'; readonly over: readonly (readonly [number, number])[] };

export type GridLine = CellsLine | RuleLine;

export interface Grid {
  /** Number of columns of numbers, without the column of labels. */
  readonly columns: number;
  readonly lines: readonly GridLine[];
}

export function gridOf({ head, spans, body }: PaperTable): Grid {
  const columns = head[0]!.length - 1;
  const heavy: RuleLine = { type: 'rule', weight: 'heavy' };
  const light: RuleLine = { type: 'rule', weight: 'light' };
  return {
    columns,
    lines: [
      heavy,
      ...spanLines(spans).flatMap((line) => headingLines(line, columns)),
      ...head.map((texts): GridLine => ({ type: 'cells', kind: 'head', cells: texts.map(plain) })),
      light,
      ...body.map((row) => (row.kind === 'rule' ? light : rowLine(row, columns))),
      heavy,
    ],
  };
}

const plain = (text: string): GridCell => ({ text, span: 1 });

/** Headings over several columns by their line, from the top down. */
export function spanLines(spans: PaperTable['spans']): PaperTable['spans'][] {
  const levels = [...new Set(spans.map(({ level = 0 }) => level))].sort((a, b) => a - b);
  return levels.map((line) => spans.filter(({ level = 0 }) => level === line));
}

/** A line of headings over several columns, empty where there are none, and the partial rules below them. */
function headingLines(spans: PaperTable['spans'], columns: number): GridLine[] {
  const label = spans.find((span) => span.label !== undefined)?.label ?? '';
  const cells: GridCell[] = [plain(label)];
  let next = 1;
  for (const { head, over } of spans) {
    for (; next < over[0]; next++) cells.push(plain(''));
    cells.push({ text: head, span: over[1] - over[0] + 1 });
    next = over[1] + 1;
  }
  for (; next <= columns; next++) cells.push(plain(''));
  return [
    { type: 'cells', kind: 'span', cells },
    { type: 'partial', over: spans.map(({ over }) => over) },
  ];
}

function rowLine({ label, kind, cells, style }: PaperRow, columns: number): CellsLine {
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  const numbers = Array.from({ length: columns }, (_, j): GridCell => {
    const cell = byColumn.get(j + 1);
    const set = cell?.style === undefined ? {} : { style: cell.style };
    return { text: cell?.text ?? '', span: 1, ...(cell !== undefined && { cell }), ...set };
  });
  const first = style === undefined ? plain(label) : { ...plain(label), style };
  return { type: 'cells', kind: kind as CellsLine['kind'], cells: [first, ...numbers] };
}
