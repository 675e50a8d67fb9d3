/** Tables as CSV with full-precision numbers; text that a spreadsheet would execute is escaped. */
import { csvCell } from '../../../core/escapes/spreadsheet.js';
import type { Cell, Document, TableBlock } from '../document.js';

/** The shortest digits that read back as the same double; empty for a number that does not exist. */
function digits(value: number | undefined): string {
  return value !== undefined && Number.isFinite(value) ? String(value) : '';
}

/** A line of headings and one per row; numbers in parentheses get a separate column. */
export function tableCsv({ columns, rows }: Pick<TableBlock, 'columns' | 'rows'>): string {
  const errors = columns.map((_, j) => rows.some(({ cells }) => cells[j]?.error !== undefined));
  const pair = (j: number, content: string, error: string) =>
    errors[j] === true ? [content, error] : [content];
  const heading = columns.flatMap((column, j) =>
    pair(j, column.heading, `${column.heading} error`),
  );
  const lines = rows.map(({ cells }) =>
    columns.flatMap((_, j) => pair(j, cellCsv(cells[j]), digits(cells[j]?.error))),
  );
  return [heading.map(csvCell), ...lines].map((line) => line.join(',')).join('\n');
}

function cellCsv(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  return cell.value === undefined ? csvCell(cell.text) : digits(cell.value);
}

/** The tables of a document, with an empty line between. */
export function writeCsv({ blocks }: Document): string {
  return blocks.flatMap((block) => (block.type === 'table' ? [tableCsv(block)] : [])).join('\n\n');
}
