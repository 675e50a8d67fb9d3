/**
 * The estimate of an equation with as many instruments as parameters, from inner products of its columns. Least squares
 * of y on the instruments gives b = M Z'y with M = (Z'Z)^-1. If the last regressor x is not an instrument, least
 * squares of x on the instruments gives m = M Z'x, and indirect least squares replaces its instrument z by x:
 *
 *   b_x = b_z / m_z,     b_j := b_j - m_j b_x,     and the rows of M likewise: P, with b = P Z'y
 *   V(b) = P (sum g_i g_i') P',     g_i = Z_i'(y_i - X_i b)
 *
 * b + P sum g_i restores the digits that the products lose (the corrected seminormal equations of Bjorck, 1987). The
 * moments are needed for the covariance anyway.
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry, get, getInt, set } from '../../../memory/layout';
import { Status } from '../../../status';
import { daxpy, ddot } from '../../../blas/level1';
import { dgemv, dtrsv } from '../../../blas/level2';
import { NoTrans, Upper } from '../../../blas/options';
import { padded, rectangleEntry, rectangleSize, triangleSize, unpack } from '../../../blas/panels';
import { dtrsmUpperPanels } from '../../../lapack/dpotrf';
import { symmetricElement } from '../../../blas/triangles';
import { TOLERANCE } from '../slices/dependence';
import { checkRoots, factor, openFactor } from './orthogonalize';
import { Equation } from './equations';

/**
 * A column must keep this share of its squared length for standard errors with 12 digits from products. Their relative
 * error is 1e-13 if 6e-3 is left (the employment model) and 1e-11 if 6e-7 is left.
 */
const SURE: f64 = 4e-3;

/** Computes the parameters and P from the products; returns NotPositiveDefinite if a pivot is too small to trust. */
export function solveProducts(equation: Equation): Status {
  const scope = mark();
  const fit = equation.fit;
  const k = fit.nparams;
  const r = openFactor(k);
  const inverse = allocZeroed(doubles(rectangleSize(padded(k), k)));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < k; ++j) store<f64>(rectangleEntry(inverse, padded(k), j, j), 1);
  let sure = factor(equation, fit.instruments, SURE, r, inverse);
  if (sure) {
    dtrsmUpperPanels(k, r, r + doubles(triangleSize(k)), k, inverse);
    unpack(k, k, inverse, padded(k), equation.map, k);
    sure = factor(equation, fit.regressors, SURE, r, 0);
  }
  release(scope);
  if (!sure) return Status.NotPositiveDefinite;
  const status = equation.root == 0 ? Status.Ok : checkRoots(equation);
  return status == Status.Ok ? estimate(equation) : status;
}

/**
 * Computes b and P from M, the first K columns of the map; both b and the residuals refer to the orthogonalized
 * columns.
 */
function estimate(equation: Equation): Status {
  const fit = equation.fit;
  const k = fit.nparams;
  const last = k - 1;
  const b = entry(equation.map, k, 0, k);
  const x = getInt(fit.regressors, last);
  project(equation, equation.width - 1, b);
  if (x != getInt(fit.instruments, last)) {
    const m = alloc(doubles(k));
    if (exhausted()) return Status.OutOfMemory;
    const squares = project(equation, x, m);
    const unexplained =
      (get(m, last) * get(m, last)) / load<f64>(entry(equation.map, k, last, last));
    fit.detail = k + last;
    if (!(unexplained > TOLERANCE * TOLERANCE * squares)) return Status.RankDeficient;
    for (let j = 0; j <= k; ++j) {
      const column = entry(equation.map, k, 0, j);
      const share = get(column, last) / get(m, last);
      daxpy(last, -share, m, column);
      set(column, last, share);
    }
  }
  for (let p = 0; p < k; ++p) set(equation.contrast, getInt(fit.regressors, p), -get(b, p));
  set(equation.contrast, equation.width - 1, 1);
  for (let j = 0; j <= k && equation.root != 0; ++j) {
    dtrsv(Upper, NoTrans, k, equation.root, k, entry(equation.map, k, 0, j));
  }
  return Status.Ok;
}

/** out := M Z'v for a column v of the rows; returns v'Z M Z'v. */
function project(equation: Equation, column: i32, out: usize): f64 {
  const fit = equation.fit;
  const k = fit.nparams;
  memory.fill(out, 0, doubles(k));
  for (let j = 0; j < k; ++j) {
    const moment = symmetricElement(equation.products, getInt(fit.instruments, j), column);
    daxpy(k, moment, entry(equation.map, k, 0, j), out);
  }
  let squares: f64 = 0;
  for (let j = 0; j < k; ++j) {
    squares +=
      get(out, j) * symmetricElement(equation.products, getInt(fit.instruments, j), column);
  }
  return squares;
}

/** Corrects b by its moments; computes the diagonal of V(b), the bread and sigma2. */
export function finishEquation(equation: Equation): Status {
  const fit = equation.fit;
  const k = fit.nparams;
  const b = entry(equation.map, k, 0, k);
  const squares = alloc(doubles(k * k));
  const along = alloc(doubles(k));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < k; ++j) {
    const column = getInt(fit.instruments, j);
    daxpy(k, get(equation.total, column), entry(equation.map, k, 0, j), b);
    for (let i = 0; i < k; ++i) {
      const sum = symmetricElement(equation.squares, getInt(fit.instruments, i), column);
      store<f64>(entry(squares, k, i, j), sum);
    }
  }
  memory.copy(fit.estimates, b, doubles(k));
  for (let p = 0; p < k; ++p) {
    const row = entry(fit.estimates, k, 0, p + 2);
    for (let j = 0; j < k; ++j) set(row, j, load<f64>(entry(equation.map, k, p, j)));
    dgemv(NoTrans, k, k, 1, squares, k, row, 0, along);
    set(fit.estimates, k + p, ddot(k, row, along));
    if (equation.root != 0) dtrsv(Upper, NoTrans, k, equation.root, k, row);
  }
  fit.sigma2 = equation.rss / equation.nobs;
  return Status.Ok;
}
