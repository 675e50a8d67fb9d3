/** Tables as CSV or with tabs, laid out as they are printed. */
import { csvLines } from './csv-lines.js';
import { type Grid, spread, tidy } from './grid.js';

/** Empty lines separate tables. */
export function readCsvTables(text: string, name: string): Grid[] {
  return tablesOfLines(linesOf(text, name), name);
}

/**
 * The tables between lines that are one empty cell. A line with a single cell is a title if it precedes the rows, and a
 * note if it follows them.
 */
export function tablesOfLines(lines: readonly string[][], name: string): Grid[] {
  const tables: Open[] = [];
  let open: Open = { rows: [], notes: [] };
  for (const line of lines) {
    if (line.some((cell) => cell !== '')) addLine(line, open, tables.at(-1));
    else if (line.length === 1 && open.rows.length > 0) {
      tables.push(open);
      open = { rows: [], notes: [] };
    }
  }
  if (open.rows.length > 0) tables.push(open);
  else tables.at(-1)?.notes.push(...open.notes);
  return tables.map(({ rows, notes, title }, i) => ({
    table: tables.length === 1 ? name : `${name} ${i + 1}`,
    rows: spread(rows.map((row) => row.map((cell) => ({ text: cell, columns: 1 })))),
    ...(title !== undefined && { title }),
    notes: notes.join('\n'),
  }));
}

/** Adds a line to the current table; a long line before its rows is a note of the previous table. */
function addLine(line: string[], open: Open, last: Open | undefined): void {
  const [first = '', ...others] = line;
  const isAlone = first !== '' && others.every((cell) => cell === '');
  if (!isAlone || isHeading(first, open)) open.rows.push(line);
  if (!isAlone) return;
  const isNote = open.rows.length === 0 && first.length > 40 && last !== undefined;
  if (open.rows.length === 0 && !isNote) open.title ??= first;
  (isNote ? last : open).notes.push(first);
}

interface Open {
  readonly rows: string[][];
  readonly notes: string[];
  /** The line before the rows. */
  title?: string;
}

/** True if a line with one short cell is a heading of rows, such as `Panel A`. */
function isHeading(text: string, { rows }: Open): boolean {
  return rows.length > 0 && text.length <= 40;
}

/** A semicolon or a tab if most lines have one; commas may then be decimal. */
function delimiterOf(text: string): string | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return [';', '\t'].find(
    (mark) => lines.filter((line) => line.includes(mark)).length >= 0.6 * lines.length,
  );
}

function linesOf(text: string, name: string): string[][] {
  const lines = csvLines(text, name, delimiterOf(text));
  return lines.map((line) =>
    line.map((cell) => tidy(cell.replace(/^="?(.*?)"?$|^'(?=[-=+@])/, '$1'))),
  );
}
