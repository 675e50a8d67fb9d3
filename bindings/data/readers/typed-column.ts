/** Columns of cells whose type the file declares. */
import { dayLength, daysTo1970 } from '../panel/periods.js';
import type { Column } from '../column.js';

/** Bytes are written in hexadecimal digits, days and times as counts since 1970. */
export type CellType = 'number' | 'integer' | 'boolean' | 'text' | 'bytes' | 'day' | 'time';

/** Larger whole numbers share their doubles. */
const largest = 2n ** 53n;

/** The column of cells of a type. null and undefined are missing. */
export function typedColumn(type: CellType, cells: ArrayLike<unknown>): Column {
  switch (type) {
    case 'text':
      return texts(cells, String);
    case 'bytes':
      return hexColumn(cells);
    case 'integer':
      return integers(cells);
    case 'boolean':
      return { ...numbers(cells, Number), boolean: true };
    case 'day':
      return { ...numbers(cells, (cell) => Number(cell) + daysTo1970), frequency: 'day' };
    case 'time': {
      const start = -daysTo1970 * dayLength;
      return { ...numbers(cells, (cell) => Number(cell) - start), frequency: 'time' };
    }
    case 'number':
      return numbers(cells, Number);
  }
}

function numbers(
  cells: ArrayLike<unknown>,
  toNumber: (cell: unknown) => number,
): Column & { kind: 'number' } {
  const values = new Float64Array(cells.length);
  const nans = new Set<number>();
  for (let row = 0; row < values.length; row++) {
    const cell = cells[row];
    const value = cell === null || cell === undefined ? NaN : toNumber(cell);
    values[row] = value;
    if (Number.isNaN(value) && typeof cell === 'number') nans.add(row);
  }
  return { kind: 'number', values, ...(nans.size > 0 && { nans }) };
}

/** Whole numbers of up to 64 bits: text, if a double does not hold one of them. */
function integers(cells: ArrayLike<unknown>): Column {
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (typeof cell === 'bigint' && (cell > largest || cell < -largest)) return integerTexts(cells);
  }
  return numbers(cells, Number);
}

function integerTexts(cells: ArrayLike<unknown>): Column {
  return { ...texts(cells, String), integers: true };
}

function hexColumn(cells: ArrayLike<unknown>): Column {
  const bytes = new Set<number>();
  for (let row = 0; row < cells.length; row++) if (cells[row] instanceof Uint8Array) bytes.add(row);
  return { ...texts(cells, (cell) => hexOf(cell as Uint8Array)), bytes };
}

/** Bytes in hexadecimal digits. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function texts(
  cells: ArrayLike<unknown>,
  toText: (cell: unknown) => string,
): Column & { kind: 'text' } {
  const nulls = new Uint8Array(cells.length);
  const values = Array.from(cells, (cell, row) => {
    if (cell !== null && cell !== undefined) return toText(cell);
    nulls[row] = 1;
    return '';
  });
  return { kind: 'text', values, nulls };
}
