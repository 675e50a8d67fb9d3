/**
 * Intervals by bias correction and acceleration (Efron, 1987, Journal of the American Statistical
 * Association 82). With B replicates x of an estimate, z the normal quantile of (1 -+ level) / 2 and a the
 * acceleration, both ends are quantiles of the replicates (R's type 7) at
 *
 *   Phi(z0 + (z0 + z) / (1 - a (z0 + z))),   z0 = Phi^-1((#{x < estimate} + #{x = estimate} / 2) / B)
 *
 * A replicate equals the estimate if rounding alone can separate them, measured by the distance of the quartiles.
 */
import { Tie } from '../codes';
import { alloc, exhausted, mark, release } from '../memory/arena';
import { addressOf, doubles, get, set } from '../memory/layout';
import { Status } from '../status';
import { normal_cdf, normal_ppf } from '../distributions/normal';
import { column, quantile } from './reduce';
import { sort } from './sort';

/**
 * `values` (count x width) and `statuses` are as in `bootstrap_reduce`; `estimates` and `accelerations` have width doubles.
 * `out` receives width x 2, NaN if all replicates are on one side of the estimate.
 */
export function bootstrap_bca(
  count: i32,
  width: i32,
  values: usize,
  statuses: usize,
  estimates: usize,
  accelerations: usize,
  level: f64,
  out: usize,
): Status {
  const scope = mark();
  const x = alloc(doubles(count));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < width; ++j) {
    const used = column(count, width, values, statuses, j, x);
    sort(used, x);
    const a = get(accelerations, j);
    const z0 = normal_ppf(shareBelow(used, x, get(estimates, j)));
    const to = addressOf(out, 2 * j);
    set(to, 0, end(used, x, z0, a, normal_ppf((1 - level) / 2)));
    set(to, 1, end(used, x, z0, a, normal_ppf((1 + level) / 2)));
  }
  release(scope);
  return Status.Ok;
}

/** Returns one end; the formula has a pole at 1 = a (z0 + z), and beyond it no end exists. */
function end(n: i32, x: usize, z0: f64, a: f64, z: f64): f64 {
  const scale = 1 - a * (z0 + z);
  if (!(scale > 0) || !(abs(z0) < Infinity)) return NaN;
  return quantile(n, x, normal_cdf(z0 + (z0 + z) / scale));
}

/** The share of n sorted values below the estimate, with half of those that equal it. */
function shareBelow(n: i32, x: usize, estimate: f64): f64 {
  if (n == 0) return NaN;
  const tie = (quantile(n, x, 0.75) - quantile(n, x, 0.25)) / f64(Tie.Parts);
  let below: f64 = 0;
  for (let i = 0; i < n; ++i) {
    const distance = get(x, i) - estimate;
    if (distance < -tie) below += 1;
    else if (distance <= tie) below += 0.5;
  }
  return below / f64(n);
}
