/**
 * V = factor (X'X)^-1 M (X'X)^-1, the form that every robust covariance of a linear model shares, with M = sum of outer
 * products of scores s (k doubles, sums of x_i e_i).
 *
 * Decision: with (X'X)^-1 = C C' the meat is summed over C's and not over s, V = factor C W C', W = sum C's (C's)'.
 * That costs k^2 operations per score and loses condition times eps of V; forming M first loses the square of the
 * condition (employment of firms by three regressors, clusters of firms: relative error 5e-12 with M, 5e-15 with W).
 */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { addressOf, doubles } from '../memory/layout';
import { Status } from '../status';
import { NoTrans, Trans } from '../blas/options';
import { dgemm } from '../blas/level3';
import { LinearModel } from '../linear/linear';
import { symmetrize, mirror } from '../blas/triangles';
import { BLOCK, addOuterProducts, addSum, openWhitened, whitenRows } from './rows/whitened';

/**
 * out := factor C W C', all k x k; only the upper triangle of W is read. If the factor is not positive, no degrees of
 * freedom are left.
 */
export function sandwich(model: LinearModel, meat: usize, factor: f64, out: usize): Status {
  if (!(factor > 0)) return Status.NoDegreesOfFreedom;
  const k = model.k;
  const scope = mark();
  const product = alloc(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  mirror(k, meat);
  dgemm(NoTrans, NoTrans, k, k, k, factor, model.root, k, meat, k, 0, product, k);
  dgemm(NoTrans, Trans, k, k, k, 1, product, k, model.root, k, 0, out, k);
  symmetrize(k, out);
  release(scope);
  return Status.Ok;
}

/** meat += sign times the sum of C's (C's)' over the rows s of `scores` (count x k), upper triangle. */
export function addMeat(
  model: LinearModel,
  scores: usize,
  count: i32,
  sign: f64,
  meat: usize,
): Status {
  const scope = mark();
  const block = openWhitened(model);
  if (exhausted()) return Status.OutOfMemory;
  for (let row = 0; row < count; row += BLOCK) {
    const rows = min(BLOCK, count - row);
    whitenRows(block, rows, addressOf(scores, row), count);
    addOuterProducts(block, rows);
  }
  addSum(block, sign, meat);
  release(scope);
  return Status.Ok;
}
