/**
 * The triangle R of rows that arrive one by one, by QR. Summing their outer products, R'R, would square the condition
 * number.
 *
 * ROWS is part of the numeric contract: it fixes the order of summation.
 */
import { alloc, allocZeroed, exhausted } from '../../../memory/arena';
import { doubles } from '../../../memory/layout';
import {
  packRow,
  panelCount,
  rectanglePanel,
  rectangleSize,
  triangleSize,
} from '../../../blas/panels';
import { dtpqrt } from '../../../lapack/dtpqrt';

/** Rows gathered before they are factored, an even number. */
const ROWS: i32 = 128;


@unmanaged
export class RowTriangle {
  /** Columns. */
  width: i32;
  waiting: i32;
  /** f64, ROWS rows in panels. */
  rows: usize;
  /** f64: R, a triangle in panels. */
  triangle: usize;
}

/** Allocates a triangle without rows; returns false when memory ends. */
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

/** Factors the rows still gathered; call it once after the last row. */
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
