/** Means, sums of squares and correlations of vectors with weights. */
import { get } from '../memory/layout';

/** Weighted mean of a vector; `weights` 0 for ones. */
export function meanOf(n: i32, x: usize, weights: usize): f64 {
  let total: f64 = 0;
  let sum: f64 = 0;
  for (let i = 0; i < n; ++i) {
    const weight = weights == 0 ? 1 : get(weights, i);
    total += weight;
    sum += weight * get(x, i);
  }
  return sum / total;
}

/** Weighted sum of squares of a vector about `center`. */
export function squaresAbout(n: i32, x: usize, weights: usize, center: f64): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < n; ++i) {
    const weight = weights == 0 ? 1 : get(weights, i);
    const deviation = get(x, i) - center;
    sum += weight * deviation * deviation;
  }
  return sum;
}

/** Weighted mean square of a vector about its mean; 0 if it varies by less than its rounding. */
export function variance(n: i32, x: usize, weights: usize): f64 {
  let total: f64 = 0;
  for (let i = 0; i < n; ++i) total += weights == 0 ? 1 : get(weights, i);
  const squares = squaresAbout(n, x, weights, meanOf(n, x, weights));
  return varies(n, x, weights, squares) ? squares / total : 0;
}

/** True if the sum of squares about the mean is more than the rounding of x. */
function varies(n: i32, x: usize, weights: usize, squares: f64): bool {
  return !(squares <= f64.EPSILON * f64.EPSILON * squaresAbout(n, x, weights, 0));
}

/** Weighted correlation of x and y; NaN when one of them varies by less than its rounding. */
export function correlation(n: i32, x: usize, y: usize, weights: usize): f64 {
  const meanX = meanOf(n, x, weights);
  const meanY = meanOf(n, y, weights);
  let xx: f64 = 0;
  let yy: f64 = 0;
  let xy: f64 = 0;
  for (let i = 0; i < n; ++i) {
    const weight = weights == 0 ? 1 : get(weights, i);
    const a = get(x, i) - meanX;
    const b = get(y, i) - meanY;
    xx += weight * a * a;
    yy += weight * b * b;
    xy += weight * a * b;
  }
  const both = varies(n, x, weights, xx) && varies(n, y, weights, yy);
  return both ? xy / (sqrt<f64>(xx) * sqrt<f64>(yy)) : NaN;
}
