/** A table as a Markdown pipe table, whose first line has the headings. */
import { type CellsLine, gridOf } from '../grid.js';
import type { PaperTable } from '../table.js';
import { asLine, escapedMarkdown } from '../../../../core/escapes/markdown.js';

export function paperMarkdown(table: PaperTable): string {
  const { lines, columns } = gridOf(table);
  const title = table.title?.trim() ?? '';
  const rows = lines.flatMap((line) => (line.type === 'cells' ? [lineMarkdown(line)] : []));
  const rule = `| :-- |${' --: |'.repeat(columns)}`;
  const [heading, ...others] = rows;
  const grid = [heading, rule, ...others].join('\n');
  const notes = table.notes.map((note) => asLine(escapedMarkdown(note))).join('\n\n');
  return [
    ...(title === '' ? [] : [`**${escapedMarkdown(title)}**`]),
    grid,
    ...(notes === '' ? [] : [notes]),
  ].join('\n\n');
}

/** A heading that spans several columns is in the first of them. */
function lineMarkdown({ cells }: CellsLine): string {
  const texts = cells.flatMap(({ text, span }) => [
    escapedMarkdown(text),
    ...Array.from({ length: span - 1 }, () => ''),
  ]);
  return `| ${texts.join(' | ')} |`;
}
