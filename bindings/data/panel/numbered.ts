/**
 * The values of a column as numbers, kept for the next model with the same column: two regressions on one panel number
 * its units once.
 */
import type { Column } from '../column.js';
import { inOrderOfAppearance, integerRange, type Range } from '../levels.js';

/** The values of a column, numbered in order of appearance. Later models share the arrays: do not write to them. */
export interface Numbered {
  /** Number of each row's value, -1 if it is missing. */
  readonly codes: Int32Array;
  /** Number of rows of each value. */
  readonly sizes: Int32Array;
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

/** The column with a copy of its values, to which its caller cannot write. */
export function copyOf(column: Column): Column {
  const values = keptOf(column)?.copy ?? column.values.slice();
  return { ...column, values } as Column;
}

function keptOf({ values }: Column): Kept | undefined {
  const known = kept.get(values);
  return known !== undefined && areSame(values, known.copy) ? known : undefined;
}

function areSame(values: ArrayLike<unknown>, copy: ArrayLike<unknown>): boolean {
  if (values.length !== copy.length) return false;
  for (let row = 0; row < values.length; row++) {
    // NaN differs from itself.
    if (values[row] !== copy[row] && !(values[row] !== values[row] && copy[row] !== copy[row]))
      return false;
  }
  return true;
}

function numbered(column: Column): Numbered {
  if (column.kind === 'text') {
    if (column.coded !== undefined) return numberPlaces(column.coded);
    return sized(inOrderOfAppearance(column.values, (value) => value === '', undefined));
  }
  const range = integerRange(column.values);
  if (range !== undefined) return numberIntegers(column.values, range);
  return sized(inOrderOfAppearance(column.values, Number.isNaN, undefined));
}

function sized({ numbers, codes }: { numbers: Map<unknown, number>; codes: Int32Array }): Numbered {
  const sizes = new Int32Array(numbers.size);
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) sizes[codes[row]!]!++;
  return { codes, sizes };
}

function numberIntegers(values: Float64Array, { low, high }: Range): Numbered {
  const numbers = new Int32Array(high - low + 1).fill(-1);
  const sizes = new Int32Array(numbers.length);
  const codes = new Int32Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value !== value) {
      codes[row] = -1;
      continue;
    }
    let number = numbers[value - low]!;
    if (number < 0) numbers[value - low] = number = count++;
    codes[row] = number;
    sizes[number]!++;
  }
  return { codes, sizes: sizes.slice(0, count) };
}

/** Places in a list of texts, of which several may be equal or ''. */
function numberPlaces({ texts, codes: places }: { texts: readonly string[]; codes: Int32Array }) {
  const firsts = new Map<string, number>();
  texts.forEach((text, place) => {
    if (text !== '' && !firsts.has(text)) firsts.set(text, place);
  });
  const first = Float64Array.from(texts, (text) => firsts.get(text) ?? NaN);
  const values = Float64Array.from(places, (place) => first[place]!);
  return numberIntegers(values, { low: 0, high: Math.max(texts.length - 1, 0) });
}
