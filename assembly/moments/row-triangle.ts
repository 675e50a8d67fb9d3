/**
 * The triangle R of the rows [X y], which arrive one by one, so that a sum of squared residuals is
 * known at any parameters without the rows and without the cancellation of y'y - 2 b'X'y + b'X'X b:
 *
 *   sum (y - x'b)^2 = |R (b, -1)'|^2
 *
 * ROWS is part of the numeric contract: it fixes the order of summation.
 */
import { alloc, allocZeroed, exhausted } from '../memory/arena';
import { doubles, get } from '../memory/layout';
import {
  packRow,
  panelCount,
  rectanglePanel,
  rectangleSize,
  triangleEntry,
  triangleSize,
} from '../blas/panels';
import { dtpqrt } from '../lapack/dtpqrt';

/** Rows gathered before they are folded, an even number. */
const ROWS: i32 = 128;


@unmanaged
export class RowTriangle {
  /** Columns: K + 1. */
  width: i32;
  waiting: i32;
  /** f64, ROWS rows in panels. */
  rows: usize;
  /** f64: R, a triangle in panels. */
  triangle: usize;
}

/** A triangle without rows; false when memory ends. */
export function openRowTriangle(rows: RowTriangle, width: i32): bool {
  rows.width = width;
  rows.waiting = 0;
  rows.rows = alloc(doubles(rectangleSize(ROWS, width)));
  rows.triangle = allocZeroed(doubles(triangleSize(width)));
  return !exhausted();
}

/** Adds a row of padded(width) doubles, zero past the width. */
export function addToTriangle(rows: RowTriangle, row: usize): void {
  packRow(rows.width, row, rows.rows, ROWS, rows.waiting);
  if (++rows.waiting == ROWS) foldTriangle(rows);
}

/** Adds `count` such rows, one after another, panel by panel. */
export function addRows(rows: RowTriangle, count: i32, from: usize): void {
  const panels = panelCount(rows.width);
  while (count > 0) {
    const some = min(count, ROWS - rows.waiting);
    for (let q = 0; q < panels; ++q) {
      let to = rectanglePanel(rows.rows, ROWS, q) + (usize(rows.waiting) << 5);
      let row = from + (usize(q) << 5);
      for (const end = to + (usize(some) << 5); to < end; to += 32) {
        v128.store(to, v128.load(row));
        v128.store(to, v128.load(row, 16), 16);
        row += usize(panels) << 5;
      }
    }
    from += usize(some * panels) << 5;
    count -= some;
    rows.waiting += some;
    if (rows.waiting == ROWS) foldTriangle(rows);
  }
}

/** Folds what is waiting; to be called once after the last row. */
export function foldTriangle(rows: RowTriangle): void {
  if (rows.waiting == 0) return;
  let count = rows.waiting;
  if (count & 1) {
    for (let q = 0; q < panelCount(rows.width); ++q) {
      memory.fill(rows.rows + (usize(q * ROWS + count) << 5), 0, 32);
    }
    ++count;
  }
  dtpqrt(count, rows.width, rows.triangle, rows.rows, ROWS);
  rows.waiting = 0;
}

/** The sum of squared residuals of column k on the k before it, at `params`. */
export function residualSquares(rows: RowTriangle, k: i32, params: usize): f64 {
  let squares: f64 = 0;
  for (let i = 0; i <= k; ++i) {
    let residual = load<f64>(triangleEntry(rows.triangle, i, k));
    for (let j = i; j < k; ++j) {
      residual -= load<f64>(triangleEntry(rows.triangle, i, j)) * get(params, j);
    }
    squares += residual * residual;
  }
  return squares;
}
