/**
 * Standard errors of a replicate, in the covariance of the estimate. With v the coordinates of the residuals in Q, and
 * L those of the scores, the influence of unit g on the coefficients is
 *
 *   f_g = L'G_g v,     L = x~ (N)^-1,  x~ the projected regressors of `iv/kclass-covariance.ts`
 *
 *   robust, clustered   se^2 = factor sum_g w_g f_g^2, a unit drawn twice counts as two
 *   unadjusted          se^2 = factor rss / n (N^-1)_jj
 */
import { IvMethod } from '../../../codes';
import { Covariance } from '../../../covariance/kinds';
import { allocZeroed, exhausted } from '../../../memory/arena';
import { doubles, entry, get, getInt, set } from '../../../memory/layout';
import { daxpy } from '../../../blas/level1';
import { dtrsv } from '../../../blas/level2';
import { dgemm } from '../../../blas/level3';
import { NoTrans, Trans, Upper } from '../../../blas/options';
import { invertTriangle } from '../../../linear/inverse-root';
import { Status } from '../../../status';
import {
  MOMENTS,
  ROWS,
  Resample,
  WEIGHT,
  extraOf,
  multiplyUnit,
  placeOf,
  productOf,
  unitSum,
} from '../rows';
import { Pairs, extra, smallFactor } from './state';

/** out (k) := standard errors of the replicate that `pairs` holds. */
export function standardErrors(pairs: Pairs, counts: usize, out: usize): Status {
  const sample = pairs.sample;
  const k = sample.k;
  const width = sample.width;
  const residual = allocZeroed(doubles(width));
  const inverse = allocZeroed(doubles(k * k));
  const root = allocZeroed(doubles(k * k));
  const scores = allocZeroed(doubles(width * k));
  if (exhausted()) return Status.OutOfMemory;
  residuals(pairs, residual);
  const status = invertTriangle(k, pairs.triangle, inverse);
  if (status != Status.Ok) return status;
  memory.copy(root, inverse, doubles(k * k));
  if (sample.means) centre(pairs, root);
  if (sample.task.covariance.covariance == Covariance.Unadjusted) {
    unadjusted(pairs, residual, root, out);
    return Status.Ok;
  }
  const projected = allocZeroed(doubles(width * k));
  const product = allocZeroed(doubles(width * k));
  if (exhausted()) return Status.OutOfMemory;
  project(pairs, projected);
  dgemm(NoTrans, NoTrans, width, k, k, 1, projected, width, inverse, k, 0, product, width);
  dgemm(NoTrans, Trans, width, k, k, 1, product, width, root, k, 0, scores, width);
  influence(sample, counts, residual, scores, out);
  const factor = factorOf(pairs);
  for (let j = 0; j < k; ++j) set(out, j, sqrt<f64>(factor * get(out, j)));
  return Status.Ok;
}

/** v := coordinates of e - X d, with d the changes of the coefficients. */
export function residuals(pairs: Pairs, v: usize): void {
  const sample = pairs.sample;
  const width = sample.width;
  const full = sample.task.basis.triangle;
  memory.copy(v, entry(full, width, 0, width - 1), doubles(width));
  const last = sample.means ? sample.k - 1 : sample.k;
  for (let j = 0; j < last; ++j) {
    const column = entry(full, width, 0, placeOf(sample, j));
    daxpy(width, -get(pairs.params, j), column, v);
  }
  if (!sample.means) return;
  // In deviations from the effects, the sample means of all columns are 0; the constant absorbs them.
  let constant: f64 = 0;
  for (let j = 0; j < last; ++j) constant -= meanOf(sample, j) * get(pairs.params, j);
  daxpy(width, -constant, entry(full, width, 0, placeOf(sample, last)), v);
}

/** Mean of regressor j in the sample. */
function meanOf(sample: Resample, j: i32): f64 {
  let sum: f64 = 0;
  let weights: f64 = 0;
  let moment = unitSum(sample, extraOf(sample, MOMENTS + j), 0);
  let weight = unitSum(sample, extraOf(sample, WEIGHT), 0);
  for (let g = 0; g < sample.resampling.nunits; ++g) {
    sum += load<f64>(moment);
    weights += load<f64>(weight);
    moment += 32;
    weight += 32;
  }
  return sum / weights;
}

/**
 * Sets the constant's row of the root: the average effect is evaluated at the means of the resample, not of the sample.
 */
function centre(pairs: Pairs, root: usize): void {
  const sample = pairs.sample;
  const k = sample.k;
  for (let j = 0; j < k - 1; ++j) {
    const shift = meanOf(sample, j) - extra(pairs, MOMENTS + j) / extra(pairs, WEIGHT);
    for (let i = 0; i < k; ++i) {
      const to = entry(root, k, k - 1, i);
      store<f64>(to, load<f64>(to) + shift * load<f64>(entry(root, k, j, i)));
    }
  }
}

/** out (width x k) := coordinates of the projected regressors. */
function project(pairs: Pairs, out: usize): void {
  const sample = pairs.sample;
  const width = sample.width;
  const q = pairs.basis.q;
  const options = sample.task.options;
  const full = sample.task.basis.triangle;
  const share: f64 = options.method == IvMethod.KClass ? options.kappa : 1;
  for (let j = 0; j < sample.k; ++j) {
    const place = placeOf(sample, j);
    const to = entry(out, width, 0, j);
    const endogenous = j < sample.task.sample.nendogenous;
    daxpy(width, endogenous ? 1 - share : 1, entry(full, width, 0, place), to);
    if (!endogenous) continue;
    const first = allocZeroed(doubles(q));
    if (exhausted()) return;
    memory.copy(first, entry(pairs.basis.triangle, width, 0, place), doubles(q));
    dtrsv(Upper, NoTrans, q, pairs.basis.triangle, width, first);
    for (let i = 0; i < q; ++i) daxpy(width, share * get(first, i), entry(full, width, 0, i), to);
  }
}

/** out (k) := sum_g w_g f_g^2. */
function influence(sample: Resample, counts: usize, v: usize, scores: usize, out: usize): void {
  const width = sample.width;
  const k = sample.k;
  const h = allocZeroed(doubles(width));
  memory.fill(out, 0, doubles(k));
  for (let g = 0; g < sample.resampling.nunits; ++g) {
    const count = getInt(counts, g);
    if (count == 0) continue;
    multiplyUnit(sample, g, v, h);
    for (let j = 0; j < k; ++j) {
      const column = entry(scores, width, 0, j);
      let f: f64 = 0;
      for (let a = 0; a < width; ++a) f += get(column, a) * get(h, a);
      set(out, j, get(out, j) + f64(count) * f * f);
    }
  }
}

function unadjusted(pairs: Pairs, v: usize, root: usize, out: usize): void {
  const k = pairs.sample.k;
  const variance = (factorOf(pairs) * residualSquares(pairs, v)) / extra(pairs, ROWS);
  for (let j = 0; j < k; ++j) {
    let squares: f64 = 0;
    for (let i = j; i < k; ++i) {
      const value = load<f64>(entry(root, k, j, i));
      squares += value * value;
    }
    if (pairs.sample.means && j == k - 1) squares = rowSquares(k, root, j);
    set(out, j, sqrt<f64>(variance * squares));
  }
}

/** v'G* v. */
export function residualSquares(pairs: Pairs, v: usize): f64 {
  const width = pairs.sample.width;
  let rss: f64 = 0;
  for (let b = 0; b < width; ++b) {
    for (let a = 0; a <= b; ++a) {
      const product = get(pairs.sums, productOf(a, b)) * get(v, a) * get(v, b);
      rss += a < b ? 2 * product : product;
    }
  }
  return rss;
}

function rowSquares(k: i32, root: usize, j: i32): f64 {
  let squares: f64 = 0;
  for (let i = 0; i < k; ++i) {
    const value = load<f64>(entry(root, k, j, i));
    squares += value * value;
  }
  return squares;
}

function factorOf(pairs: Pairs): f64 {
  const options = pairs.sample.task.covariance;
  const kind = options.covariance;
  if (kind == Covariance.HC0) return 1;
  if (kind != Covariance.HC1 && options.small == 0) return 1;
  return smallFactor(pairs, kind == Covariance.CV1, pairs.sample.k);
}
