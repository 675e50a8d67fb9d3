/**
 * V = factor (X'X)^-1 M (X'X)^-1, the form that every robust covariance of a linear model shares, with
 * M = sum of outer products of scores s (k doubles, sums of x_i e_i).
 *
 * Decision: with (X'X)^-1 = C C' the meat is summed over C's and not over s, V = factor C W C',
 * W = sum C's (C's)'. That costs k^2 a score and loses condition times eps of V; forming M first loses
 * the square of the condition (employment of firms by three regressors, clusters of firms: relative
 * error 5e-12 with M, 5e-15 with W).
 */
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { at, doubles, entry } from '../../memory/layout';
import { Status } from '../../status';
import { NoTrans, Trans, Upper } from '../../blas/options';
import { daxpy } from '../../blas/level1';
import { dgemm, dsyrk } from '../../blas/level3';
import { LinearModel } from '../linear';
import { symmetrize } from '../sandwich';

/** Rows taken at a time wherever rows or scores are multiplied by C: 10 columns fill half a cache. */
export const BLOCK: i32 = 256;

/**
 * out := factor C W C', all k x k; only the upper triangle of W is read. A factor that is not positive
 * means that no degrees of freedom are left.
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
  const k = model.k;
  const scope = mark();
  const block = alloc(doubles(BLOCK * k));
  if (exhausted()) return Status.OutOfMemory;
  for (let row = 0; row < count; row += BLOCK) {
    const rows = min(BLOCK, count - row);
    multiplyByRoot(model, rows, at(scores, row), count, block);
    dsyrk(Upper, Trans, k, rows, sign, block, BLOCK, 1, meat, k);
  }
  release(scope);
  return Status.Ok;
}

/**
 * block (rows x k, leading dimension BLOCK) := A C for `rows` rows of A, at most BLOCK. Column by column
 * and without packing, because C is a triangle: half of the columns are left out.
 */
export function multiplyByRoot(
  model: LinearModel,
  rows: i32,
  a: usize,
  lda: i32,
  block: usize,
): void {
  for (let j = 0; j < model.k; ++j) {
    const column = entry(block, BLOCK, 0, j);
    memory.fill(column, 0, doubles(rows));
    for (let i = 0; i <= j; ++i) {
      daxpy(rows, load<f64>(entry(model.root, model.k, i, j)), entry(a, lda, 0, i), column);
    }
  }
}

/** Copies the upper triangle of a k x k matrix to the lower one. */
export function mirror(k: i32, a: usize): void {
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < j; ++i) store<f64>(entry(a, k, j, i), load<f64>(entry(a, k, i, j)));
  }
}
