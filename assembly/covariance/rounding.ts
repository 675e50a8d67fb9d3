/**
 * Variances that are zero to the rounding of their terms. With e the relative precision of the data, l_j the length of
 * column j (before effects were taken out of it) and
 *
 *   S = |y| + sum_j |b_j| l_j                                               the size of the terms of y - X b
 *
 *   perfect fit     sqrt(rss) <= 4 e S
 *   zero variance   se_j <= 4 e (sqrt(c B_jj) (S / sqrt(n) + sqrt(rss)) + |b_j|),  B = (X'X)^-1, c the factor
 *
 * The first bounds the residuals that come from rounding y and the coefficients; R's summary.lm has a similar limit. In
 * the second, S / sqrt(n) is the same rounding in a robust covariance. sqrt(rss) is the rounding of sums of scores that
 * cancel, such as those of the only cluster in which a regressor varies. |b_j| is the rounding of the coefficient
 * itself.
 */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, set } from '../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../memory/records';
import { dnrm2 } from '../blas/level1';
import { LinearModel } from '../linear/linear';

/** Roundings of half a unit that one term may have gone through, times one half. */
const ROUNDINGS: f64 = 4;

/** As ROUNDINGS, for an outcome that `estimators/iv/exact.ts` found to be explained exactly. */
export const EXACT_ROUNDINGS: f64 = 64;

/**
 * Sets fit.perfect and fit.zeroVariances. Writes zeros for the rows and columns of fit.vcov whose variance is only
 * rounding and, after a perfect fit, for coefficients that are only rounding. An `exact` fit is perfect. Returns false
 * when memory ends.
 */
export function clearRounding(
  model: LinearModel,
  options: LinearOptions,
  fit: LinearFit,
  exact: bool = false,
): bool {
  const k = model.k;
  const scope = mark();
  const lengths = options.lengths != 0 ? options.lengths : alloc(doubles(k + 1));
  if (exhausted()) return false;
  if (options.lengths == 0) columnLengths(model.n, k, model.x, model.y, lengths);
  let size = get(lengths, k);
  for (let j = 0; j < k; ++j) size += abs(get(model.params, j)) * get(lengths, j);
  const unit = (exact ? EXACT_ROUNDINGS : ROUNDINGS) * precisionOf(options);
  const residual = sqrt<f64>(model.rss);
  fit.perfect = exact || (residual <= unit * size && size < Infinity) ? 1 : 0;
  if (fit.perfect != 0 && sqrt<f64>(fit.tssCentered) <= unit * size) fit.tssCentered = 0;
  clearVariances(model, fit, lengths, size, unit);
  release(scope);
  return true;
}

/**
 * Clears the variances that are only rounding. After a perfect fit it clears all variances, and the coefficients that
 * are only rounding.
 */
function clearVariances(
  model: LinearModel,
  fit: LinearFit,
  lengths: usize,
  size: f64,
  unit: f64,
): void {
  const k = model.k;
  const spread = sqrt<f64>(fit.factor) * (size / sqrt<f64>(fit.nobs) + sqrt<f64>(model.rss));
  fit.zeroVariances = 0;
  for (let j = 0; j < k; ++j) {
    const bread = sqrt<f64>(load<f64>(entry(model.bread, k, j, j)));
    const error = sqrt<f64>(abs(load<f64>(entry(fit.vcov, k, j, j))));
    const rounding = unit * (bread * spread + abs(get(model.params, j)));
    if (fit.perfect == 0 && !(error <= rounding && rounding < Infinity)) continue;
    ++fit.zeroVariances;
    clearVariance(k, j, fit.vcov);
    if (fit.perfect == 0) continue;
    if (abs(get(model.params, j)) * get(lengths, j) <= unit * size) set(model.params, j, 0);
  }
}

/** The relative precision of the columns. */
export function precisionOf(options: LinearOptions): f64 {
  return max<f64>(f64.EPSILON, options.precision);
}

/** lengths (k + 1) := the Euclidean lengths of the first k columns of x, and of y. */
export function columnLengths(n: i32, k: i32, x: usize, y: usize, lengths: usize): void {
  for (let j = 0; j < k; ++j) set(lengths, j, dnrm2(n, entry(x, n, 0, j)));
  set(lengths, k, dnrm2(n, y));
}

/** Records in the options the lengths of y and of the first k columns of x, before effects are taken out of them. */
export function keepLengths(design: LinearDesign, k: i32, options: LinearOptions): bool {
  options.lengths = alloc(doubles(k + 1));
  if (exhausted()) return false;
  columnLengths(design.nrows, k, design.x, design.y, options.lengths);
  return true;
}

/** Row and column j of a k x k matrix := 0. */
function clearVariance(k: i32, j: i32, vcov: usize): void {
  for (let i = 0; i < k; ++i) {
    store<f64>(entry(vcov, k, i, j), 0);
    store<f64>(entry(vcov, k, j, i), 0);
  }
}
