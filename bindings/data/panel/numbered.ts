/**
 * The values of a column as numbers, kept for the next model with the same column: two regressions on one panel number
 * its units once.
 */
import type { Column } from '../column.js';
import type { Table } from '../table.js';

/** The values of a column, numbered in order of appearance. Later models share the arrays: do not write to them. */
export interface Numbered {
  /** Number of each row's value, -1 if it is missing. */
  readonly codes: Int32Array;
  /** Number of rows of each value, and the first of them. */
  readonly sizes: Int32Array;
  readonly firsts: Int32Array;
}

/** Numbers and the values that they were made of, which the caller may have changed since. */
interface Kept extends Numbered {
  readonly copy: Column['values'];
}

/** By the array of a column's values; it ends with the array. */
const kept = new WeakMap<Column['values'], Kept>();

/** Numbers the values, unless an earlier model has and nobody has changed them since. */
export function numberedOf(column: Column): Numbered {
  const known = keptOf(column);
  if (known !== undefined) return known;
  const made = { ...numbered(column), copy: column.values.slice() };
  kept.set(column.values, made);
  return made;
}

/** `numberedOf` for a column that models do not share: the numbers are not kept. */
export function numbersOf(column: Column): Numbered {
  return keptOf(column) ?? numbered(column);
}

/** The table with copies of these columns, to which its caller cannot write. Names of other columns are ignored. */
export function withCopies(table: Table, names: readonly string[]): Table {
  if (names.length === 0) return table;
  const columns = new Map(table.columns);
  for (const name of names) {
    const column = columns.get(name);
    if (column === undefined) continue;
    const values = keptOf(column)?.copy ?? column.values.slice();
    columns.set(name, { ...column, values } as Column);
  }
  return { ...table, columns };
}

function keptOf({ values }: Column): Kept | undefined {
  const known = kept.get(values);
  return known !== undefined && areSame(values, known.copy) ? known : undefined;
}

function areSame(values: ArrayLike<unknown>, copy: ArrayLike<unknown>): boolean {
  for (let row = 0; row < values.length; row++) {
    if (!Object.is(values[row], copy[row])) return false;
  }
  return values.length === copy.length;
}

function numbered(column: Column): Numbered {
  const { kind, values } = column;
  const range = kind === 'number' ? integerRange(values) : undefined;
  return range === undefined ? numberTexts(values) : numberIntegers(values as Float64Array, range);
}

/** Numbers any values by a map. */
function numberTexts(values: ArrayLike<unknown>): Numbered {
  const numbers = new Map<unknown, number>();
  const places = Float64Array.from(values, (value) => {
    if (value === '' || value !== value) return NaN;
    const number = numbers.get(value) ?? numbers.size;
    if (number === numbers.size) numbers.set(value, number);
    return number;
  });
  return numberIntegers(places, { low: 0, high: numbers.size });
}

/** Smallest and largest value. */
interface Range {
  readonly low: number;
  readonly high: number;
}

/** Smallest and largest value of a column of integers in a narrow range; otherwise undefined. */
function integerRange(values: Float64Array): Range | undefined {
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value)) return undefined;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high && high - low < 4 * values.length ? { low, high } : undefined;
}

/** With a table over the range, which takes a tenth of the time of a map. */
function numberIntegers(values: Float64Array, { low, high }: Range): Numbered {
  const numbers = new Int32Array(high - low + 1).fill(-1);
  const sizes = new Int32Array(numbers.length);
  const firsts = new Int32Array(numbers.length);
  const codes = new Int32Array(values.length).fill(-1);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value !== value) continue;
    let number = numbers[value - low]!;
    if (number < 0) {
      numbers[value - low] = number = count++;
      firsts[number] = row;
    }
    codes[row] = number;
    sizes[number]!++;
  }
  return { codes, sizes: sizes.slice(0, count), firsts: firsts.slice(0, count) };
}
