/** A ranged matrix: of each of its panels only the rows between which it is not zero are stored. */
import { alloc } from '../memory/arena';
import { integers } from '../memory/layout';
import { panelCount } from './panels';

/** Integers that describe the range of a panel: its first row, the one past its last, and the rows stored before it. */
export const RANGE: i32 = 3;

/** Panel q holds rows first .. end - 1, after `before` rows of other panels. */
export function setRange(ranges: usize, q: i32, first: i32, end: i32, before: i32): void {
  const range = rangeOf(ranges, q);
  store<i32>(range, first);
  store<i32>(range, end, 4);
  store<i32>(range, before, 8);
}

/** The ranges of n columns of k rows that are all stored; 0 when memory ends. */
export function wholeRanges(k: i32, n: i32): usize {
  const ranges = alloc(integers(RANGE * panelCount(n)));
  if (ranges == 0) return 0;
  for (let q = 0; q < panelCount(n); ++q) setRange(ranges, q, 0, k, k * q);
  return ranges;
}

/** The first row that panel q stores, the one past its last, and the rows stored before it. */
export function rangeFirst(ranges: usize, q: i32): i32 {
  return load<i32>(rangeOf(ranges, q));
}

export function rangeEnd(ranges: usize, q: i32): i32 {
  return load<i32>(rangeOf(ranges, q), 4);
}

export function rangeBefore(ranges: usize, q: i32): i32 {
  return load<i32>(rangeOf(ranges, q), 8);
}

/** Address of element (row, column) of a ranged matrix, 0 where it is not stored. */
export function rangedEntry(b: usize, ranges: usize, row: i32, column: i32): usize {
  const q = column >> 2;
  const first = rangeFirst(ranges, q);
  if (row < first || row >= rangeEnd(ranges, q)) return 0;
  return b + (usize(rangeBefore(ranges, q) + row - first) << 5) + (usize(column & 3) << 3);
}

// @ts-ignore: decorator
@inline
function rangeOf(ranges: usize, q: i32): usize {
  return ranges + (usize(RANGE * q) << 2);
}
