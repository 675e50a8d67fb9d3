/** Which rows and columns of a sheet are headings and data. */
import { InputError } from '../../../core/errors/errors.js';
import type { TableWarning } from '../../table-warning.js';
import { addressOf, type Region } from './address.js';
import { cellText } from '../coded-column.js';
import { headingRows, noteRows, rowBelowTitles } from './head-and-foot.js';
import { headerRows, regionOf, rowOption, type XlsxOptions } from './options.js';
import type { Sheet, SheetCell } from './sheet.js';
import { sheetWarnings } from '../../../words/en/warnings/sheets.js';
import { warning } from '../../../words/warning.js';
import { manyMerged, noCells } from '../../../words/errors/readers/xlsx.js';
import { FileError } from '../damage.js';

type Rows = Sheet['rows'];

export interface Layout {
  /** Rows of headings. */
  readonly headings: readonly number[];
  readonly units?: number;
  /** Rows of the data that have cells, in order. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly warnings: readonly TableWarning[];
}

export function layoutOf(sheet: Sheet, sheetName: string, options: XlsxOptions): Layout {
  const bounds = boundsFor(sheet, sheetName, options);
  const headings = headerRows(options) ?? detectedHeadings(sheet, bounds, options);
  const [header, last] = [headings[0]!, headings.at(-1)!];
  const hasEnd = options.range !== undefined || options.lastRow !== undefined;
  const notes = hasEnd ? [] : noteRows(sheet, last, bounds);
  const end = (notes[0] ?? bounds.bottom + 1) - 1;
  const units = options.unitsRow === true ? last + 1 : undefined;
  const used = usedColumns(sheet.rows, header, end);
  const columns = sequence(bounds.left, bounds.right).filter((column) => used.has(column));
  const data = sequence((units ?? last) + 1, end);
  const rows = data.filter((row) => hasCells(sheet.rows.get(row), bounds));
  return {
    headings,
    ...(units !== undefined && { units }),
    rows,
    columns,
    warnings: [
      ...titleWarnings(sheet, bounds, header),
      ...emptyRows(data, rows),
      ...noteWarnings(sheet, notes),
    ],
  };
}

/** The cells from the first heading to the last row. */
function boundsFor(sheet: Sheet, sheetName: string, options: XlsxOptions): Region {
  const all = { top: 0, left: 0, bottom: Infinity, right: Infinity };
  const region = regionOf(options) ?? all;
  const lastRow = rowOption(options, 'lastRow', options.lastRow) ?? Infinity;
  const top = headerRows(options)?.[0] ?? region.top;
  const bottom = Math.min(region.bottom, lastRow);
  const bounds = boundsOf(sheet.rows, { ...region, top, bottom });
  if (bounds !== undefined) return bounds;
  throw new InputError(noCells({ sheet: sheetName, row: top + 1 }), options.name);
}

/** Without a declared row: below a title, and one row of headings if the next has units by declaration. */
function detectedHeadings(sheet: Sheet, bounds: Region, options: XlsxOptions): number[] {
  const isWhole = options.range === undefined;
  const first = isWhole ? rowBelowTitles(sheet.rows, bounds) : bounds.top;
  return options.unitsRow === true ? [first] : headingRows(sheet.rows, first, bounds);
}

function titleWarnings({ rows }: Sheet, { top }: Region, header: number): TableWarning[] {
  const [title] = rows.get(top)?.values() ?? [];
  if (header <= top || title === undefined) return [];
  const detail = { row: top + 1, title: cellText(title), header: header + 1 };
  return [warning(sheetWarnings, 'title-rows', detail)];
}

function noteWarnings({ rows }: Sheet, notes: readonly number[]): TableWarning[] {
  const [first] = notes;
  if (first === undefined) return [];
  const [text] = rows.get(first)!.values();
  const detail = { first: first + 1, last: notes.at(-1)! + 1, text: cellText(text) };
  return [warning(sheetWarnings, 'note-rows', detail)];
}

function sequence(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** The smallest region with all cells of a region, undefined if it has none. */
function boundsOf(rows: Rows, region: Region): Region | undefined {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, cells] of rows) {
    if (row < region.top || row > region.bottom) continue;
    for (const column of cells.keys()) {
      if (column < region.left || column > region.right) continue;
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  return bottom < 0 ? undefined : { top, left, bottom, right };
}

function hasCells(
  cells: ReadonlyMap<number, SheetCell> | undefined,
  { left, right }: Region,
): boolean {
  if (cells === undefined) return false;
  for (const column of cells.keys()) if (column >= left && column <= right) return true;
  return false;
}

/** The columns with a heading or a cell below. */
function usedColumns(rows: Rows, from: number, to: number): ReadonlySet<number> {
  const used = new Set<number>();
  for (const [row, cells] of rows) {
    if (row >= from && row <= to) for (const column of cells.keys()) used.add(column);
  }
  return used;
}

function emptyRows(data: readonly number[], rows: readonly number[]): TableWarning[] {
  const nempty = data.length - rows.length;
  if (nempty === 0) return [];
  const filled = new Set(rows);
  const first = data.find((row) => !filled.has(row))!;
  return [warning(sheetWarnings, 'empty-rows', { rows: nempty, first: first + 1 })];
}

/** Cells of merged blocks that any sheet may have, and more of them for each cell with a value. */
const MERGED_CELLS = 2 ** 20;
const MERGED_PER_VALUE = 16;

/**
 * The rows with the value of each merged block in all its cells that are empty.
 *
 * @throws FileError for blocks far larger than the data: a few bytes can declare one of 17 billion cells
 */
export function filledRows({ rows, merged }: Sheet): Rows {
  let [last, nvalues, ncells] = [-1, 0, 0];
  const filled = new Map<number, Map<number, SheetCell>>();
  for (const [row, cells] of rows) {
    filled.set(row, new Map(cells));
    last = Math.max(last, row);
    nvalues += cells.size;
  }
  for (const { top, left, bottom: end, right } of merged) {
    const value = rows.get(top)?.get(left);
    if (value === undefined) continue;
    const bottom = Math.min(end, last);
    ncells += (bottom - top + 1) * (right - left + 1);
    if (ncells > MERGED_CELLS + MERGED_PER_VALUE * nvalues) {
      throw new FileError(manyMerged({ cells: ncells, values: nvalues }));
    }
    for (let row = top; row <= bottom; row++) {
      const cells = filled.get(row) ?? new Map<number, SheetCell>();
      filled.set(row, cells);
      for (let column = left; column <= right; column++) {
        if (!cells.has(column)) cells.set(column, value);
      }
    }
  }
  return filled;
}

/** Warns of merged blocks among the data that are not filled. */
export function mergedWarnings(sheet: Sheet, { rows, columns }: Layout): TableWarning[] {
  const [begin, last] = [rows[0] ?? Infinity, rows[rows.length - 1] ?? -1];
  const isRead = rangeTest(columns);
  const blocks = sheet.merged.filter(
    ({ top, left, bottom, right }) =>
      bottom >= begin &&
      top <= last &&
      isRead(left, right) &&
      sheet.rows.get(top)?.has(left) === true,
  );
  const [block] = blocks;
  if (block === undefined) return [];
  const first = addressOf(block.top, block.left);
  return [warning(sheetWarnings, 'merged-cells', { blocks: blocks.length, first })];
}

/** Tells whether a range of columns, both ends included, has one of these. */
function rangeTest(columns: readonly number[]): (left: number, right: number) => boolean {
  const end = (columns[columns.length - 1] ?? -1) + 1;
  /** For each column the number of those before it. */
  const before = new Int32Array(end + 1);
  for (const column of columns) before[column + 1] = 1;
  for (let column = 0; column < end; column++) before[column + 1]! += before[column]!;
  return (left, right) => left < end && before[Math.min(right + 1, end)]! > before[left]!;
}
