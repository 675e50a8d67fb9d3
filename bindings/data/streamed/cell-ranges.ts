/** The cells of some columns in lines without quotes, as places in the text: no other cell becomes a string. */

import { linesIn } from '../readers/csv/records.js';

/** Where the cells of wanted columns are: for each the first character and the end, row by row. */
export interface CellRanges {
  readonly text: string;
  readonly nrows: number;
  readonly starts: readonly Int32Array[];
  readonly ends: readonly Int32Array[];
}

const LINE_FEED = 10;

/**
 * Finds the cells of the columns `wanted` (ascending) in the lines before `end`, which have `width` cells each; undefined
 * if a line has another number of cells, so that the parser must look at it.
 */
export function cellRanges(
  lines: string,
  end: number,
  { delimiter, width, wanted }: { delimiter: string; width: number; wanted: readonly number[] },
): CellRanges | undefined {
  const text = lines[end] === '\n' ? lines : `${lines.slice(0, end)}\n`;
  const most = linesIn(text, 0, end + 1);
  const starts = wanted.map(() => new Int32Array(most));
  const ends = wanted.map(() => new Int32Array(most));
  const placeOf = new Int32Array(width).fill(-1);
  wanted.forEach((index, place) => (placeOf[index] = place));
  const separator = delimiter.charCodeAt(0);
  let [row, column, start] = [0, 0, 0];
  // One comparison passes over most characters: digits and letters come after the comma and the line feed.
  const last = Math.max(separator, LINE_FEED);
  for (let i = 0; i <= end; i++) {
    const code = text.charCodeAt(i);
    if (code > last || (code !== separator && code !== LINE_FEED)) continue;
    if (column >= width) return undefined;
    const place = placeOf[column]!;
    if (place >= 0) {
      starts[place]![row] = start;
      ends[place]![row] = i;
    }
    start = i + 1;
    column++;
    if (code !== LINE_FEED) continue;
    if (column !== width) return undefined;
    column = 0;
    row++;
  }
  return { text, nrows: row, starts, ends };
}
