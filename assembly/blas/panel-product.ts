/**
 * The product of two matrices that are packed already: the weighted sums of the bootstrap.
 *
 * The second one may be ranged: of each of its panels only the rows between which it is not zero are stored, and take
 * part.
 */
import { ADD, SET, tile } from './micro';
import { panelCount, rectanglePanel } from './panels';

/** Rows summed before the next columns of B are taken, so that A stays in cache. Part of the numeric contract. */
const KC: i32 = 1024;

/** Integers that describe the range of a panel: its first row, the one past its last, and the rows stored before it. */
export const RANGE: i32 = 3;

/** Panel q holds rows first .. end - 1, after `before` rows of other panels. */
export function setRange(ranges: usize, q: i32, first: i32, end: i32, before: i32): void {
  const range = rangeOf(ranges, q);
  store<i32>(range, first);
  store<i32>(range, end, 4);
  store<i32>(range, before, 8);
}

/** Address of element (row, column) of a ranged matrix, 0 where it is not stored. */
export function rangedEntry(b: usize, ranges: usize, row: i32, column: i32): usize {
  const range = rangeOf(ranges, column >> 2);
  if (row < load<i32>(range) || row >= load<i32>(range, 4)) return 0;
  return b + (usize(load<i32>(range, 8) + row - load<i32>(range)) << 5) + (usize(column & 3) << 3);
}

// @ts-ignore: decorator
@inline
function rangeOf(ranges: usize, q: i32): usize {
  return ranges + (usize(RANGE * q) << 2);
}

/**
 * C := A'B, A k x m in panels of k rows and B k x n, ranged, or in panels of k rows too where `ranges` is 0. Row r of C lies
 * at c + r * ldc, with room for whole tiles of 4 x 4.
 */
export function dgemmPanels(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  b: usize,
  ranges: usize,
  c: usize,
  ldc: i32,
): void {
  for (let start = 0; start < k; start += KC) {
    const mode = start == 0 ? SET : ADD;
    for (let q = 0; q < panelCount(n); ++q) {
      let first = start;
      let end = min(start + KC, k);
      let right = rectanglePanel(b, k, q) + (usize(start) << 5);
      if (ranges) {
        const range = rangeOf(ranges, q);
        const stored = load<i32>(range);
        first = max(first, stored);
        end = max(first, min(end, load<i32>(range, 4)));
        right = b + (usize(load<i32>(range, 8) + first - stored) << 5);
      }
      for (let p = 0; p < panelCount(m); ++p) {
        const left = rectanglePanel(a, k, p) + (usize(first) << 5);
        const to = c + (usize(4 * p * ldc + 4 * q) << 3);
        tile(mode, end - first, left, right, to, usize(ldc));
      }
    }
  }
}
