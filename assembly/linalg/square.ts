/** Square systems A X = B (column-major) by LU with row exchanges, after an exact scaling of rows and columns. */
import { unitScale } from '../arithmetic/power';
import { dnrm2 } from '../blas/level1';
import { dgeqp3 } from '../lapack/dgeqp3';
import { dgetrf, dgetrs, inverseNorm, sumOfSizes } from '../lapack/dgetrf';
import { alloc, exhausted, mark, release } from '../memory/arena';
import { addressOf, doubles, entry, get, getInt, integers, set } from '../memory/layout';
import { Status } from '../status';
import { divide, largestSize, multiply } from './scale';

/**
 * b (n x nrhs) := A^-1 b; `a` (n x n) is overwritten. `condition` (1) receives the reciprocal of the condition number in
 * the 1-norm of the scaled A. Returns 0; j + 1 for a column that depends on the others, when that reciprocal is below
 * eps; or -Status.
 */
export function linalg_solve(n: i32, nrhs: i32, a: usize, b: usize, condition: usize): i32 {
  const scope = mark();
  const rows = alloc(doubles(n));
  const columns = alloc(doubles(n));
  const copy = alloc(doubles(n * n));
  const pivots = alloc(integers(n));
  const work = alloc(doubles(2 * n));
  if (exhausted()) return -Status.OutOfMemory;
  scaleRows(n, a, rows);
  scaleColumns(n, a, columns);
  memory.copy(copy, a, doubles(n * n));
  const norm = largestColumn(n, a);
  const failing = dgetrf(n, a, n, pivots);
  const reciprocal = failing > 0 ? 0 : 1 / (norm * inverseNorm(n, a, n, pivots, work));
  set(condition, 0, reciprocal);
  if (!(reciprocal >= f64.EPSILON) && n > 0) {
    const column = mostDependent(n, copy, work, pivots);
    release(scope);
    return column + 1;
  }
  for (let i = 0; i < n; ++i) multiply(nrhs, get(rows, i), addressOf(b, i), n);
  for (let j = 0; j < nrhs; ++j) dgetrs(n, a, n, pivots, entry(b, n, 0, j));
  for (let i = 0; i < n; ++i) multiply(nrhs, get(columns, i), addressOf(b, i), n);
  release(scope);
  return 0;
}

function scaleRows(n: i32, a: usize, scales: usize): void {
  for (let i = 0; i < n; ++i) {
    const scale = unitScale(largestSize(n, addressOf(a, i), n));
    set(scales, i, scale);
    multiply(n, scale, addressOf(a, i), n);
  }
}

function scaleColumns(n: i32, a: usize, scales: usize): void {
  for (let j = 0; j < n; ++j) {
    const column = entry(a, n, 0, j);
    const scale = unitScale(largestSize(n, column, 1));
    set(scales, j, scale);
    multiply(n, scale, column, 1);
  }
}

function largestColumn(n: i32, a: usize): f64 {
  let norm: f64 = 0;
  for (let j = 0; j < n; ++j) norm = max(norm, sumOfSizes(n, entry(a, n, 0, j)));
  return norm;
}

/** The last column of a QR with pivoting of columns of one length: the one that the others explain best. */
function mostDependent(n: i32, a: usize, work: usize, pivots: usize): i32 {
  const tau = alloc(doubles(n));
  if (exhausted()) return n - 1;
  for (let j = 0; j < n; ++j) {
    const column = entry(a, n, 0, j);
    const length = dnrm2(n, column);
    if (length > 0) divide(n, length, column, 1);
  }
  dgeqp3(n, n, a, n, pivots, tau, work);
  return getInt(pivots, n - 1);
}
