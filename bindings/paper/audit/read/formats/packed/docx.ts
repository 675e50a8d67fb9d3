/** Tables of a Word document, and the text around them. */
import { Parser } from 'htmlparser2';
import type { Archive } from '../../../../../data/readers/bytes/zip-archive.js';
import { type Grid, type Spanning, spread, tidy } from '../grid.js';
import { checkOpen } from '../open-elements.js';

/** The member with the text of a Word document. */
export const wordText = 'word/document.xml';

export function readDocx(
  archive: Archive,
  name: string,
): { readonly grids: readonly Grid[]; readonly text: string } {
  const tables: { rows: Spanning[][]; notes: string[] }[] = [];
  let before = '';
  let paragraph = '';
  const text: string[] = [];
  let depth = 0;
  let cell: { text: string; columns: number } | undefined;
  let nopen = 0;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        checkOpen(++nopen);
        if (tag === 'w:tbl' && depth++ === 0) tables.push({ rows: [], notes: [before] });
        else if (tag === 'w:tr' && depth === 1) tables.at(-1)!.rows.push([]);
        else if (tag === 'w:tc' && depth === 1) cell = { text: '', columns: 1 };
        else if (tag === 'w:gridSpan' && cell !== undefined) {
          cell.columns = Math.min(Math.max(1, Number(attributes['w:val']) || 1), 1000);
        }
      },
      ontext(text) {
        if (cell !== undefined) cell.text += text;
        else paragraph += text;
      },
      onclosetag(tag) {
        nopen--;
        if (tag === 'w:tbl') depth--;
        else if (tag === 'w:tc' && depth === 1 && cell !== undefined) {
          tables
            .at(-1)!
            .rows.at(-1)!
            .push({ ...cell, text: tidy(cell.text) });
          cell = undefined;
        } else if (tag === 'w:p' && depth === 0) {
          before = tidy(paragraph);
          if (before !== '') {
            tables.at(-1)?.notes.push(before);
            text.push(before);
          }
          paragraph = '';
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(new TextDecoder().decode(archive.member(wordText)));
  const grids = tables.map(({ rows, notes }, i) => ({
    table: tables.length === 1 ? name : `${name} ${i + 1}`,
    rows: spread(rows),
    title: notes[0],
    notes: notes.filter(Boolean).slice(0, 12).join('\n'),
  }));
  return { grids, text: text.join('\n') };
}
