import { Status } from '../status';
import { alloc, exhausted, mark, release } from '../memory/arena';
import { doubles, entry } from '../memory/layout';
import { dgemm } from '../blas/level3';
import { Trans, NoTrans } from '../blas/options';
import { padded } from '../blas/panels';
import { symmetrize } from '../blas/triangles';
import { solveFixedPoint } from './fixed-point';

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
  // The result is the symmetric part of V2 + D (D V1 + 2 V2)'.
  memory.copy(out, model, doubles(k * k));
  memory.copy(product, model, doubles(k * k));
  dgemm(NoTrans, NoTrans, k, k, k, 1, d, k, robust, k, 2, product, k);
  dgemm(NoTrans, Trans, k, k, k, 1, product, k, d, k, 1, out, k);
  symmetrize(k, out);
  release(scope);
  return Status.Ok;
}

/**
 * out := (I - D)^-1 V (I - D)^-1', Windmeijer's correction at the fixed point of iterated GMM. The iterations end where
 * the step returns its own argument, b = T(b). With u = T(b0) - b0, whose variance is V = `model`, and D = dT/db,
 *
 *   b - b0 = T(b) - b0 = u + D (b - b0) + ..., so b - b0 = (I - D)^-1 u
 *
 * Arguments as in `windmeijer`. Returns NotConverged if I - D is singular.
 */
export function windmeijerAtFixedPoint(
  k: i32,
  n: i32,
  map: usize,
  derivative: usize,
  model: usize,
  out: usize,
): Status {
  const scope = mark();
  const d = alloc(doubles(k * k));
  const half = alloc(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  const rows = padded(n);
  memory.copy(out, model, doubles(k * k));
  for (let side = 0; side < 2; ++side) {
    dgemm(Trans, NoTrans, k, k, n, 1, map, n, derivative, rows, 0, d, k);
    if (!solveFixedPoint(k, d, k, out)) {
      return exhausted() ? Status.OutOfMemory : Status.NotConverged;
    }
    transpose(k, out, half);
    memory.copy(out, half, doubles(k * k));
  }
  symmetrize(k, out);
  release(scope);
  return Status.Ok;
}

function transpose(k: i32, a: usize, out: usize): void {
  for (let i = 0; i < k; ++i) {
    for (let j = 0; j < k; ++j) store<f64>(entry(out, k, j, i), load<f64>(entry(a, k, i, j)));
  }
}
