/** The product of two matrices that are packed already: the weighted sums of the bootstrap. */
import { ADD, SET, tile } from './micro';
import { panelCount, rectanglePanel } from './panels';

/** Rows summed before the next columns of B are taken, so that A stays in cache. Part of the numeric contract. */
const KC: i32 = 1024;

/**
 * C := A'B, A k x m and B k x n in panels of k rows. Row r of C lies at c + r * ldc, with room for whole tiles of 4 x 4.
 * `ranges` (i32, 2 a panel of B) says between which rows a panel is not zero; 0 where nothing is known.
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
      if (ranges) {
        first = max(first, load<i32>(ranges + (usize(q) << 3)));
        end = max(first, min(end, load<i32>(ranges + (usize(q) << 3), 4)));
      }
      const rows = end - first;
      const offset = usize(first) << 5;
      const right = rectanglePanel(b, k, q) + offset;
      for (let p = 0; p < panelCount(m); ++p) {
        const to = c + (usize(4 * p * ldc + 4 * q) << 3);
        tile(mode, rows, rectanglePanel(a, k, p) + offset, right, to, usize(ldc));
      }
    }
  }
}
