/** The rows of a text table in batches, each row as wide as the header. */
import { InputError } from '../../../core/errors/errors.js';
import { isNumber } from '../../cells/number-text.js';
import { quickNumbers } from './cells/quick-number.js';
import type { Styles } from '../../cells/styles.js';
import { cellText, type Grid } from './grid.js';
import type { Layout } from './layout.js';
import { isPlain, PlainLines } from './plain-lines.js';
import { isEmptyLine } from './records.js';
import { type CellPlaces, Scanner } from './scanner.js';
import { raggedRow } from '../../../words/errors/readers/csv.js';

/** Rows with empty cells after the last column: how many, and the line of the first. */
export interface Trailing {
  readonly count: number;
  readonly line: number;
}

/** Where a pass over the rows ended: position in the text and line in the file. */
export interface BatchesEnd {
  readonly trailing: Trailing;
  readonly end: number;
  readonly line: number;
}

/** Cells per batch: as many as fit into the cache with their text. */
const CELLS = 1 << 15;
/** Rows that are read by the full rules after a plain line; the lines after them are often plain again. */
const FEW = 1 << 6;

/**
 * Reads all rows; if more text will follow, up to an incomplete row. Comments are skipped, and so are empty lines
 * unless there is one column. A batch is valid until `take` returns.
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
  const records = new RecordBatches(layout, places);
  const { scanner } = records;
  const plain = isPlain(body, dialect)
    ? new PlainLines(body.text, dialect.delimiter, width)
    : undefined;
  const limit = Math.max(1, Math.floor(CELLS / width));
  let most = plain === undefined ? limit : Math.min(FEW, limit);
  while (!records.isCut && scanner.hasNext()) {
    const lines = plain?.next(scanner.position, scanner.line);
    if (lines !== undefined) scanner.skip(lines.nrows, lines.end);
    const batch = lines ?? records.next(most);
    // If most lines are not plain, searching for plain ones takes longer than it saves.
    most =
      lines !== undefined && lines.nrows >= FEW ? Math.min(FEW, limit) : Math.min(2 * most, limit);
    if (batch.nrows > 0) take(batch);
  }
  return { trailing: records.trailing, end: scanner.position, line: scanner.line };
}

/** Batches of records, read by all rules of the format. */
class RecordBatches {
  readonly scanner: Scanner;
  readonly trailing = { count: 0, line: 0 };
  /** True if the last record is incomplete. */
  isCut = false;

  constructor(
    private readonly layout: Layout,
    private readonly places: CellPlaces,
  ) {
    this.scanner = new Scanner(layout.body, layout.dialect, places);
  }

  /** Returns at most `most` rows. */
  next(most: number): Grid {
    const { layout, scanner, trailing } = this;
    const width = layout.header.cells.length;
    const lines = this.places.linesOf(most);
    scanner.ncells = 0;
    let nrows = 0;
    while (nrows < most && scanner.hasNext()) {
      const { line } = scanner;
      const ncells = scanner.next();
      this.isCut = ncells < 0;
      if (this.isCut) break;
      if (ncells !== width && !isRow(layout, scanner, ncells, line)) continue;
      if (ncells > width && trailing.count++ === 0) trailing.line = line;
      scanner.ncells = (nrows + 1) * width;
      lines[nrows++] = line;
    }
    const { bounds, marks, position: end } = scanner;
    const cells = { text: layout.body.text, nrows, width, bounds, marks, lines, end };
    const numbers = (column: number, values: Float64Array, styles: Styles) =>
      quickNumbers(cells, column, values, styles);
    return { ...cells, numbers };
  }
}

/** True if the cells after the last column are empty; false for an empty line, which is removed from the batch. */
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

/** True for several texts or years. */
function areNames(cells: readonly string[]): boolean {
  const texts = cells.map((cell) => cell.trim()).filter((text) => text !== '');
  return (
    texts.length > 1 && texts.every((text) => !isNumber(text) || /^(?:1[89]|20)\d\d$/.test(text))
  );
}

function ragged(
  { header, first, body }: Layout,
  cells: readonly string[],
  row: number,
): InputError {
  const expected = header.cells.length;
  const width = cells.length;
  const names = first.find(
    (record) => width > expected && record.cells.length === width && areNames(record.cells),
  );
  const filled = cells.filter((cell) => cell.trim() !== '');
  const isNote =
    width < expected && filled.length <= 2 && !filled.some((cell) => isNumber(cell.trim()));
  const detail = { row, expected, found: width, names: names?.line, isNote };
  return new InputError(raggedRow(detail), body.subject);
}
