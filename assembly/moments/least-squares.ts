/**
 * Least squares by Householder QR with column pivoting of the column-scaled X.
 *
 *   X D P = Q R,  b = D P R^-1 Q'y,  (X'X)^-1 = (D P R^-1)(D P R^-1)',  h = row sums of squares of Q
 */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, getInt, integers, set } from '../memory/layout';
import { Status } from '../status';
import { NoTrans, Upper } from '../blas/options';
import { ddot, dnrm2, dscal } from '../blas/level1';
import { dgemv, dtrsv } from '../blas/level2';
import { dgeqp3, dormqr } from '../lapack/dgeqp3';
import { LinearModel } from './linear';

/** A scaled column counts as dependent when less than this share of its length remains. */
const RANK_TOLERANCE: f64 = 1e-13;

/** Solves the model: params, residuals, bread, root (where wanted), rss, rank. Arrays are allocated by the caller. */
export function leastSquares(model: LinearModel): Status {
  const n = model.n;
  const k = model.k;
  const scope = mark();
  const qr = alloc(doubles(n * k));
  const scales = alloc(doubles(k));
  const tau = alloc(doubles(k));
  const pivots = alloc(integers(k));
  const work = alloc(doubles(max(n, 2 * k)));
  const inverse = alloc(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < k; ++j) {
    memory.copy(entry(qr, n, 0, j), entry(model.x, n, 0, j), doubles(n));
    const length = dnrm2(n, entry(qr, n, 0, j));
    set(scales, j, length > 0 ? 1 / length : 0);
    dscal(n, get(scales, j), entry(qr, n, 0, j));
  }
  dgeqp3(n, k, qr, n, pivots, tau, work);
  model.rank = 0;
  while (model.rank < min(n, k)) {
    if (!(abs(load<f64>(entry(qr, n, model.rank, model.rank))) > RANK_TOLERANCE)) break;
    ++model.rank;
  }
  if (model.rank < k) {
    model.detail = getInt(pivots, model.rank);
    return Status.RankDeficient;
  }
  memory.copy(work, model.y, doubles(n));
  dormqr(true, n, 1, k, qr, n, tau, work, n);
  invertPivoted(k, qr, n, pivots, scales, inverse);
  dgemv(NoTrans, k, k, 1, inverse, k, work, 0, model.params);
  outer(k, inverse, model.bread);
  if (model.root != 0) memory.copy(model.root, inverse, doubles(k * k));
  memory.copy(model.residuals, model.y, doubles(n));
  dgemv(NoTrans, n, k, -1, model.x, n, model.params, 1, model.residuals);
  model.rss = ddot(n, model.residuals, model.residuals);
  release(scope);
  return Status.Ok;
}

/** inverse := D P R^-1 (k x k). */
function invertPivoted(
  k: i32,
  r: usize,
  ldr: i32,
  pivots: usize,
  scales: usize,
  inverse: usize,
): void {
  const scope = mark();
  const column = alloc(doubles(k));
  for (let j = 0; j < k; ++j) {
    memory.fill(column, 0, doubles(k));
    set(column, j, 1);
    dtrsv(Upper, NoTrans, k, r, ldr, column);
    for (let i = 0; i < k; ++i) {
      const place = getInt(pivots, i);
      store<f64>(entry(inverse, k, place, j), get(column, i) * get(scales, place));
    }
  }
  release(scope);
}

/** C := A A' in full, A k x k. */
function outer(k: i32, a: usize, c: usize): void {
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < k; ++i) {
      let sum: f64 = 0;
      for (let l = 0; l < k; ++l) {
        sum += load<f64>(entry(a, k, i, l)) * load<f64>(entry(a, k, j, l));
      }
      store<f64>(entry(c, k, i, j), sum);
    }
  }
}
