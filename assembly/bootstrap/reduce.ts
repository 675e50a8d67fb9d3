/**
 * Summaries of replicates, in the order of the replicates. With r values x of B successful replicates:
 *
 *   mean, standard error  sqrt(sum (x - mean)^2 / (B - 1)), 0 if it is rounding
 *   Monte Carlo error     se sqrt((kurtosis - 1) / (4 B)), of the standard error, kurtosis m4 / m2^2
 *   quantiles             linear between order statistics (R's type 7)
 */
import { RowWidth, Spread } from '../codes';
import { alloc, exhausted, mark, release } from '../memory/arena';
import { addressOf, doubles, get, getInt, set } from '../memory/layout';
import { Status } from '../status';
import { sortEnds } from './sort';

const ROUNDING: f64 = f64(Spread.Rounding) * f64.EPSILON;

/**
 * `values` is count x width; replicates with a non-zero status (the Moore-Penrose bit aside) are left out. `out`
 * receives width x 6.
 */
export function bootstrap_reduce(
  count: i32,
  width: i32,
  values: usize,
  statuses: usize,
  level: f64,
  out: usize,
): Status {
  const scope = mark();
  const x = alloc(doubles(count));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < width; ++j) {
    const used = column(count, width, values, statuses, j, x);
    summarize(used, x, level, addressOf(out, j * RowWidth.ReplicateSummary));
  }
  release(scope);
  return Status.Ok;
}

/** out := value j of each successful replicate, in order; returns their number. */
export function column(
  count: i32,
  width: i32,
  values: usize,
  statuses: usize,
  j: i32,
  out: usize,
): i32 {
  let used = 0;
  for (let i = 0; i < count; ++i) {
    if ((getInt(statuses, i) & 255) != 0) continue;
    const value = get(values, i * width + j);
    if (value == value) set(out, used++, value);
  }
  return used;
}

function summarize(n: i32, x: usize, level: f64, out: usize): void {
  set(out, 0, f64(n));
  for (let i = 1; i < RowWidth.ReplicateSummary; ++i) set(out, i, NaN);
  if (n == 0) return;
  let sum: f64 = 0;
  for (let i = 0; i < n; ++i) sum += get(x, i);
  const mean = sum / f64(n);
  let squares: f64 = 0;
  let second: f64 = 0;
  let fourth: f64 = 0;
  for (let i = 0; i < n; ++i) {
    const d = get(x, i) - mean;
    squares += get(x, i) * get(x, i);
    second += d * d;
    fourth += d * d * d * d;
  }
  set(out, 1, mean);
  const low = (1 - level) / 2;
  const high = (1 + level) / 2;
  sortEnds(n, x, i32(low * f64(n - 1)) + 1, i32(high * f64(n - 1)));
  set(out, 4, quantile(n, x, low));
  set(out, 5, quantile(n, x, high));
  if (n < 2) return;
  if (second <= ROUNDING * ROUNDING * squares) second = 0;
  const se = sqrt<f64>(second / f64(n - 1));
  const kurtosis = second > 0 ? (f64(n) * fourth) / (second * second) : 0;
  set(out, 2, se);
  set(out, 3, se * sqrt<f64>(max<f64>(0, kurtosis - 1) / (4 * f64(n))));
}

/** Returns a quantile of n sorted values. */
export function quantile(n: i32, x: usize, p: f64): f64 {
  const place = p * f64(n - 1);
  const below = i32(floor(place));
  const low = get(x, below);
  if (below + 1 >= n) return low;
  return low + (place - f64(below)) * (get(x, below + 1) - low);
}
