/** The columns of a regression that transformations work on: regressors, then the outcome. */
import { entry } from '../memory/layout';


@unmanaged
export class Columns {
  nrows: i32;
  /** Columns of x. */
  k: i32;
  /** Number of leading columns that must vary within levels; others may become constant. */
  required: i32;
  /** f64, nrows x k, and nrows. */
  x: usize;
  y: usize;
  /** f64, nrows, or 0 for ones. */
  weights: usize;
  /** Column of ones, which transformations skip, or -1. */
  constant: i32;
}

/** Address of column j; the outcome is column k. */
export function columnAddress(columns: Columns, j: i32): usize {
  return j == columns.k ? columns.y : entry(columns.x, columns.nrows, 0, j);
}
