/** Singular values, the Moore-Penrose inverse and eigenvalues. */
import { unitScale } from '../arithmetic/power';
import { dgemm } from '../blas/level3';
import { NoTrans, Trans } from '../blas/options';
import { dormqr } from '../lapack/dgeqp3';
import { dgeqrf } from '../lapack/dgeqr2';
import { dgesvj } from '../lapack/dgesvj';
import { dsyev } from '../lapack/dsyev';
import { alloc, allocZeroed, exhausted, mark, release } from '../memory/arena';
import { addressOf, doubles, entry, get, set } from '../memory/layout';
import { Status } from '../status';
import { divide, largestSize, multiply } from './scale';

/** values (min(m, n)) := the singular values of `a` (m x n), from the largest down; `a` is kept. */
export function linalg_svdvals(m: i32, n: i32, a: usize, values: usize): i32 {
  const scope = mark();
  const k = min(m, n);
  const triangle = alloc(doubles(k * k));
  if (exhausted()) return -Status.OutOfMemory;
  const scale = unitScale(largestSize(m * n, a, 1));
  if (!squareRoot(m, n, a, scale, triangle, k, 0, 0)) return -Status.OutOfMemory;
  if (dgesvj(k, k, triangle, k, values) != 0) return -Status.NotConverged;
  sortDown(k, values);
  divide(k, scale, values, 1);
  release(scope);
  return 0;
}

/**
 * r (k x k, leading dimension ldr) := the triangle of the scaled A, or of A' if it has more columns than rows,
 * k = min(m, n). Unless 0, `reflectors` (max(m, n) x k) and `tau` (k) receive its Q.
 */
function squareRoot(
  m: i32,
  n: i32,
  a: usize,
  scale: f64,
  r: usize,
  ldr: i32,
  reflectors: usize,
  tau: usize,
): bool {
  const k = min(m, n);
  const long = max(m, n);
  const work = reflectors != 0 ? reflectors : alloc(doubles(long * k));
  const factors = tau != 0 ? tau : alloc(doubles(k));
  if (exhausted()) return false;
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < long; ++i) {
      const element = m >= n ? entry(a, m, i, j) : entry(a, m, j, i);
      store<f64>(entry(work, long, i, j), scale * load<f64>(element));
    }
  }
  dgeqrf(long, k, work, long, factors);
  for (let j = 0; j < k; ++j) {
    memory.fill(entry(r, ldr, 0, j), 0, doubles(k));
    memory.copy(entry(r, ldr, 0, j), entry(work, long, 0, j), doubles(j + 1));
  }
  return true;
}

/**
 * out (n x m) := the Moore-Penrose inverse of `a` (m x n); singular values of at most `tolerance` times the largest count
 * as zero. Returns the rank, or -Status.
 */
export function linalg_pinv(m: i32, n: i32, a: usize, tolerance: f64, out: usize): i32 {
  const scope = mark();
  const k = min(m, n);
  const long = max(m, n);
  const scale = unitScale(largestSize(m * n, a, 1));
  const rotated = allocZeroed(doubles(2 * k * k));
  const values = alloc(doubles(k));
  const reflectors = alloc(doubles(long * k));
  const tau = alloc(doubles(k));
  const core = alloc(doubles(k * k));
  const image = allocZeroed(doubles(long * k));
  if (exhausted()) return -Status.OutOfMemory;
  squareRoot(m, n, a, scale, rotated, 2 * k, reflectors, tau);
  for (let j = 0; j < k; ++j) set(entry(rotated, 2 * k, k + j, j), 0, 1);
  if (dgesvj(k, k, rotated, 2 * k, values) != 0) return -Status.NotConverged;
  const limit = tolerance * largestSize(k, values, 1);
  // R = U S V', so (R^-1)' = U S^-1 V': columns of U S are divided by the square of their singular value.
  let rank = 0;
  for (let j = 0; j < k; ++j) {
    const value = get(values, j);
    const column = entry(rotated, 2 * k, 0, j);
    if (value > limit && value > 0) {
      ++rank;
      for (let i = 0; i < k; ++i) set(column, i, get(column, i) / value / value);
    } else memory.fill(column, 0, doubles(k));
  }
  dgemm(NoTrans, Trans, k, k, k, 1, rotated, 2 * k, addressOf(rotated, k), 2 * k, 0, core, k);
  for (let j = 0; j < k; ++j)
    memory.copy(entry(image, long, 0, j), entry(core, k, 0, j), doubles(k));
  dormqr(false, long, k, k, reflectors, long, tau, image, long);
  // `image` is the inverse of A', or of A if A is wide.
  for (let j = 0; j < k; ++j) {
    multiply(long, scale, entry(image, long, 0, j), 1);
    for (let i = 0; i < long; ++i) {
      const value = load<f64>(entry(image, long, i, j));
      store<f64>(m >= n ? entry(out, n, j, i) : entry(out, n, i, j), value);
    }
  }
  release(scope);
  return rank;
}

/** Eigenvalues from the smallest up and unit eigenvectors, which overwrite the symmetric `a` (n x n); see `dsyev`. */
export function linalg_eigen(n: i32, a: usize, values: usize): i32 {
  const scope = mark();
  const work = alloc(doubles(3 * n));
  if (exhausted()) return -Status.OutOfMemory;
  const scale = unitScale(largestSize(n * n, a, 1));
  multiply(n * n, scale, a, 1);
  const failing = dsyev(n, a, values, work);
  divide(n, scale, values, 1);
  release(scope);
  return failing == 0 ? 0 : -Status.NotConverged;
}

function sortDown(n: i32, values: usize): void {
  for (let j = 1; j < n; ++j) {
    const value = get(values, j);
    let i = j;
    for (; i > 0 && get(values, i - 1) < value; --i) set(values, i, get(values, i - 1));
    set(values, i, value);
  }
}
