/**
 * Finds out if a covariance matrix has a negative eigenvalue. R holds its correlations, and c, the largest row sum of
 * |R|, bounds the eigenvalues of R. R + cI is positive semidefinite, so its singular values minus c are these
 * eigenvalues.
 */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get } from '../memory/layout';
import { LinearFit } from '../memory/records';
import { Status } from '../status';
import { dgesvj } from '../lapack/dgesvj';

/** A negative eigenvalue counts from this share of c on; rounding makes some 1e-15. */
const TOLERANCE: f64 = 1e-12;

/** Sets fit.indefinite for fit.vcov (k x k). */
export function findIndefinite(k: i32, fit: LinearFit): Status {
  const result = isIndefinite(k, fit.vcov);
  fit.indefinite = result == 1 ? 1 : 0;
  return result == FAILED
    ? Status.NotConverged
    : result == NO_MEMORY
      ? Status.OutOfMemory
      : Status.Ok;
}

const FAILED: i32 = -1;
const NO_MEMORY: i32 = -2;

/** Returns 1 if the symmetric k x k matrix has a negative eigenvalue, 0 if not; negative if the search failed. */
export function isIndefinite(k: i32, a: usize): i32 {
  const scope = mark();
  const shifted = alloc(doubles(k * k));
  const values = alloc(doubles(k));
  if (exhausted()) return NO_MEMORY;
  const bound = correlations(k, a, shifted);
  let negative = bound < 0 ? 1 : 0;
  if (bound > 0) {
    for (let j = 0; j < k; ++j) {
      const element = entry(shifted, k, j, j);
      store<f64>(element, load<f64>(element) + bound);
    }
    if (dgesvj(k, k, shifted, k, values) != 0) return FAILED;
    for (let j = 0; j < k; ++j) {
      if (get(values, j) - bound < -TOLERANCE * bound) negative = 1;
    }
  }
  release(scope);
  return negative;
}

/**
 * out := the correlations of a covariance matrix (0 for a zero variance). Returns the largest row sum of their absolute
 * values, or -1 if a variance is negative.
 */
function correlations(k: i32, vcov: usize, out: usize): f64 {
  let bound: f64 = 0;
  for (let j = 0; j < k; ++j) {
    const variance = load<f64>(entry(vcov, k, j, j));
    if (variance < 0) return -1;
    let sum: f64 = 0;
    for (let i = 0; i < k; ++i) {
      const scale = sqrt<f64>(load<f64>(entry(vcov, k, i, i))) * sqrt<f64>(variance);
      const correlation = scale > 0 ? load<f64>(entry(vcov, k, i, j)) / scale : 0;
      store<f64>(entry(out, k, i, j), correlation);
      sum += abs(correlation);
    }
    bound = max(bound, sum);
  }
  return bound;
}
