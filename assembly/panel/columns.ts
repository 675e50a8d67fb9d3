/** The columns of a regression that transformations work on: regressors, then the outcome. */
import { at, doubles, entry, get } from '../memory/layout';

@unmanaged
export class Columns {
  nrows: i32;
  /** Columns of x. */
  k: i32;
  /** f64, nrows x k, and nrows. */
  x: usize;
  y: usize;
  /** f64, nrows, or 0 for ones. */
  weights: usize;
  /** Column of ones, which transformations treat apart, or -1. */
  constant: i32;
}

/** Address of column j; the outcome is column k. */
export function columnAt(columns: Columns, j: i32): usize {
  return j == columns.k ? columns.y : entry(columns.x, columns.nrows, 0, j);
}

/** Weighted mean of a column. */
export function weightedMean(columns: Columns, column: usize): f64 {
  let total: f64 = 0;
  let sum: f64 = 0;
  for (let row = 0; row < columns.nrows; ++row) {
    const weight = columns.weights == 0 ? 1 : get(columns.weights, row);
    total += weight;
    sum += weight * get(column, row);
  }
  return sum / total;
}

/** Weighted sum of squares of a column about `center`. */
export function squaresAbout(columns: Columns, column: usize, center: f64): f64 {
  let sum: f64 = 0;
  for (let row = 0; row < columns.nrows; ++row) {
    const weight = columns.weights == 0 ? 1 : get(columns.weights, row);
    const deviation = get(column, row) - center;
    sum += weight * deviation * deviation;
  }
  return sum;
}

/** column := column + value. */
export function shift(n: i32, column: usize, value: f64): void {
  for (let row = 0; row < n; ++row) store<f64>(at(column, row), get(column, row) + value);
}

/** Copies the columns into fresh memory at `x` and `y`. */
export function copyColumns(columns: Columns, x: usize, y: usize): void {
  memory.copy(x, columns.x, doubles(columns.nrows * columns.k));
  memory.copy(y, columns.y, doubles(columns.nrows));
  columns.x = x;
  columns.y = y;
}
