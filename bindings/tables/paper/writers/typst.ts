/** A table as Typst. */
import { type GridLine, gridOf } from '../grid.js';
import type { PaperTable } from '../table.js';
import { typstString } from './escape.js';

export function paperTypst(table: PaperTable): string {
  const { lines, columns } = gridOf(table);
  const notes = table.notes.map((note) => `    text(size: 0.85em, ${typstString(note)}),`);
  const caption = table.title === undefined ? '' : `\n  caption: ${typstString(table.title)},`;
  return [
    '#figure(',
    '  stack(',
    '    spacing: 0.6em,',
    '    table(',
    `      columns: ${columns + 1},`,
    `      align: (left, ${'center, '.repeat(columns)}),`,
    '      stroke: none,',
    ...lines.flatMap((line) => lineTypst(line)).map((line) => `      ${line}`),
    '    ),',
    ...notes,
    '  ),',
    `  kind: table,${caption}`,
    ')',
  ].join('\n');
}

function lineTypst(line: GridLine): string[] {
  if (line.type === 'rule') {
    return [`table.hline(stroke: ${line.weight === 'heavy' ? '0.08em' : '0.05em'}),`];
  }
  if (line.type === 'partial') {
    return line.over.map(
      ([first, last]) => `table.hline(start: ${first}, end: ${last + 1}, stroke: 0.03em),`,
    );
  }
  const cells = line.cells.map(({ text, span }) =>
    span === 1 ? typstString(text) : `table.cell(colspan: ${span}, ${typstString(text)})`,
  );
  return [`${cells.join(', ')},`];
}
