/** The texts of a table. */
import type { PaperTable } from './table.js';

/** The table with each of its texts changed. */
export function mapTexts(table: PaperTable, change: (text: string) => string): PaperTable {
  const { title, head, spans, body, notes, sources } = table;
  return {
    ...table,
    ...(title !== undefined && { title: change(title) }),
    head: head.map((line) => line.map(change)),
    spans: spans.map((span) => ({
      ...span,
      head: change(span.head),
      ...(span.label !== undefined && { label: change(span.label) }),
    })),
    body: body.map((row) => ({
      ...row,
      label: change(row.label),
      cells: row.cells.map((cell) => ({ ...cell, text: change(cell.text) })),
    })),
    notes: notes.map(change),
    ...(sources !== undefined && {
      sources: sources.map((source) => ({
        ...source,
        ...(source.panel !== undefined && { panel: change(source.panel) }),
        title: change(source.title),
        depvar: change(source.depvar),
      })),
    }),
  };
}
