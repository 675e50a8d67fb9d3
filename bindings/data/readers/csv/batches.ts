/** The rows of a text table in batches, each row as wide as the header. */
import { counted } from '../../../core/messages.js';
import { InputError } from '../../../core/errors.js';
import { isNumber } from '../../cells/number-text.js';
import { cellText, type Grid } from './grid.js';
import type { Layout } from './layout.js';
import { isEmptyLine } from './records.js';
import { type CellPlaces, Scanner } from './scanner.js';

/** Rows that have empty cells beyond the last column: how many, and the line of the first. */
export interface Trailing {
  readonly count: number;
  readonly line: number;
}

/** The end of a pass over the rows: the place in the text and its line in the file. */
export interface BatchesEnd {
  readonly trailing: Trailing;
  readonly end: number;
  readonly line: number;
}

/** Cells of a batch: as many as the cache holds with their text. */
const CELLS = 1 << 15;

/**
 * Reads all rows; of a text that is open, up to a row that is cut off. Comments are left out, and empty lines unless there is one column. A batch is gone when `take` returns.
 *
 * @throws InputError `ragged-row`, `bad-quotes`
 */
export function eachBatch(
  layout: Layout,
  take: (batch: Grid) => void,
  places: CellPlaces,
): BatchesEnd {
  const { body, dialect } = layout;
  const width = layout.header.cells.length;
  const trailing = { count: 0, line: 0 };
  const most = Math.max(1, Math.floor(CELLS / width));
  const lines = places.linesOf(most);
  const scanner = new Scanner(body, dialect, places);
  const isPlain = !body.text.includes('"', body.start);
  let isCut = false;
  while (!isCut && scanner.hasNext()) {
    scanner.ncells = 0;
    let nrows = 0;
    while (!isCut && nrows < most && scanner.hasNext()) {
      const { line } = scanner;
      const count = isPlain ? scanner.lines(width, most - nrows) : 0;
      for (let i = 0; i < count; i++) lines[nrows++] = line + i;
      if (count > 0) continue;
      const ncells = scanner.next();
      isCut = ncells < 0;
      if (isCut) continue;
      if (ncells !== width && !isRow(layout, scanner, ncells, line)) continue;
      if (ncells > width && trailing.count++ === 0) trailing.line = line;
      scanner.ncells = (nrows + 1) * width;
      lines[nrows++] = line;
    }
    const { bounds, marks, position: end } = scanner;
    if (nrows > 0) take({ text: body.text, nrows, width, bounds, marks, lines, end });
  }
  return { trailing, end: scanner.position, line: scanner.line };
}

/** True if the cells beyond the last column are empty; false for an empty line, which is taken out of the batch. */
function isRow(layout: Layout, scanner: Scanner, ncells: number, line: number): boolean {
  const width = layout.header.cells.length;
  const source = { text: layout.body.text, bounds: scanner.bounds, marks: scanner.marks };
  const first = scanner.ncells - ncells;
  const cells = Array.from({ length: ncells }, (_, j) => cellText(source, first + j));
  if (isEmptyLine(cells)) {
    scanner.ncells = first;
    return false;
  }
  if (ncells < width || cells.slice(width).some((cell) => cell.trim() !== '')) {
    throw ragged(layout, cells, line);
  }
  return true;
}

function ragged(
  { header, first, body }: Layout,
  cells: readonly string[],
  row: number,
): InputError {
  const expected = header.cells.length;
  const width = cells.length;
  const names = first.find(
    (record) =>
      width > expected &&
      record.cells.length === width &&
      !record.cells.some((cell) => isNumber(cell.trim())),
  );
  const remedy =
    names === undefined ? '' : `; if the names are in row ${names.line}, set header: ${names.line}`;
  const message = `${body.subject}: expected ${counted(expected, 'cell')} in row ${row}, as in the header, found ${width}${remedy}`;
  return new InputError('ragged-row', message, { row, expected, found: width });
}
