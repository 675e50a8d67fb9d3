/** QR and least squares of an m x n matrix (column-major) by Householder reflectors. */
import { RowBlocks } from '../codes';
import { unitScale } from '../arithmetic/power';
import { dnrm2 } from '../blas/level1';
import { dtrsv } from '../blas/level2';
import { dgemm } from '../blas/level3';
import { NoTrans, Upper } from '../blas/options';
import { pack, rectangleSize, triangleSize } from '../blas/panels';
import { unpackTriangle } from '../blas/triangles';
import { dgeqp3, dormqr } from '../lapack/dgeqp3';
import { dgeqrf } from '../lapack/dgeqr2';
import { dtpqrt } from '../lapack/dtpqrt';
import { alloc, allocZeroed, exhausted, mark, release } from '../memory/arena';
import { addressOf, doubles, entry, get, getInt, integers, set, setInt } from '../memory/layout';
import { Status } from '../status';
import { divide, largestSize, multiply } from './scale';

/** Rows that are added to a triangle together. */
const ROWS: i32 = RowBlocks.Rows;

/**
 * q (m x k) and r (k x n) with A P = Q R, k = min(m, n); `a` is overwritten. With `pivoted` the next column is the one
 * with the largest rest, else P is the identity; `pivots` (n) receives the place of each column in A.
 */
export function linalg_qr(
  m: i32,
  n: i32,
  pivoted: bool,
  a: usize,
  q: usize,
  r: usize,
  pivots: usize,
): i32 {
  const k = min(m, n);
  const scope = mark();
  const scales = alloc(doubles(n));
  const tau = alloc(doubles(n));
  const work = alloc(doubles(2 * n));
  if (exhausted()) return -Status.OutOfMemory;
  scaleForQr(m, n, pivoted, a, scales);
  if (pivoted) dgeqp3(m, n, a, m, pivots, tau, work);
  else {
    dgeqrf(m, n, a, m, tau);
    for (let j = 0; j < n; ++j) setInt(pivots, j, j);
  }
  memory.fill(r, 0, doubles(k * n));
  for (let j = 0; j < n; ++j) {
    const column = entry(r, k, 0, j);
    memory.copy(column, entry(a, m, 0, j), doubles(min(k, j + 1)));
    divide(k, get(scales, j), column, 1);
  }
  memory.fill(q, 0, doubles(m * k));
  for (let j = 0; j < k; ++j) set(entry(q, m, 0, j), j, 1);
  dormqr(false, m, k, k, a, m, tau, q, m);
  release(scope);
  return 0;
}

/** Scales each column by a power of two; with pivoting, which compares lengths, all by the same one. */
function scaleForQr(m: i32, n: i32, alike: bool, a: usize, scales: usize): void {
  const common = unitScale(largestSize(m * n, a, 1));
  for (let j = 0; j < n; ++j) {
    const column = entry(a, m, 0, j);
    set(scales, j, alike ? common : unitScale(largestSize(m, column, 1)));
    multiply(m, get(scales, j), column, 1);
  }
}

/**
 * Least squares of the columns of b (m x nrhs) on A (m x n). Columns are scaled to lengths of 1 to 2; a column counts
 * as dependent if pivoting leaves at most `tolerance` of the largest. x (n x nrhs) has 0 for dependent columns, unless
 * its address is 0, rest (m x nrhs) := b - A x. `pivots` (n) receives the columns: independent ones, then dependent
 * ones. Returns the rank, or -Status. A and b are kept.
 */
export function linalg_lstsq(
  m: i32,
  n: i32,
  nrhs: i32,
  a: usize,
  b: usize,
  tolerance: f64,
  x: usize,
  rest: usize,
  pivots: usize,
): i32 {
  const scope = mark();
  const scales = alloc(doubles(n + nrhs));
  const k = min(m, n);
  const triangle = alloc(doubles(k * (n + nrhs)));
  const tau = alloc(doubles(n));
  const work = alloc(doubles(2 * n));
  if (exhausted()) return -Status.OutOfMemory;
  setScales(m, n, a, scales);
  setScales(m, nrhs, b, addressOf(scales, n));
  if (!triangularize(m, n, nrhs, a, b, scales, triangle)) return -Status.OutOfMemory;
  dgeqp3(k, n, triangle, k, pivots, tau, work);
  dormqr(true, k, nrhs, k, triangle, k, tau, entry(triangle, k, 0, n), k);
  const limit = tolerance * abs(load<f64>(triangle));
  let rank = 0;
  while (rank < k && abs(load<f64>(entry(triangle, k, rank, rank))) > limit) ++rank;
  for (let c = 0; c < nrhs; ++c) {
    const image = entry(triangle, k, 0, n + c);
    dtrsv(Upper, NoTrans, rank, triangle, k, image);
    const column = entry(x, n, 0, c);
    memory.fill(column, 0, doubles(n));
    for (let i = 0; i < rank; ++i) {
      const j = getInt(pivots, i);
      set(column, j, (get(image, i) * get(scales, j)) / get(scales, n + c));
    }
  }
  if (rest != 0) {
    memory.copy(rest, b, doubles(m * nrhs));
    dgemm(NoTrans, NoTrans, m, nrhs, n, -1, a, m, x, n, 1, rest, m);
  }
  release(scope);
  return rank;
}

function setScales(m: i32, n: i32, a: usize, scales: usize): void {
  for (let j = 0; j < n; ++j) set(scales, j, unitScale(dnrm2(m, entry(a, m, 0, j))));
}

/** triangle (k x (n + nrhs), k = min(m, n)) := R and Q'b of the scaled columns. */
function triangularize(
  m: i32,
  n: i32,
  nrhs: i32,
  a: usize,
  b: usize,
  scales: usize,
  triangle: usize,
): bool {
  const k = min(m, n);
  const width = n + nrhs;
  if (m <= n) {
    memory.copy(triangle, a, doubles(m * n));
    memory.copy(entry(triangle, k, 0, n), b, doubles(m * nrhs));
    for (let j = 0; j < width; ++j) multiply(m, get(scales, j), entry(triangle, k, 0, j), 1);
    return true;
  }
  const scope = mark();
  const panels = allocZeroed(doubles(triangleSize(width)));
  const rows = alloc(doubles(ROWS * width));
  const block = alloc(doubles(rectangleSize(ROWS, width)));
  const whole = alloc(doubles(width * width));
  if (exhausted()) return false;
  for (let start = 0; start < m; start += ROWS) {
    const count = min(ROWS, m - start);
    for (let j = 0; j < width; ++j) {
      const from = j < n ? entry(a, m, start, j) : entry(b, m, start, j - n);
      const to = entry(rows, ROWS, 0, j);
      memory.copy(to, from, doubles(count));
      multiply(count, get(scales, j), to, 1);
      if (count < ROWS) memory.fill(addressOf(to, count), 0, doubles(ROWS - count));
    }
    pack(ROWS, width, rows, 1, ROWS, ROWS, block);
    dtpqrt((count + 1) & ~1, width, panels, block, ROWS);
  }
  memory.fill(whole, 0, doubles(width * width));
  unpackTriangle(width, panels, whole, width);
  for (let j = 0; j < width; ++j) {
    memory.copy(entry(triangle, k, 0, j), entry(whole, width, 0, j), doubles(k));
  }
  release(scope);
  return true;
}
