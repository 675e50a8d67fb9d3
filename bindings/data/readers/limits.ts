/** Limits of a table: longer cells and names, or more columns, mean that a file is damaged or not a table. */
import { InputError } from '../../core/errors/errors.js';
import { rowNumber } from '../place.js';
import type { Table } from '../table.js';
import * as said from '../../words/errors/readers/files.js';

/** Most characters of a cell, and of the header line of a text file. */
export const MOST_CHARACTERS = 2 ** 24;
/** Most characters of a name. */
export const MOST_NAME = 10_000;
/** Most columns. */
export const MOST_COLUMNS = 2 ** 20;
/**
 * A table with more cells than this must have a value in at least one of `CELLS_PER_VALUE`, because empty cells take
 * memory too.
 */
const SPARSE_FROM = 2 ** 22;
const CELLS_PER_VALUE = 32;

/**
 * Checks the names and cells of a table.
 *
 * @throws InputError `no-header`, `too-many-columns`, `field-too-long`
 */
export function checkLimits(subject: string, { columns, fileRows }: Table): void {
  if (columns.size > MOST_COLUMNS) throw tooManyColumns(subject, undefined, columns.size);
  let position = 0;
  for (const [name, column] of columns) {
    position++;
    if (name.length > MOST_NAME) throw nameTooLong(subject, { column: position }, name.length);
    if (column.kind !== 'text') continue;
    const row = rowOfLongText(column.values);
    if (row < 0) continue;
    const place = { column: name, row: rowNumber(row, fileRows) };
    throw fieldTooLong(subject, place, column.values[row]!.length);
  }
}

/** The first row whose text is too long, or -1. Calling a function per row would take longer. */
function rowOfLongText(values: readonly string[]): number {
  for (let row = 0; row < values.length; row++) {
    if (values[row]!.length > MOST_CHARACTERS) return row;
  }
  return -1;
}

/**
 * Checks that a table of so many rows and columns has values in enough of its cells. A file that lists only cells with
 * values could otherwise require memory of the square of its size.
 *
 * @throws InputError `sparse-table`
 */
export function checkFilled(
  subject: string,
  { nrows, ncolumns, nvalues }: Readonly<Record<'nrows' | 'ncolumns' | 'nvalues', number>>,
): void {
  const cells = nrows * ncolumns;
  if (cells <= SPARSE_FROM || cells <= CELLS_PER_VALUE * nvalues) return;
  const detail = { rows: nrows, columns: ncolumns, values: nvalues, perValue: CELLS_PER_VALUE };
  throw new InputError(said.sparseTable(detail), subject);
}

/** The error of a cell, or of the header line, that is too long. */
export function fieldTooLong(subject: string, place: said.FilePlace, length: number): InputError {
  return new InputError(said.longField({ limit: MOST_CHARACTERS, found: length, place }), subject);
}

/** The error of a header line that is too long. */
export function lineTooLong(subject: string, line: number): InputError {
  return new InputError(said.longHeader({ limit: MOST_CHARACTERS, row: line }), subject);
}

/** The error of a line with too many cells. */
export function tooManyColumns(subject: string, place: said.FilePlace, count?: number): InputError {
  return new InputError(said.manyColumns({ limit: MOST_COLUMNS, found: count, place }), subject);
}

/** The error of a name that is none. */
export function nameTooLong(subject: string, place: said.FilePlace, length: number): InputError {
  return new InputError(said.longName({ limit: MOST_NAME, found: length, place }), subject);
}
