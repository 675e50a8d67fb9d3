import { alloc, exhausted } from '../memory/arena';
import { addressOf, doubles, entry, get, getInt, integers, set } from '../memory/layout';
import { dscal } from '../blas/level1';
import { dtrsv } from '../blas/level2';
import { NoTrans, Upper } from '../blas/options';
import { dgeqp3, dormqr } from '../lapack/dgeqp3';

/**
 * phi (k x m) := (I - D)^-1 phi, by QR with pivoted columns; returns false if I - D is singular. D is overwritten. If D
 * is the derivative of a step with respect to the estimate that weights it, an error u of the step becomes the error
 * (I - D)^-1 u of the fixed point.
 */
export function solveFixedPoint(k: i32, d: usize, m: i32, phi: usize): bool {
  const pivots = alloc(integers(k));
  const tau = alloc(doubles(k));
  const work = alloc(doubles(2 * k));
  const solution = alloc(doubles(k));
  if (exhausted()) return false;
  dscal(k * k, -1, d);
  for (let j = 0; j < k; ++j) {
    store<f64>(entry(d, k, j, j), load<f64>(entry(d, k, j, j)) + 1);
  }
  dgeqp3(k, k, d, k, pivots, tau, work);
  const smallest = abs(load<f64>(entry(d, k, k - 1, k - 1)));
  if (!(smallest > 1e-12 * abs(load<f64>(d)))) return false;
  dormqr(true, k, m, k, d, k, tau, phi, k);
  for (let c = 0; c < m; ++c) {
    const column = addressOf(phi, c * k);
    dtrsv(Upper, NoTrans, k, d, k, column);
    memory.copy(solution, column, doubles(k));
    for (let j = 0; j < k; ++j) set(column, getInt(pivots, j), get(solution, j));
  }
  return true;
}
