/** Finds notes below a text table whose lines are filled with delimiters, as spreadsheet programs write them. */
import { sheetWarnings } from '../../../../words/en/warnings/sheets.js';
import { warning } from '../../../../words/warning.js';
import type { TableWarning } from '../../../table-warning.js';
import { isNoteText } from '../../../cells/note-text.js';
import { isNumber } from '../../../cells/number-text.js';
import type { Layout } from '../layout.js';
import { firstRecords, linesIn } from '../records.js';
import { withoutEmptyEnd } from '../source.js';

interface WithoutNotes {
  readonly layout: Layout;
  readonly warnings: readonly TableWarning[];
}

interface Line {
  /** Position in the text where the line starts. */
  readonly start: number;
  /** Its cells that are not empty. */
  readonly cells: readonly string[];
}

/** The layout without the notes at its end and the empty lines above them. The first begins like a note. */
export function withoutNotes(layout: Layout): WithoutNotes {
  const { body } = layout;
  const lines = lastLines(layout);
  const first = lines.findIndex(({ cells: [text] }) => text !== undefined && isNoteText(text));
  const note = lines[first];
  if (note === undefined) return { layout, warnings: [] };
  const lineOf = ({ start }: Line) => body.line + linesIn(body.text, body.start, start);
  let from = first;
  while (lines[from - 1]?.cells.length === 0) from--;
  const begin = lines[from]!;
  const last = lines.filter(({ cells }) => cells.length > 0).at(-1)!;
  const detail = { first: lineOf(begin), last: lineOf(last), text: note.cells[0]! };
  const text = withoutEmptyEnd(body.text.slice(0, begin.start));
  return {
    layout: { ...layout, body: { ...body, text } },
    warnings: [warning(sheetWarnings, 'note-rows', detail)],
  };
}

/** The lines at the end with one text alone or none, or with a sign and what it means below a wider table. */
function lastLines({ body, dialect, header }: Layout): Line[] {
  const { text, subject } = body;
  const isWide = header.cells.length > 3;
  const lines: Line[] = [];
  let end = text.endsWith('\n') ? text.length - 1 : text.length;
  while (end > body.start) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(Math.max(start, body.start), end);
    if (line.split('"').length % 2 === 0) break;
    if (dialect.comment !== undefined && line.startsWith(dialect.comment)) break;
    const [record] = firstRecords({ text: line, start: 0, line: 1, subject }, dialect, 1);
    const cells = (record?.cells ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '');
    const isNote = cells.length < 2 || (cells.length === 2 && isWide);
    if (!isNote || cells.some(isNumber)) break;
    lines.unshift({ start, cells });
    end = start - 1;
  }
  return lines;
}
