/**
 * Principal components of X (n x k, column-major) from its triangle: with Z the centred (and scaled) columns, Z = Q T
 * and T V = U S by Jacobi rotations, the loadings are V and the eigenvalues s^2 / (n - 1). The product Z'Z is never
 * formed: small eigenvalues would lose half of their digits.
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, set } from '../memory/layout';
import { dgeqr2 } from '../lapack/dgeqr2';
import { dgesvj } from '../lapack/dgesvj';
import { meanOf, squaresAbout } from '../panel/variation';
import { Status } from '../status';

/**
 * Takes means, standard deviations and components from m reference rows, m x k. Writes the columns of `x` centred at
 * these means, `z` (n x k), divided by these standard deviations if `scaled`, the eigenvalues `values` (k) from the
 * largest down, and the unit loadings (k x k).
 */
export function index_components(
  n: i32,
  k: i32,
  x: usize,
  m: i32,
  reference: usize,
  scaled: bool,
  z: usize,
  values: usize,
  loadings: usize,
): Status {
  const scope = mark();
  const triangle = allocZeroed(doubles(2 * k * k));
  const rows = alloc(doubles(m * k));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < k; ++j) {
    const from = entry(reference, m, 0, j);
    centre(m, from, scaled, entry(rows, m, 0, j), n, entry(x, n, 0, j), entry(z, n, 0, j));
  }
  const status = triangleOf(m, k, rows, triangle, 2 * k);
  if (status != Status.Ok) return status;
  for (let j = 0; j < k; ++j) set(entry(triangle, 2 * k, k + j, j), 0, 1);
  if (dgesvj(k, k, triangle, 2 * k, values) != 0) return Status.NotConverged;
  for (let j = 0; j < k; ++j) takeLargest(k, triangle, values, j);
  for (let j = 0; j < k; ++j) {
    memory.copy(entry(loadings, k, 0, j), entry(triangle, 2 * k, k, j), doubles(k));
    set(values, j, (get(values, j) * get(values, j)) / f64(m - 1));
  }
  release(scope);
  return Status.Ok;
}

/**
 * rows := reference - mean and out := x - mean, over the standard deviation if `scaled`, of m and n numbers. Columns
 * are centred twice, because the first mean is rounded.
 */
function centre(
  m: i32,
  reference: usize,
  scaled: bool,
  rows: usize,
  n: i32,
  x: usize,
  out: usize,
): void {
  const mean = meanOf(m, reference, 0);
  shift(m, reference, mean, rows);
  shift(n, x, mean, out);
  const rest = meanOf(m, rows, 0);
  shift(m, rows, rest, rows);
  shift(n, out, rest, out);
  if (!scaled) return;
  const deviation = sqrt<f64>(squaresAbout(m, rows, 0, 0) / f64(m - 1));
  for (let i = 0; i < m; ++i) set(rows, i, get(rows, i) / deviation);
  for (let i = 0; i < n; ++i) set(out, i, get(out, i) / deviation);
}

/** out := x - by. */
function shift(n: i32, x: usize, by: f64, out: usize): void {
  for (let i = 0; i < n; ++i) set(out, i, get(x, i) - by);
}

/** The upper triangle of z = Q T, in the first k rows of `triangle`, which is zero on entry. */
export function triangleOf(n: i32, k: i32, z: usize, triangle: usize, ldt: i32): Status {
  const scope = mark();
  const work = alloc(doubles(n * k));
  if (exhausted()) return Status.OutOfMemory;
  memory.copy(work, z, doubles(n * k));
  dgeqr2(n, k, work, n);
  for (let j = 0; j < k; ++j) {
    memory.copy(entry(triangle, ldt, 0, j), entry(work, n, 0, j), doubles(min(n, j + 1)));
  }
  release(scope);
  return Status.Ok;
}

/** Exchanges column j with the one of the largest value from j on. */
function takeLargest(k: i32, triangle: usize, values: usize, j: i32): void {
  let most = j;
  for (let i = j + 1; i < k; ++i) if (get(values, i) > get(values, most)) most = i;
  if (most == j) return;
  const value = get(values, j);
  set(values, j, get(values, most));
  set(values, most, value);
  const left = entry(triangle, 2 * k, 0, j);
  const right = entry(triangle, 2 * k, 0, most);
  for (let i = 0; i < 2 * k; ++i) {
    const held = get(left, i);
    set(left, i, get(right, i));
    set(right, i, held);
  }
}
