/** Columns of cells whose type the file declares. */
import { dayLength, daysTo1970 } from '../panel/periods.js';
import type { Column } from '../column.js';

/** Bytes are written in hexadecimal digits, days and times as counts since 1970. */
export type CellType = 'number' | 'integer' | 'boolean' | 'text' | 'bytes' | 'day' | 'time';

/** Larger whole numbers share their doubles. */
const largest = 2n ** 53n;

/** Cells of a column, in parts that follow one another. */
export type CellParts = readonly ArrayLike<unknown>[];

/** The column of cells of a type. null and undefined are missing. */
export function typedColumn(type: CellType, cells: ArrayLike<unknown>): Column {
  return columnOfParts(type, [cells]);
}

/** The column of the cells of all parts. */
export function columnOfParts(type: CellType, parts: CellParts): Column {
  switch (type) {
    case 'text':
      return texts(parts, String);
    case 'bytes':
      return hexColumn(parts);
    case 'integer':
      return integers(parts);
    case 'boolean':
      return { ...numbers(parts, Number), boolean: true };
    case 'day':
      return { ...numbers(parts, (cell) => Number(cell) + daysTo1970), frequency: 'day' };
    case 'time': {
      const start = -daysTo1970 * dayLength;
      return { ...numbers(parts, (cell) => Number(cell) - start), frequency: 'time' };
    }
    case 'number':
      return numbers(parts, Number);
  }
}

function lengthOf(parts: CellParts): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function numbers(
  parts: CellParts,
  toNumber: (cell: unknown) => number,
): Column & { kind: 'number' } {
  const values = new Float64Array(lengthOf(parts));
  const nans = new Set<number>();
  let start = 0;
  for (const cells of parts) {
    if (toNumber === Number && isNumeric(cells)) values.set(cells, start);
    else {
      for (let i = 0; i < cells.length; i++) {
        const cell = cells[i];
        const isSame = toNumber === Number && typeof cell === 'number';
        values[start + i] = isSame ? cell : numberOf(cell, toNumber);
      }
    }
    if (!(cells instanceof Int32Array)) {
      for (let i = 0; i < cells.length; i++) {
        const isNan = values[start + i] !== values[start + i];
        if (isNan && typeof cells[i] === 'number') nans.add(start + i);
      }
    }
    start += cells.length;
  }
  return { kind: 'number', values, ...(nans.size > 0 && { nans }) };
}

function isNumeric(cells: ArrayLike<unknown>): cells is Float64Array | Float32Array | Int32Array {
  return (
    cells instanceof Float64Array || cells instanceof Float32Array || cells instanceof Int32Array
  );
}

function numberOf(cell: unknown, toNumber: (cell: unknown) => number): number {
  return cell === null || cell === undefined ? NaN : toNumber(cell);
}

/** Whole numbers of up to 64 bits: text, if a double does not hold one of them. */
function integers(parts: CellParts): Column {
  return parts.some(hasLarge) ? integerTexts(parts) : numbers(parts, Number);
}

function hasLarge(cells: ArrayLike<unknown>): boolean {
  if (isNumeric(cells)) return false;
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (typeof cell === 'bigint' && (cell > largest || cell < -largest)) return true;
  }
  return false;
}

function integerTexts(parts: CellParts): Column {
  return { ...texts(parts, String), integers: true };
}

function hexColumn(parts: CellParts): Column {
  const bytes = new Set<number>();
  let start = 0;
  for (const cells of parts) {
    for (let i = 0; i < cells.length; i++) if (cells[i] instanceof Uint8Array) bytes.add(start + i);
    start += cells.length;
  }
  return { ...texts(parts, (cell) => hexOf(cell as Uint8Array)), bytes };
}

/** Bytes in hexadecimal digits. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function texts(parts: CellParts, toText: (cell: unknown) => string): Column & { kind: 'text' } {
  const nulls = new Uint8Array(lengthOf(parts));
  const values: string[] = [];
  for (const cells of parts) {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      if (cell === null || cell === undefined) {
        nulls[values.length] = 1;
        values.push('');
      } else values.push(typeof cell === 'string' ? cell : toText(cell));
    }
  }
  return { kind: 'text', values, nulls };
}
