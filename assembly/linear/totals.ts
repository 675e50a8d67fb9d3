/** Sums of squares of the outcome. */
import { get } from '../memory/layout';

/** Sums over rows from which the sums of squares of the outcome are formed; the weights are the squares of `roots`. */
@unmanaged
export class OutcomeSums {
  /** Sums of w, w y and w y^2, the last as the product of the root and y, squared. */
  weights: f64;
  sum: f64;
  squares: f64;
  /** Sums of w d^2, w d and w y^2 with the deviations d from the rounded mean. */
  total: f64;
  rest: f64;
  size: f64;
}

// @ts-ignore: decorator
@lazy
const SUMS: usize = memory.data(48, 16);

/**
 * Returns the sums of an outcome in memory, which hold until the next call: w are the squares of `roots` (n), which is 0
 * without weights.
 */
export function outcomeSums(n: i32, y: usize, roots: usize): OutcomeSums {
  memory.fill(SUMS, 0, 48);
  const sums = changetype<OutcomeSums>(SUMS);
  addOutcome(n, y, roots, sums);
  addDeviations(n, y, roots, sums);
  return sums;
}

/** Adds n rows to the sums of y and y^2. */
export function addOutcome(n: i32, y: usize, roots: usize, sums: OutcomeSums): void {
  let weights = sums.weights;
  let sum = sums.sum;
  let squares = sums.squares;
  for (let i = 0; i < n; ++i) {
    const root = roots == 0 ? 1 : get(roots, i);
    const value = root * get(y, i);
    weights += root * root;
    sum += root * root * get(y, i);
    squares += value * value;
  }
  sums.weights = weights;
  sums.sum = sum;
  sums.squares = squares;
}

/** Adds n rows to the sums of deviations, when all rows are in the sums of y. */
export function addDeviations(n: i32, y: usize, roots: usize, sums: OutcomeSums): void {
  const mean = sums.sum / sums.weights;
  let total = sums.total;
  let rest = sums.rest;
  let size = sums.size;
  for (let i = 0; i < n; ++i) {
    const root = roots == 0 ? 1 : get(roots, i);
    const weight = root * root;
    const deviation = get(y, i) - mean;
    total += weight * deviation * deviation;
    rest += weight * deviation;
    size += weight * get(y, i) * get(y, i);
  }
  sums.total = total;
  sums.rest = rest;
  sums.size = size;
}

/**
 * Returns sum w (y - mean)^2 with the weighted mean, corrected for the rounding error of the mean; all rows must be in
 * the sums. Deviations below the rounding of y count as 0, as for a constant.
 */
export function squaresAboutMean(sums: OutcomeSums): f64 {
  const about = sums.total - (sums.rest * sums.rest) / sums.weights;
  return about <= f64.EPSILON * f64.EPSILON * sums.size && sums.size < Infinity ? 0 : about;
}
