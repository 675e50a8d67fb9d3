/** Tables of workbooks (.xlsx, .ods), whose numbers are read as the program shows them. */
import type { Archive } from '../../../../../data/readers/bytes/zip-archive.js';
import { cellText } from '../../../../../data/readers/coded-column.js';
import type { Sheet } from '../../../../../data/readers/xlsx/sheet.js';
import { sheetsOf } from '../../../../../data/readers/xlsx/sheets.js';
import { tablesOfLines } from '../csv.js';
import { checkSize, type Grid, tidy } from '../grid.js';

export function readSheets(archive: Archive, name: string): Grid[] {
  const { sheets, read } = sheetsOf(archive, true);
  const filled = sheets.filter((sheet) => !sheet.hidden && read(sheet).rows.size > 0);
  return filled.flatMap((sheet) => {
    const table = filled.length === 1 ? name : `${name} ${sheet.name}`;
    return tablesOfLines(linesOf(read(sheet)), table);
  });
}

/** The texts of rows. Blank rows remain only where a table ends: before a title or a note. */
function linesOf(sheet: Sheet): string[][] {
  const rows = [...sheet.rows.keys()].sort((a, b) => a - b);
  checkSize(rows.length, 0);
  const columns = rows.flatMap((row) => [...sheet.rows.get(row)!.keys()]);
  const [first, last] = columns.reduce(
    ([least, most], one) => [Math.min(least, one), Math.max(most, one)],
    [Infinity, 0],
  );
  checkSize(rows.length, last - first + 1);
  const repeated = mergedOver(sheet, first, last);
  return rows.flatMap((row, i) => {
    const cells = sheet.rows.get(row)!;
    const line = Array.from({ length: last - first + 1 }, (_, j) => {
      const column = first + j;
      return tidy(cellText(cells.get(repeated.get(`${row} ${column}`) ?? column)));
    });
    const isAfterBlank = i > 0 && row > rows[i - 1]! + 1;
    return isAfterBlank && begins(line) ? [[''], line] : [line];
  });
}

/** Whether a line after a blank one begins a table: a title, but no heading of a panel. */
function begins(line: readonly string[]): boolean {
  const [text = '', ...others] = [...new Set(line)].filter((one) => one !== '');
  return others.length === 0 && !/^(?:panel|part|面板)|^[A-H][.:)]\s/i.test(text);
}

/** The first column of merged cells by row and column, for headings over several columns; titles are over all. */
function mergedOver({ merged }: Sheet, first: number, last: number): Map<string, number> {
  const over = new Map<string, number>();
  for (const { top, left, right } of merged) {
    if (left <= first) continue;
    for (let column = left + 1; column <= Math.min(right, last); column++) {
      over.set(`${top} ${column}`, left);
    }
  }
  return over;
}
