/**
 * k-class estimators in the instruments' basis (`basis.ts`). With E the rows of R below the instruments', columns X1 (E
 * = Q2'X) and y (m), and kappa = 1 for two-stage least squares,
 *
 *   N b = A's + (1 - kappa) E'm,     N = A'A + (1 - kappa) E'E = T'T
 *
 *   kappa <= 1   T from a QR of A on top of sqrt(1 - kappa) E
 *   kappa > 1    N = T0'(I - (kappa - 1) F'F) T0,  F = E T0^-1, T0 from a QR of A, and a Cholesky factor between
 *
 *   LIML     kappa = 1 + smallest squared singular value of P H^-1, P and H the rows of R of the excluded instruments
 *            and below them, columns X1 and y (Anderson and Rubin, 1949)
 *   Fuller   kappa of LIML minus alpha / (n - instruments - absorbed) (Fuller, 1977)
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { doubles, entry, get, set } from '../../memory/layout';
import { dnrm2 } from '../../blas/level1';
import { dgemv, dtrsv } from '../../blas/level2';
import { dsyrk } from '../../blas/level3';
import { NoTrans, Trans, Upper } from '../../blas/options';
import { padded, triangleSize } from '../../blas/panels';
import { dgeqr2 } from '../../lapack/dgeqr2';
import { dgesvj } from '../../lapack/dgesvj';
import { dpotrf, pivotTolerance } from '../../lapack/dpotrf';
import { packTriangle, unpackTriangle } from '../../blas/triangles';
import { Status } from '../../status';
import { Basis } from './basis';
import { IvSample } from './sample';

/** Returns kappa of LIML; NaN when memory ends or the rotations do not converge; exactly 1 if just identified. */
export function limlKappa(sample: IvSample, basis: Basis): f64 {
  const rows = basis.q - sample.nexogenous;
  const m = sample.nendogenous + 1;
  if (rows < m) return 1;
  const scope = mark();
  const ratios = alloc(doubles(rows * m));
  const values = alloc(doubles(m));
  if (exhausted()) return NaN;
  divideByResiduals(rows, m, basis, ratios);
  let kappa: f64 = NaN;
  if (dgesvj(rows, m, ratios, rows, values) == 0) {
    let least = Infinity;
    for (let j = 0; j < m; ++j) least = min(least, get(values, j));
    kappa = 1 + least * least;
  }
  release(scope);
  return kappa;
}

/**
 * out (rows x m) := P H^-1. If the instruments explain a variable completely, its residual is rounding error and counts
 * as eps times its length.
 */
function divideByResiduals(rows: i32, m: i32, basis: Basis, out: usize): void {
  const width = basis.width;
  for (let j = 0; j < m; ++j) {
    const column = entry(basis.triangle, width, 0, basis.q + j);
    const h = column + doubles(basis.q);
    const to = entry(out, rows, 0, j);
    memory.copy(to, column + doubles(basis.q - rows), doubles(rows));
    const known = dnrm2(basis.q + j + 1, column) * f64.EPSILON;
    const diagonal = max(get(h, j), known);
    for (let i = 0; i < j; ++i) {
      const earlier = entry(out, rows, 0, i);
      for (let r = 0; r < rows; ++r) set(to, r, get(to, r) - get(earlier, r) * get(h, i));
    }
    for (let r = 0; r < rows; ++r) set(to, r, get(to, r) / diagonal);
  }
}

/**
 * Solves for params (k) and the triangle T (k x k) with N = T'T at kappa. Returns NotPositiveDefinite if kappa is too
 * large for the data.
 */
export function solveKClass(
  sample: IvSample,
  basis: Basis,
  kappa: f64,
  params: usize,
  triangle: usize,
): Status {
  const k = sample.k;
  const rows = basis.q + (kappa < 1 ? sample.nendogenous + 1 : 0);
  const scope = mark();
  const stack = allocZeroed(doubles(rows * (k + 1)));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j <= k; ++j) {
    memory.copy(entry(stack, rows, 0, j), entry(basis.moments, basis.q, 0, j), doubles(basis.q));
  }
  if (kappa < 1) {
    stackResiduals(sample, basis, sqrt<f64>(1 - kappa), stack + doubles(basis.q), rows);
  }
  dgeqr2(rows, k + 1, stack, rows);
  memory.fill(triangle, 0, doubles(k * k));
  for (let j = 0; j < k; ++j) {
    memory.copy(entry(triangle, k, 0, j), entry(stack, rows, 0, j), doubles(j + 1));
  }
  memory.copy(params, entry(stack, rows, 0, k), doubles(k));
  const status = kappa > 1 ? shrink(sample, basis, kappa - 1, params, triangle) : Status.Ok;
  if (status == Status.Ok) dtrsv(Upper, NoTrans, k, triangle, k, params);
  release(scope);
  return status;
}

/** Rows of `out` (leading dimension ld) := factor [E m], columns X1, W (zeros, left as they are), y. */
function stackResiduals(sample: IvSample, basis: Basis, factor: f64, out: usize, ld: i32): void {
  const k1 = sample.nendogenous;
  for (let j = 0; j <= k1; ++j) {
    const from = entry(basis.triangle, basis.width, basis.q, basis.q + j);
    const to = entry(out, ld, 0, j < k1 ? j : sample.k);
    for (let i = 0; i <= j; ++i) set(to, i, factor * get(from, i));
  }
}

/**
 * triangle := U T0 and rhs := U'^-1 (rhs - excess F'm) with U'U = I - excess F'F.
 */
function shrink(sample: IvSample, basis: Basis, excess: f64, rhs: usize, triangle: usize): Status {
  const k = sample.k;
  const k1 = sample.nendogenous;
  const scope = mark();
  const f = allocZeroed(doubles(k * k1));
  const c = allocZeroed(doubles(k * k));
  const panels = allocZeroed(doubles(triangleSize(k)));
  const reciprocals = alloc(doubles(padded(k)));
  if (exhausted()) return Status.OutOfMemory;
  for (let i = 0; i < k; ++i) store<f64>(entry(c, k, i, i), 1);
  for (let i = 0; i < k1; ++i) {
    const column = entry(f, k, 0, i);
    for (let j = i; j < k1; ++j) {
      set(column, j, load<f64>(entry(basis.triangle, basis.width, basis.q + i, basis.q + j)));
    }
    dtrsv(Upper, Trans, k, triangle, k, column);
  }
  const m = entry(basis.triangle, basis.width, basis.q, basis.width - 1);
  dgemv(NoTrans, k, k1, -excess, f, k, m, 1, rhs);
  dsyrk(Upper, NoTrans, k, k1, -excess, f, k, 1, c, k);
  packTriangle(k, c, k, panels);
  if (dpotrf(k, k, pivotTolerance(k), panels, reciprocals, 0, 0) != 0) {
    return Status.NotPositiveDefinite;
  }
  unpackTriangle(k, panels, c, k);
  dtrsv(Upper, Trans, k, c, k, rhs);
  for (let j = 0; j < k; ++j) multiplyTriangle(j + 1, k, c, entry(triangle, k, 0, j));
  release(scope);
  return Status.Ok;
}

/** x := U x for the leading n rows of an upper triangle. */
function multiplyTriangle(n: i32, ld: i32, u: usize, x: usize): void {
  for (let i = 0; i < n; ++i) {
    let sum: f64 = 0;
    for (let j = i; j < n; ++j) sum += load<f64>(entry(u, ld, i, j)) * get(x, j);
    set(x, i, sum);
  }
}
