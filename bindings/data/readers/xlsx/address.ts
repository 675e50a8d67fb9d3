/** Rows and columns of a sheet from 0, both ends included. */
export interface Region {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const nrows = 1_048_576;
const ncolumns = 16_384;

/** `B7` by row and column from 0. */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** The row and column of `B7` or `$B$7` from 0, undefined if it is not a cell address. */
export function parseAddress(
  text: string,
): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const [row, column] = [Number(digits) - 1, columnOf(letters)];
  return row < nrows && column < ncolumns ? { row, column } : undefined;
}

function columnOf(letters: string): number {
  return (
    [...letters.toUpperCase()].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1
  );
}

/** The region of `A3:H34`, of one cell, or of columns such as `A:H`; undefined if it is none. */
export function parseRegion(text: string): Region | undefined {
  const [first = '', last = first, more] = text.trim().split(':');
  if (more !== undefined) return undefined;
  const [, from, to] = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(text.trim()) ?? [];
  if (from !== undefined && to !== undefined) {
    const [left, right] = [columnOf(from), columnOf(to)];
    return left <= right ? { top: 0, left, bottom: nrows - 1, right } : undefined;
  }
  const [start, end] = [parseAddress(first), parseAddress(last)];
  if (start === undefined || end === undefined) return undefined;
  if (start.row > end.row || start.column > end.column) return undefined;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
