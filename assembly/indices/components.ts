/**
 * Principal components of X (n x k, column-major) from its triangle: with Z the centred (and scaled) columns, Z = Q T
 * and T V = U S by Jacobi rotations, the loadings are V and the eigenvalues s^2 / (n - 1). Never from the product Z'Z,
 * which would lose half of the digits of small eigenvalues.
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, set } from '../memory/layout';
import { dgeqr2 } from '../lapack/dgeqr2';
import { dgesvj } from '../lapack/dgesvj';
import { meanOf, squaresAbout } from '../panel/variation';
import { Status } from '../status';

/**
 * Writes the centred columns `z` (n x k), divided by their standard deviation if `scaled`, the eigenvalues `values` (k)
 * from the largest down, and the unit loadings (k x k).
 */
export function index_components(
  n: i32,
  k: i32,
  x: usize,
  scaled: bool,
  z: usize,
  values: usize,
  loadings: usize,
): Status {
  const scope = mark();
  const triangle = allocZeroed(doubles(2 * k * k));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < k; ++j) centre(n, entry(x, n, 0, j), scaled, entry(z, n, 0, j));
  const status = triangleOf(n, k, z, triangle, 2 * k);
  if (status != Status.Ok) return status;
  for (let j = 0; j < k; ++j) set(entry(triangle, 2 * k, k + j, j), 0, 1);
  if (dgesvj(k, k, triangle, 2 * k, values) != 0) return Status.NotConverged;
  for (let j = 0; j < k; ++j) takeLargest(k, triangle, values, j);
  for (let j = 0; j < k; ++j) {
    memory.copy(entry(loadings, k, 0, j), entry(triangle, 2 * k, k, j), doubles(k));
    set(values, j, (get(values, j) * get(values, j)) / f64(n - 1));
  }
  release(scope);
  return Status.Ok;
}

/** out := x - mean, over its standard deviation if `scaled`. Centred twice, as the first mean is rounded. */
function centre(n: i32, x: usize, scaled: bool, out: usize): void {
  const mean = meanOf(n, x, 0);
  for (let i = 0; i < n; ++i) set(out, i, get(x, i) - mean);
  const rest = meanOf(n, out, 0);
  for (let i = 0; i < n; ++i) set(out, i, get(out, i) - rest);
  if (!scaled) return;
  const deviation = sqrt<f64>(squaresAbout(n, out, 0, 0) / f64(n - 1));
  for (let i = 0; i < n; ++i) set(out, i, get(out, i) / deviation);
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
