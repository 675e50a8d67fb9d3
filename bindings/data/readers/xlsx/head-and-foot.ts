/** Finds what stands above and below the rows of a sheet's table: a title, several rows of headings, notes. */
import { isMissingCode, resembledCode } from '../../cells/missing-codes.js';
import { plainNumbers } from '../../cells/number-format.js';
import type { Region } from './address.js';
import type { Sheet, SheetCell } from './sheet.js';

type Rows = Sheet['rows'];

/** Most rows above the headings, and most rows of headings. */
const MOST_TITLES = 20;
const MOST_HEADINGS = 3;

/** The first row with two cells or more, if only rows with one cell are above it; otherwise the first row. */
export function rowBelowTitles(rows: Rows, bounds: Region): number {
  let row = bounds.top;
  for (let i = 0; i < MOST_TITLES && row <= bounds.bottom; i++, row++) {
    if (cellsIn(rows, row, bounds).length > 1) return row;
  }
  return bounds.top;
}

/**
 * The rows of headings from a row on: those above the first row with a number, in which most columns of numbers have a
 * text.
 */
export function headingRows(rows: Rows, first: number, bounds: Region): number[] {
  const headings = [first];
  const numeric = numericColumns(rows, first, bounds);
  if (numeric.length === 0) return headings;
  for (let row = first + 1; headings.length < MOST_HEADINGS && row < bounds.bottom; row++) {
    const cells = cellsIn(rows, row, bounds);
    const nfilled = numeric.filter((column) => rows.get(row)?.has(column) === true).length;
    if (!cells.every(([, cell]) => isHeading(cell)) || 2 * nfilled < numeric.length) break;
    if (cells.some(([column, cell]) => occursBelow(rows, cell, { row, column, bounds }))) break;
    headings.push(row);
  }
  return headings;
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

const grouped = plainNumbers({ decimal: '.', thousands: [',', ' '], percent: true });

/** True for a number or a date, also as text, and for a word such as `..` that stands for one. */
function isNumeric(cell: SheetCell): boolean {
  if (typeof cell !== 'string') return typeof cell !== 'boolean';
  const text = cell.trim();
  return isMissingCode(text) || grouped(text) !== undefined;
}

/** How a note begins. */
const noteStart =
  /^(注|备注|说明|附注|资料来源|数据来源|来源|[*※①②†‡]|notes?\b|sources?\b|data from|last updated|footnotes?\b|quellen?\b|anmerkung|source|fuentes?\b|nota\b)/i;

/**
 * The rows at the end that are notes: each has one cell alone, and the first begins like a note, lies across several
 * columns, or is below an empty row.
 */
export function noteRows(sheet: Sheet, from: number, bounds: Region): number[] {
  if (bounds.left === bounds.right) return [];
  const alone: number[] = [];
  for (let row = bounds.bottom; row > from; row--) {
    const cells = cellsIn(sheet.rows, row, bounds);
    if (cells.length > 1 || (cells[0] !== undefined && typeof cells[0][1] !== 'string')) break;
    if (cells.length === 1) alone.unshift(row);
  }
  const first = alone.findIndex((row) => isNote(sheet, row, bounds));
  return first < 0 ? [] : alone.slice(first);
}

function isNote({ rows, merged }: Sheet, row: number, bounds: Region): boolean {
  const [column, cell] = cellsIn(rows, row, bounds)[0]!;
  const isWide = merged.some(
    ({ top, left, right }) => top === row && left === column && right > column,
  );
  return isWide || noteStart.test(String(cell).trim()) || isBelowGap(rows, row, bounds);
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
