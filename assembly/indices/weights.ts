/** Weights of indicators from their own variation. `z` is n x k, column-major; `weights` (k) sum to one. */
import { Tie } from '../codes';
import { entry, get, set } from '../memory/layout';
import { correlation, meanOf, squaresAbout } from '../panel/variation';

/**
 * Entropy weights (Shannon, 1948): with the shares p_i = z_i / sum z,
 *
 *   E = -sum p ln p / ln c,   d = 1 - E,   w = d / sum d,   and 0 ln 0 = 0
 *
 * where c is n. Another `count` c reproduces a faulty rule, which divides by the logarithm of the number of periods.
 * For c = n the redundancy d is sum h(n p_i - 1) / (n ln n) with h(t) = (1 + t) ln (1 + t) - t, whose terms are not
 * negative: d keeps its digits where the shares are nearly equal. `z` must not be negative.
 */
export function index_entropy(
  n: i32,
  k: i32,
  z: usize,
  count: i32,
  redundancies: usize,
  weights: usize,
): void {
  const whole = NativeMath.log(f64(n));
  for (let j = 0; j < k; ++j) {
    const divergence = divergenceOf(n, entry(z, n, 0, j));
    const redundancy =
      count == n ? divergence / whole : 1 - (whole - divergence) / NativeMath.log(f64(count));
    set(redundancies, j, redundancy);
  }
  toShares(k, redundancies, weights);
}

/** Shares that differ by less give a divergence that is rounding: 1e-12 of their mean, squared. */
const EQUAL: f64 = 1e-24;

/** sum p ln (n p), 0 if the shares are equal to rounding. */
function divergenceOf(n: i32, z: usize): f64 {
  let total: f64 = 0;
  for (let i = 0; i < n; ++i) total += get(z, i);
  let sum: f64 = 0;
  for (let i = 0; i < n; ++i) sum += excess((get(z, i) * f64(n) - total) / total);
  const divergence = sum / f64(n);
  return divergence > EQUAL ? divergence : 0;
}

/** Terms of the series of h, enough for |t| below `SERIES`. */
const TERMS: i32 = 14;
const SERIES: f64 = 0.05;

/** h(t) = (1 + t) ln (1 + t) - t for t >= -1, also t^2/2 - t^3/6 + t^4/12 - ... */
function excess(t: f64): f64 {
  if (!(t > -1)) return 1;
  if (abs(t) > SERIES) return (1 + t) * NativeMath.log(1 + t) - t;
  let sum: f64 = 0;
  for (let j = TERMS; j >= 2; --j) sum = 1 / f64(j * (j - 1)) - t * sum;
  return t * t * sum;
}

/** Weights by the coefficient of variation, sd / |mean| with divisor n - 1; NaN if a mean is 0 to rounding. */
export function index_variation(n: i32, k: i32, z: usize, weights: usize): void {
  for (let j = 0; j < k; ++j) {
    const column = entry(z, n, 0, j);
    const mean = meanOf(n, column, 0);
    const deviation = sqrt<f64>(squaresAbout(n, column, 0, mean) / f64(n - 1));
    const isZero = abs(mean) * f64(Tie.Parts) <= deviation;
    set(weights, j, isZero ? Infinity : deviation / abs(mean));
  }
  toShares(k, weights, weights);
}

/**
 * CRITIC (Diakoulaki, Mavrotas and Papayannakis, 1995): sd_j sum_l (1 - r_jl), where an r that is 1 to rounding counts
 * as 1; NaN if all are 1.
 */
export function index_critic(n: i32, k: i32, z: usize, weights: usize): void {
  for (let j = 0; j < k; ++j) {
    const column = entry(z, n, 0, j);
    const mean = meanOf(n, column, 0);
    let conflict: f64 = 0;
    for (let l = 0; l < k; ++l) {
      if (l == j) continue;
      const gap = 1 - correlation(n, column, entry(z, n, 0, l), 0);
      if (gap * f64(Tie.Parts) > 1) conflict += gap;
    }
    set(weights, j, sqrt<f64>(squaresAbout(n, column, 0, mean) / f64(n - 1)) * conflict);
  }
  toShares(k, weights, weights);
}

/** out := x / sum x. */
function toShares(k: i32, x: usize, out: usize): void {
  let total: f64 = 0;
  for (let j = 0; j < k; ++j) total += get(x, j);
  for (let j = 0; j < k; ++j) set(out, j, get(x, j) / total);
}
