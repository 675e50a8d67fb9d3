/** The product of two packed matrices: the weighted sums of the bootstrap. */
import { ADD, SET, tile } from './micro';
import { panelCount, rectanglePanel } from './panels';

/** Rows summed before the next columns of B start, so that A stays in cache. Part of the numeric contract. */
export const KC: i32 = 1024;

/**
 * C := A'B, A k x m and B k x n in panels of k rows. Row r of C is at c + r * ldc, with room for whole tiles of 4 x 4.
 */
export function dgemmPanels(m: i32, n: i32, k: i32, a: usize, b: usize, c: usize, ldc: i32): void {
  for (let start = 0; start < k; start += KC) {
    const mode = start == 0 ? SET : ADD;
    const rows = min(KC, k - start);
    const offset = usize(start) << 5;
    for (let q = 0; q < panelCount(n); ++q) {
      const right = rectanglePanel(b, k, q) + offset;
      for (let p = 0; p < panelCount(m); ++p) {
        const left = rectanglePanel(a, k, p) + offset;
        tile(mode, rows, left, right, c + (usize(4 * p * ldc + 4 * q) << 3), usize(ldc));
      }
    }
  }
}
