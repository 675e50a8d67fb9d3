/** A table as a Markdown pipe table, whose first line has the headings. */
import { type CellsLine, gridOf } from '../grid.js';
import type { PaperTable } from '../table.js';
import type { CellStyle } from '../page/layout.js';
import { type Page, planOf, typstPage } from '../page/plan.js';
import { asLine, escapedMarkdown } from '../../../../core/escapes/markdown.js';

/** Characters of a line of a table that is split. */
const page: Page = { ...typstPage, width: 80, character: 1, gap: 3 };

export function paperMarkdown(table: PaperTable): string {
  const parts =
    table.layout?.wide === 'split' ? planOf(table, page).parts.map((part) => part.table) : [table];
  return parts.map(pipeTable).join('\n\n');
}

function pipeTable(table: PaperTable): string {
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
  const texts = cells.flatMap(({ text, span, style }) => [
    emphasised(escapedMarkdown(text), style),
    ...Array.from({ length: span - 1 }, () => ''),
  ]);
  return `| ${texts.join(' | ')} |`;
}

/** Bold and italic text; Markdown has no colours. */
function emphasised(text: string, { bold, italic }: CellStyle = {}): string {
  if (text === '') return text;
  const marks = (bold === true ? '**' : '') + (italic === true ? '*' : '');
  return marks + text + [...marks].reverse().join('');
}
