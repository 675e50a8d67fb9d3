/** Sums of squares of the outcome. */
import { get } from '../memory/layout';

/** Returns sum w y^2, w the squares of `roots` (n), which is 0 without weights. */
export function totalAboutZero(n: i32, y: usize, roots: usize): f64 {
  let total: f64 = 0;
  for (let i = 0; i < n; ++i) {
    const value = roots == 0 ? get(y, i) : get(roots, i) * get(y, i);
    total += value * value;
  }
  return total;
}

/**
 * Returns sum w (y - mean)^2 with the weighted mean, w the squares of `roots`; corrected for the rounding error of the
 * mean. Deviations of less than one rounding of y are 0, as those of a constant.
 */
export function totalAboutMean(n: i32, y: usize, roots: usize): f64 {
  let weights: f64 = 0;
  let sum: f64 = 0;
  for (let i = 0; i < n; ++i) {
    const weight = roots == 0 ? 1 : get(roots, i) * get(roots, i);
    weights += weight;
    sum += weight * get(y, i);
  }
  const mean = sum / weights;
  let total: f64 = 0;
  let rest: f64 = 0;
  let size: f64 = 0;
  for (let i = 0; i < n; ++i) {
    const weight = roots == 0 ? 1 : get(roots, i) * get(roots, i);
    const deviation = get(y, i) - mean;
    total += weight * deviation * deviation;
    rest += weight * deviation;
    size += weight * get(y, i) * get(y, i);
  }
  const about = total - (rest * rest) / weights;
  return about <= f64.EPSILON * f64.EPSILON * size && size < Infinity ? 0 : about;
}
