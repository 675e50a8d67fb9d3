import type { Column } from './table.js';

/** The distinct values of a column: numbers ascending, text by code point; and which of them each row holds. */
export interface Levels {
  /** The values as printed. */
  readonly names: readonly string[];
  /** Position in `names` of each row's value, -1 where it is missing or not among them. */
  readonly codes: Int32Array;
}

/** Levels of `column`, those found in rows with `among[row]` = 1 (all rows when it is not given). */
export function levelsOf(column: Column, among?: Uint8Array): Levels {
  if (column.kind === 'number') return codeLevels(column.values, Number.isNaN, ascending, among);
  return codeLevels(column.values, (value) => value === '', byCodePoint, among);
}

function codeLevels<T>(
  values: ArrayLike<T>,
  isMissing: (value: T) => boolean,
  compare: (a: T, b: T) => number,
  among: Uint8Array | undefined,
): Levels {
  const { numbers, codes } = inOrderOfAppearance(values, isMissing, among);
  const distinct = [...numbers.keys()];
  const sorted = [...distinct].sort(compare);
  sorted.forEach((value, code) => numbers.set(value, code));
  const codeOf = distinct.map((value) => numbers.get(value)!);
  for (let row = 0; row < codes.length; row++) {
    if (codes[row]! >= 0) codes[row] = codeOf[codes[row]!]!;
    else if (among?.[row] === 0) codes[row] = numbers.get(values[row]!) ?? -1;
  }
  return { names: sorted.map(String), codes };
}

/** The values of rows that count numbered as they appear, -1 in other rows: one look-up a row. */
function inOrderOfAppearance<T>(
  values: ArrayLike<T>,
  isMissing: (value: T) => boolean,
  among: Uint8Array | undefined,
): { numbers: Map<T, number>; codes: Int32Array } {
  const numbers = new Map<T, number>();
  const codes = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (among?.[row] === 0 || isMissing(value)) continue;
    const number = numbers.get(value) ?? numbers.size;
    if (number === numbers.size) numbers.set(value, number);
    codes[row] = number;
  }
  return { numbers, codes };
}

function ascending(a: number, b: number): number {
  return a - b;
}

function byCodePoint(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    if (a[i] !== b[i]) return a.codePointAt(i)! - b.codePointAt(i)!;
  }
  return a.length - b.length;
}
