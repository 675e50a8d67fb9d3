/**
 * Covariance matrices of a GMM estimate beyond the model-based one.
 *
 *   sandwich      V = P S P'                                        (Hansen, 1982)
 *   Windmeijer    V = V2 + D V1 D' + D V2 + V2 D'                   (Windmeijer, 2005, section 3)
 *                 D = P2 B, B = sum_i (s_i Q_i + g_i a'Q_i), s_i = g_i'a, a = W2 Z'e2, Q_i = Z_i'X_i,
 *                 g_i the one-step moments of unit i
 *
 * The sum over units needs no L x L matrix per parameter.
 */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { doubles, entry } from '../memory/layout';
import { Status } from '../status';
import { NoTrans, Trans } from '../blas/options';
import { dgemm } from '../blas/level3';
import { pack, padded, rectangleSize } from '../blas/panels';
import { quadraticForm } from '../blas/gram';

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

/**
 * out := Windmeijer's covariance; `map` is P2' (n x k), `derivative` is B (padded(n) x k), `model` V2 and
 * `robust` V1, both k x k.
 */
export function windmeijer(
  k: i32,
  n: i32,
  map: usize,
  derivative: usize,
  model: usize,
  robust: usize,
  out: usize,
): Status {
  const scope = mark();
  const d = alloc(doubles(k * k));
  const product = alloc(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  dgemm(Trans, NoTrans, k, k, n, 1, map, n, derivative, padded(n), 0, d, k);
  // V2 + D (D V1 + 2 V2)', whose symmetric part it is.
  memory.copy(out, model, doubles(k * k));
  memory.copy(product, model, doubles(k * k));
  dgemm(NoTrans, NoTrans, k, k, k, 1, d, k, robust, k, 2, product, k);
  dgemm(NoTrans, Trans, k, k, k, 1, product, k, d, k, 1, out, k);
  symmetrize(k, out);
  release(scope);
  return Status.Ok;
}

/** Replaces a nearly symmetric k x k matrix by its symmetric part. */
export function symmetrize(k: i32, a: usize): void {
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < j; ++i) {
      const upper = entry(a, k, i, j);
      const lower = entry(a, k, j, i);
      const mean = 0.5 * (load<f64>(upper) + load<f64>(lower));
      store<f64>(upper, mean);
      store<f64>(lower, mean);
    }
  }
}
