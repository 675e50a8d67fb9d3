/** Finds what stands above and below the rows of a sheet's table: a title, several rows of headings, notes. */
import { isMissingCode, resembledCode } from '../../cells/missing-codes.js';
import { withoutMarks } from '../../cells/marks.js';
import { isNoteText } from '../../cells/note-text.js';
import { plainNumbers } from '../../cells/number-format.js';
import type { Region } from './address.js';
import type { Sheet, SheetCell } from './sheet.js';

type Rows = Sheet['rows'];

/** Most rows above the headings, and most rows of headings. */
const MOST_TITLES = 20;
const MOST_HEADINGS = 3;
/** Rows in which numbers are looked for. */
const SAMPLE = 200;

/**
 * The row below titles: the first below lines of a key and a value and an empty row, otherwise the first with two cells
 * or more. It is the first row if there are no titles.
 */
export function rowBelowTitles(rows: Rows, bounds: Region): number {
  const below = rowBelowLines(rows, bounds);
  if (below !== undefined) return below;
  let row = bounds.top;
  for (let i = 0; i < MOST_TITLES && row <= bounds.bottom; i++, row++) {
    if (cellsIn(rows, row, bounds).length > 1) return row;
  }
  return bounds.top;
}

/** The first row of texts and years below an empty one, if all rows above are narrower and the first has at most two cells. */
function rowBelowLines(rows: Rows, bounds: Region): number | undefined {
  let widest = cellsIn(rows, bounds.top, bounds).length;
  if (widest > 2) return undefined;
  const end = Math.min(bounds.bottom, bounds.top + MOST_TITLES);
  for (let row = bounds.top + 1; row < end; row++) {
    const cells = cellsIn(rows, row, bounds);
    const isBelow = isBelowGap(rows, row, bounds) && cells.length > Math.max(2, widest);
    if (isBelow) return cells.every(([, cell]) => isName(cell)) ? row : undefined;
    widest = Math.max(widest, cells.length);
  }
  return undefined;
}

/** True for a text that is no number, and for a year. */
function isName(cell: SheetCell): boolean {
  return isYear(cell) || (typeof cell === 'string' && !isNumeric(cell));
}

function isYear(cell: SheetCell): boolean {
  return /^(?:1[89]|20)\d\d$/.test(String(cell));
}

/** True for a sheet that has numbers next to its first column. */
export function hasNumbers({ rows }: Sheet): boolean {
  const top = Math.min(...rows.keys());
  const bounds = { top, left: 0, bottom: top + SAMPLE, right: Infinity };
  const left = Math.min(...Array.from(rows.values(), (cells) => Math.min(...cells.keys())));
  return numericColumns(rows, top, bounds).some((column) => column > left);
}

/**
 * The rows of headings from a row on: those above the first row with a number, in which most columns of numbers have a
 * text.
 */
export function headingRows(rows: Rows, first: number, bounds: Region): number[] {
  const headings = [first];
  if (isCorner(rows, first, bounds)) headings.push(first + 1);
  const numeric = numericColumns(rows, first, bounds);
  if (numeric.length === 0) return headings;
  const isBlank = (column: number) => rows.get(first)?.has(column) !== true;
  if (numeric.some(isBlank) && areYears(rows, first + 1, { numeric, bounds })) {
    return [first, first + 1];
  }
  for (
    let row = headings.at(-1)! + 1;
    headings.length < MOST_HEADINGS && row < bounds.bottom;
    row++
  ) {
    const cells = cellsIn(rows, row, bounds);
    const nfilled = numeric.filter((column) => rows.get(row)?.has(column) === true).length;
    if (!cells.every(([, cell]) => isHeading(cell)) || 2 * nfilled < numeric.length) break;
    if (cells.some(([column, cell]) => occursBelow(rows, cell, { row, column, bounds }))) break;
    headings.push(row);
  }
  return headings;
}

/** True for years in all columns of numbers, below groups of headings, and nothing but texts next to them. */
function areYears(
  rows: Rows,
  row: number,
  { numeric, bounds }: { readonly numeric: readonly number[]; readonly bounds: Region },
): boolean {
  const isFilled = numeric.every((column) => isYear(rows.get(row)?.get(column) ?? ''));
  return (
    isFilled && cellsIn(rows, row, bounds).every(([, cell]) => isYear(cell) || isHeading(cell))
  );
}

/** True for headings of times, as in Eurostat, below which the first column has the name of the places alone. */
function isCorner(rows: Rows, first: number, bounds: Region): boolean {
  const [corner] = cellsIn(rows, first, bounds);
  const below = cellsIn(rows, first + 1, bounds);
  return /^TIME\b/.test(String(corner?.[1])) && below.length === 1 && below[0]![0] === corner![0];
}

/** True for a text that is neither a number nor a missing code, as far as one can see. */
function isHeading(cell: SheetCell): boolean {
  if (typeof cell !== 'string' || isNumeric(cell)) return false;
  return resembledCode(cell) === undefined && /[\p{L}%‰％$€£¥]/u.test(cell);
}

interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly bounds: Region;
}

/** True if the text occurs again in its column, as labels of groups and codes of missing values do. */
function occursBelow(rows: Rows, cell: SheetCell, { row, column, bounds }: CellPlace): boolean {
  for (const [other, cells] of rows) {
    if (other > row && other <= bounds.bottom && cells.get(column) === cell) return true;
  }
  return false;
}

/** Columns below the row of which most cells are numbers. */
function numericColumns(rows: Rows, first: number, bounds: Region): number[] {
  const counts = new Map<number, { cells: number; numbers: number }>();
  for (const [row, cells] of rows) {
    if (row < first + 1 || row > bounds.bottom) continue;
    for (const [column, cell] of cells) {
      if (column < bounds.left || column > bounds.right) continue;
      const count = counts.get(column) ?? { cells: 0, numbers: 0 };
      count.cells++;
      if (isNumeric(cell)) count.numbers++;
      counts.set(column, count);
    }
  }
  return [...counts].flatMap(([column, { cells, numbers }]) =>
    2 * numbers > cells ? [column] : [],
  );
}

const grouped = withoutMarks(plainNumbers({ decimal: '.', thousands: [',', ' '], percent: true }));

/** True for a number or a date, also as text, and for a word such as `..` that stands for one. */
function isNumeric(cell: SheetCell): boolean {
  if (typeof cell !== 'string') return typeof cell !== 'boolean';
  const text = cell.trim();
  return isMissingCode(text) || grouped(text) !== undefined;
}

/**
 * The rows at the end that are notes: each has one cell alone, or a sign and what it means below a wider table, and the
 * first begins like a note, lies across several columns, or is below an empty row.
 */
export function noteRows(sheet: Sheet, from: number, bounds: Region): number[] {
  if (bounds.left === bounds.right) return [];
  const isWide = [from, from + 1].some((row) => cellsIn(sheet.rows, row, bounds).length > 3);
  const alone: number[] = [];
  for (let row = bounds.bottom; row > from; row--) {
    const cells = cellsIn(sheet.rows, row, bounds);
    const isLegend = cells.length === 2 && isWide && cells.every(([, cell]) => isName(cell));
    if (cells.length > 1 && !isLegend) break;
    if (cells[0] !== undefined && typeof cells[0][1] !== 'string') break;
    if (cells.length > 0) alone.unshift(row);
  }
  const first = alone.findIndex((row) => isNote(sheet, row, bounds));
  return first < 0 ? [] : alone.slice(first);
}

function isNote({ rows, merged }: Sheet, row: number, bounds: Region): boolean {
  const [column, cell] = cellsIn(rows, row, bounds)[0]!;
  const isWide = merged.some(
    ({ top, left, right }) => top === row && left === column && right > column,
  );
  return isWide || isNoteText(String(cell).trim()) || isBelowGap(rows, row, bounds);
}

/** True if the row above is empty. */
function isBelowGap(rows: Rows, row: number, bounds: Region): boolean {
  return cellsIn(rows, row - 1, bounds).length === 0;
}

function cellsIn(rows: Rows, row: number, { left, right }: Region): [number, SheetCell][] {
  return [...(rows.get(row) ?? [])]
    .filter(([column]) => column >= left && column <= right)
    .sort(([a], [b]) => a - b);
}
