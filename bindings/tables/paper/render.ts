/** A table in each format. */
import { checkArgument, oneOf } from '../../core/arguments.js';
import { visibleLine } from '../../core/visible.js';
import type { PaperTable } from './table.js';
import { paperCsv } from './writers/csv.js';
import { paperHtml } from './writers/html.js';
import { type LatexOptions, paperLatex } from './writers/latex.js';
import { paperMarkdown } from './writers/markdown.js';
import { paperText } from './writers/text.js';
import { paperTypst } from './writers/typst.js';

export type RenderOptions = LatexOptions;

const writers = {
  text: paperText,
  markdown: paperMarkdown,
  html: paperHtml,
  latex: paperLatex,
  typst: paperTypst,
  csv: paperCsv,
  json: (table) => JSON.stringify(table, null, 2),
} as const satisfies Record<string, (table: PaperTable, options: RenderOptions) => string>;

export type TableFormat = keyof typeof writers;
export const tableFormats = Object.keys(writers) as readonly TableFormat[];

/**
 * The table as text of a format. Invisible characters in names are written as escapes.
 *
 * @throws InputError `bad-value` for an unknown format
 */
export function render(
  table: PaperTable,
  format: TableFormat,
  options: RenderOptions = {},
): string {
  checkArgument('render', 'format', oneOf(tableFormats), format);
  return writers[format](format === 'json' ? table : visibleTable(table), options);
}

function visibleTable(table: PaperTable): PaperTable {
  const { title, head, spans, body, notes } = table;
  return {
    ...table,
    ...(title !== undefined && { title: visibleLine(title) }),
    head: head.map((line) => line.map(visibleLine)),
    spans: spans.map((span) => ({ ...span, head: visibleLine(span.head) })),
    body: body.map((row) => ({
      ...row,
      label: visibleLine(row.label),
      cells: row.cells.map((cell) => ({ ...cell, text: visibleLine(cell.text) })),
    })),
    notes: notes.map(visibleLine),
  };
}
