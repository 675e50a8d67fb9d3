/** Tables as CSV or with tabs, laid out as they are printed. */
import Papa from 'papaparse';
import { type Grid, spread, tidy } from './grid.js';

/** Empty lines separate tables. A line with one cell only is a title before the rows, and a note behind them. */
export function readCsvTables(text: string, name: string): Grid[] {
  const grids: Open[] = [];
  let open: Open = { rows: [], notes: [] };
  for (const line of linesOf(text)) {
    const [first = '', ...others] = line;
    if (line.length === 1 && first === '') {
      if (open.rows.length > 0) grids.push(open);
      if (open.rows.length > 0) open = { rows: [], notes: [] };
    } else if (first !== '' && others.every((cell) => cell === '')) {
      const isNote = open.rows.length === 0 && first.length > 40 && grids.length > 0;
      (isNote ? grids.at(-1)! : open).notes.push(first);
      if (isHeading(first, open)) open.rows.push(line);
    } else open.rows.push(line);
  }
  if (open.rows.length > 0) grids.push(open);
  else grids.at(-1)?.notes.push(...open.notes);
  return grids.map(({ rows, notes }, i) => ({
    table: grids.length === 1 ? name : `${name} ${i + 1}`,
    rows: spread(rows.map((row) => row.map((cell) => ({ text: cell, columns: 1 })))),
    title: notes[0],
    notes: notes.join('\n'),
  }));
}

interface Open {
  readonly rows: string[][];
  readonly notes: string[];
}

/** Whether a line with one short cell heads rows of the table, such as `Panel A`. */
function isHeading(text: string, { rows }: Open): boolean {
  return rows.length > 0 && text.length <= 40;
}

function linesOf(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false });
  return data.map((line) => line.map((cell) => tidy(cell.replace(/^="?(.*?)"?$/, '$1'))));
}
