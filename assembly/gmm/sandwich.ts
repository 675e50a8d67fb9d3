/**
 * Robust covariance matrices of a GMM estimate.
 *
 *   sandwich      V = P S P'                                        (Hansen, 1982)
 *   Windmeijer    V = V2 + D V1 D' + D V2 + V2 D'                   (Windmeijer, 2005, section 3)
 *                 D = P2 B, B = sum_i (s_i Q_i + g_i a'Q_i), s_i = g_i'a, a = W2 Z'e2, Q_i = Z_i'X_i,
 *                 g_i the one-step moments of unit i
 *
 * The sum over units needs no L x L matrix per parameter.
 */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { doubles } from '../memory/layout';
import { Status } from '../status';
import { pack, padded, rectangleSize } from '../blas/panels';
import { quadraticForm } from '../lapack/quadratic-form';

/** out := P S P' (k x k); `map` is P' (n x k), S and its factor, or 0, as `quadraticForm` has them. */
export function sandwich(k: i32, n: i32, map: usize, s: usize, factor: usize, out: usize): Status {
  const scope = mark();
  const rows = padded(n);
  const right = alloc(doubles(rectangleSize(rows, k)));
  const product = alloc(doubles(rectangleSize(rows, k)));
  const square = alloc(doubles(padded(k) * padded(k)));
  if (exhausted()) return Status.OutOfMemory;
  pack(n, k, map, 1, n, rows, right);
  quadraticForm(n, s, factor, k, right, product, square, out, k);
  release(scope);
  return Status.Ok;
}
