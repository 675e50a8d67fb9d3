/** A table as Markdown: a table of pipes, whose first line holds the headings. */
import { type CellsLine, gridOf } from '../grid.js';
import type { PaperTable } from '../table.js';
import { escapedMarkdown } from './escape.js';

export function paperMarkdown(table: PaperTable): string {
  const { lines, columns } = gridOf(table);
  const rows = lines.flatMap((line) => (line.type === 'cells' ? [lineMarkdown(line)] : []));
  const rule = `| :-- |${' --: |'.repeat(columns)}`;
  const [heading, ...others] = rows;
  const grid = [heading, rule, ...others].join('\n');
  const notes = table.notes.map((note) => escapedMarkdown(note)).join('\n\n');
  return [
    ...(table.title === undefined ? [] : [`**${escapedMarkdown(table.title)}**`]),
    grid,
    ...(notes === '' ? [] : [notes]),
  ].join('\n\n');
}

/** A heading that covers several columns stands in the first of them. */
function lineMarkdown({ cells }: CellsLine): string {
  const texts = cells.flatMap(({ text, span }) => [
    escapedMarkdown(text),
    ...Array.from({ length: span - 1 }, () => ''),
  ]);
  return `| ${texts.join(' | ')} |`;
}
