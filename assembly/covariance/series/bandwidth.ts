/**
 * Automatic bandwidth of Newey and West (1994) by their non-parametric plug-in, with the choices of Stata's ivregress
 * and ivreg2 `bw(auto)`:
 *
 *   f_t = sum of the scores over all columns but the constant
 *   g_j = 1/n sum_t f_t f_(t-j),  j = 0 .. m,  m = floor(20 (T / 100)^r)
 *   L   = c ((sum_j 2 j^q g_j) / (g_0 + sum_j 2 g_j))^(2 / (2q + 1)) T^(1 / (2q + 1)), at most m
 *
 *   Bartlett q = 1, r = 2/9, c = 1.1447; Parzen 2, 4/25, 2.6614; quadratic spectral 2, 2/25, 1.3221
 *
 * T is the number of periods from first to last, and L is at most T - 1. L is rounded down for Bartlett and Parzen. R's bwNeweyWest has 4 or 3
 * instead of 20, may whiten first, and calls our L its bandwidth.
 */
import { Kernel } from '../../codes';
import { power, wholePart } from '../../arithmetic/power';
import { alloc, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { doubles, entry, get, integers, set, setInt } from '../../memory/layout';
import { LinearDesign } from '../../memory/records';
import { Series, distance, scoreTotals } from './series';

/**
 * Returns L for the series, or -1 when memory ends; `wanted` (i32, one per column of scores) is 0 for the constant,
 * else 1.
 */
export function neweyWestBandwidth(kernel: i32, wanted: usize, series: Series): f64 {
  const periods = f64(series.periods);
  const rate = kernel == Kernel.Bartlett ? 2 / 9.0 : kernel == Kernel.Parzen ? 4 / 25.0 : 2 / 25.0;
  const most = min<f64>(wholePart(20 * power(periods / 100, rate)), periods - 1);
  const scope = mark();
  const totals = alloc(doubles(series.count));
  const covariances = allocZeroed(doubles(i32(most) + 1));
  if (exhausted()) return -1;
  scoreTotals(series, wanted, totals);
  autocovariances(series, totals, i32(most), covariances);
  const q = kernel == Kernel.Bartlett ? 1 : 2;
  let level = get(covariances, 0);
  let slope: f64 = 0;
  for (let j = 1; j <= i32(most); ++j) {
    level += 2 * get(covariances, j);
    slope += 2 * (q == 1 ? f64(j) : f64(j) * f64(j)) * get(covariances, j);
  }
  release(scope);
  if (slope == 0) return 0;
  const constant = kernel == Kernel.Bartlett ? 1.1447 : kernel == Kernel.Parzen ? 2.6614 : 1.3221;
  const exponent = 1 / f64(2 * q + 1);
  const ratio = slope / level;
  const lags = constant * power(ratio * ratio, exponent) * power(periods, exponent);
  return min<f64>(most, kernel == Kernel.QuadraticSpectral ? lags : floor<f64>(lags));
}

/** Returns an array of 0 for columns of ones and 1 for others, all 1 if there are no others; 0 when memory ends. */
export function varyingColumns(design: LinearDesign, k: i32): usize {
  const wanted = alloc(integers(k));
  if (exhausted()) return 0;
  let some = false;
  for (let j = 0; j < k; ++j) {
    let row = 0;
    while (row < design.nrows && load<f64>(entry(design.x, design.nrows, row, j)) == 1) ++row;
    const varies = row < design.nrows;
    setInt(wanted, j, i32(varies));
    some = some || varies;
  }
  for (let j = 0; j < k && !some; ++j) setInt(wanted, j, 1);
  return wanted;
}

/** out[j] := 1/n sum f_i f_i' over the pairs of rows of a unit j periods apart, j = 0 .. last. */
function autocovariances(series: Series, f: usize, last: i32, out: usize): void {
  for (let i = 0; i < series.count; ++i) {
    for (let other = i; other >= 0; --other) {
      const lag = distance(series, i, other);
      if (lag < 0 || lag > last) break;
      set(out, lag, get(out, lag) + get(f, i) * get(f, other));
    }
  }
  for (let j = 0; j <= last; ++j) set(out, j, get(out, j) / f64(series.count));
}
