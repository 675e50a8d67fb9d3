import { Status } from '../status';
import { mark, alloc, exhausted, release } from '../memory/arena';
import { doubles } from '../memory/layout';
import { dgemm } from '../blas/level3';
import { Trans, NoTrans } from '../blas/options';
import { padded } from '../blas/panels';
import { symmetrize } from '../blas/triangles';

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
