/**
 * The structural equation of LIML or Fuller's estimator under b_j = r, from second moments. With d = b_j - r its
 * outcome is y - X b + d x_j, so it estimates the change from the estimate, without x_j as a regressor. An exogenous
 * x_j becomes an excluded instrument; an endogenous one drops out. In the basis of `replicates/rows.ts` the columns
 *
 *   [W without j | x_j if exogenous | Z | X1 without j | outcome] = Q R
 *
 * have the triangle that `iv/kclass.ts` needs.
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry, get, set } from '../../../memory/layout';
import { daxpy, dscal } from '../../../blas/level1';
import { dgeqr2 } from '../../../lapack/dgeqr2';
import { Status } from '../../../status';
import { Basis, gatherMoments } from '../../iv/basis';
import { limlKappa, solveKClass } from '../../iv/kclass';
import { IvSample } from '../../iv/sample';
import { Resample, placeOf } from '../rows';

/** out (k) := b - b(r), whose element j is d; kappa is LIML's minus `reduction`. */
export function restrict(sample: Resample, j: i32, d: f64, reduction: f64, out: usize): Status {
  const scope = mark();
  const status = estimate(sample, j, d, reduction, out);
  release(scope);
  return status;
}

function estimate(sample: Resample, j: i32, d: f64, reduction: f64, out: usize): Status {
  const ivSample = changetype<IvSample>(allocZeroed(offsetof<IvSample>()));
  const basis = changetype<Basis>(allocZeroed(offsetof<Basis>()));
  const k = sample.k - 1;
  if (exhausted()) return Status.OutOfMemory;
  const endogenous = j < sample.task.sample.nendogenous;
  ivSample.nendogenous = sample.task.sample.nendogenous - i32(endogenous);
  ivSample.nexogenous = sample.task.sample.nexogenous - i32(!endogenous);
  ivSample.k = k;
  basis.q = sample.task.basis.q;
  basis.width = basis.q + ivSample.nendogenous + 1;
  basis.triangle = allocZeroed(doubles(basis.width * basis.width));
  basis.moments = alloc(doubles(basis.q * sample.k));
  const params = alloc(doubles(k));
  const root = alloc(doubles(k * k));
  if (exhausted() || !triangularize(sample, j, d, basis)) return Status.OutOfMemory;
  gatherMoments(ivSample, basis);
  const kappa = ivSample.nendogenous == 0 ? 1 : limlKappa(ivSample, basis) - reduction;
  if (kappa != kappa) return exhausted() ? Status.OutOfMemory : Status.NotConverged;
  const status = solveKClass(ivSample, basis, kappa, params, root);
  for (let i = 0; i < k; ++i) set(out, i < j ? i : i + 1, -get(params, i));
  set(out, j, d);
  return status;
}

/** basis.triangle := R, with a nonnegative diagonal; returns false when memory ends. */
function triangularize(sample: Resample, j: i32, d: f64, basis: Basis): bool {
  const width = sample.width;
  const full = sample.task.basis.triangle;
  const count = basis.width;
  const tested = placeOf(sample, j);
  const columns = alloc(doubles(width * count));
  if (exhausted()) return false;
  const nexogenous = sample.task.sample.nexogenous;
  for (let place = 0, next = 0; place < width; ++place) {
    if (place == nexogenous && tested < nexogenous) {
      memory.copy(entry(columns, width, 0, next++), entry(full, width, 0, tested), doubles(width));
    }
    if (place == tested) continue;
    memory.copy(entry(columns, width, 0, next++), entry(full, width, 0, place), doubles(width));
  }
  daxpy(width, d, entry(full, width, 0, tested), entry(columns, width, 0, count - 1));
  dgeqr2(width, count, columns, width);
  for (let b = 0; b < count; ++b) {
    memory.copy(entry(basis.triangle, count, 0, b), entry(columns, width, 0, b), doubles(b + 1));
  }
  for (let a = 0; a < count; ++a) {
    if (!(load<f64>(entry(basis.triangle, count, a, a)) < 0)) continue;
    for (let b = a; b < count; ++b) dscal(1, -1, entry(basis.triangle, count, a, b));
  }
  return true;
}
