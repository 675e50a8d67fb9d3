/** Groups of rows by the values of columns, and the values of a column gathered by group. */
import type { ColumnName } from '../formula/expressions/expression.js';
import { levelsOf } from '../levels.js';
import { findColumn, type Table } from '../table.js';

export interface Groups {
  readonly count: number;
  /** Group of each row, -1 where a column is missing. */
  readonly codes: Int32Array;
}

/** The groups of rows with the same values in all columns; without columns, one group of all rows. */
export function groupsOf(table: Table, by: readonly ColumnName[]): Groups {
  const columns = by.map(({ name, place }) => findColumn(table, name, place));
  if (columns.length === 0) return { count: 1, codes: new Int32Array(table.nrows) };
  return columns
    .map((column): Groups => {
      const { names, codes } = levelsOf(column);
      return { count: names.length, codes };
    })
    .reduce(crossed);
}

/** Groups of both, numbered in order of appearance. */
function crossed(a: Groups, b: Groups): Groups {
  const numbers = new Map<number, number>();
  const codes = new Int32Array(a.codes.length);
  for (let row = 0; row < codes.length; row++) {
    const left = a.codes[row]!;
    const right = b.codes[row]!;
    if (left < 0 || right < 0) {
      codes[row] = -1;
      continue;
    }
    const pair = left * b.count + right;
    const number = numbers.get(pair) ?? numbers.size;
    if (number === numbers.size) numbers.set(pair, number);
    codes[row] = number;
  }
  return { count: numbers.size, codes };
}

/** The rows with a group and a value: those of group g are `rows[start[g]]` to `rows[start[g + 1] - 1]`, ascending. */
export interface Gathered {
  readonly start: Int32Array;
  readonly rows: Int32Array;
  /** The values of `rows`. */
  readonly values: Float64Array;
}

export function gathered({ count, codes }: Groups, values: Float64Array): Gathered {
  const start = new Int32Array(count + 1);
  const counts = (row: number) => codes[row]! >= 0 && values[row] === values[row];
  for (let row = 0; row < codes.length; row++) if (counts(row)) start[codes[row]! + 1]!++;
  for (let group = 0; group < count; group++) start[group + 1]! += start[group]!;
  const next = start.slice();
  const rows = new Int32Array(start[count]!);
  const sorted = new Float64Array(rows.length);
  for (let row = 0; row < codes.length; row++) {
    if (!counts(row)) continue;
    const place = next[codes[row]!]!++;
    rows[place] = row;
    sorted[place] = values[row]!;
  }
  return { start, rows, values: sorted };
}
