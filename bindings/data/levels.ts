import type { Column } from './column.js';
import { numbersOf } from './panel/numbered.js';
import { periodText } from './panel/periods.js';

/** The distinct values of a column (numbers ascending, text in its order or by code point), and the value of each row. */
export interface Levels {
  /** The values as printed. */
  readonly names: readonly string[];
  /** Position in `names` of each row's value; -1 if the value is missing or not listed. */
  readonly codes: Int32Array;
}

/** Levels of `column` in the rows with `among[row]` = 1, by default in all rows. */
export function levelsOf(column: Column, among?: Uint8Array): Levels {
  const { codes: numbers, firsts } = numbersOf(column);
  const has = among === undefined ? undefined : new Uint8Array(firsts.length);
  among?.forEach((is, row) => {
    if (is !== 0 && numbers[row]! >= 0) has![numbers[row]!] = 1;
  });
  const sorted = [...firsts.keys()].filter((number) => has?.[number] !== 0);
  const compare = comparisonOf(column);
  sorted.sort((a, b) => compare(firsts[a]!, firsts[b]!));
  const levels = new Int32Array(firsts.length).fill(-1);
  sorted.forEach((number, level) => (levels[number] = level));
  const codes = numbers.map((number) => (number < 0 ? -1 : levels[number]!));
  return { names: sorted.map((number) => nameOf(column, firsts[number]!)), codes };
}

/** Compares the values of two rows. */
function comparisonOf(column: Column): (a: number, b: number) => number {
  if (column.kind === 'number') {
    const { values } = column;
    return (a, b) => values[a]! - values[b]!;
  }
  const { values, order } = column;
  if (order === undefined) return (a, b) => byCodePoint(values[a]!, values[b]!);
  return (a, b) => order.indexOf(values[a]!) - order.indexOf(values[b]!);
}

function nameOf(column: Column, row: number): string {
  if (column.kind === 'text') return column.values[row]!;
  const { frequency, values } = column;
  return frequency === undefined ? String(values[row]!) : periodText(frequency, values[row]!);
}

/** The position of the level with this value or, if there is none, with this value label; -1 without either. */
export function positionOf(
  level: string,
  names: readonly string[],
  { valueLabels }: Column,
): number {
  const position = names.indexOf(level);
  return position >= 0 ? position : names.findIndex((name) => valueLabels?.get(name) === level);
}

function byCodePoint(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    if (a[i] !== b[i]) return a.codePointAt(i)! - b.codePointAt(i)!;
  }
  return a.length - b.length;
}

/**
 * 1 where the code is the level, NaN where it is missing. Written as a loop, because calling a function per element
 * takes ten times as long.
 */
export function dummy(codes: Int32Array, level: number): Float64Array {
  const values = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    values[row] = code === level ? 1 : code < 0 ? NaN : 0;
  }
  return values;
}
