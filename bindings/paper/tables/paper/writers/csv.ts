/** A table as CSV with the printed texts; a cell that a spreadsheet would execute stays text. */
import { csvCell } from '../../../../core/escapes/spreadsheet.js';
import { gridOf } from '../grid.js';
import { numberIn } from '../marks.js';
import type { PaperTable } from '../table.js';

/** A number stays as printed: a minus sign before digits does not start a formula. */
function cellCsv(text: string, marks: PaperTable['marks']): string {
  if (numberIn(text, marks)?.open !== '') return csvCell(text);
  return text.includes(',') ? `"${text}"` : text;
}

export function paperCsv(table: PaperTable): string {
  const rows = gridOf(table).lines.flatMap((line) => {
    if (line.type !== 'cells') return [];
    const texts = line.cells.flatMap(({ text, span }) => [
      text,
      ...Array.from({ length: span - 1 }, () => ''),
    ]);
    return [texts.map((text) => cellCsv(text, table.marks)).join(',')];
  });
  const title = table.title === undefined ? [] : [csvCell(table.title)];
  return [...title, ...rows, ...table.notes.map(csvCell)].join('\n');
}
