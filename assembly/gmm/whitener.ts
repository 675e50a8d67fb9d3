/**
 * A weighting matrix W = S^-1 as a square root: T with W = T'T, so that no inverse is ever formed.
 *
 *   S positive definite   T = U'^-1 of the Cholesky factorisation S = U'U
 *   S singular            T = R^-1 Q' of the pivoted factorisation S = L L', L P = Q R: the Moore-Penrose
 *                         inverse T'T = S+, in which P drops out
 *
 * Decision: the Moore-Penrose inverse, not a g-inverse that zeroes dependent rows in column order, so that estimates do
 * not depend on the order of the instruments. gretl and pydynpd do the same; Stata's invsym does not. Both forms leave
 * out a column of zeros.
 *
 * Decision: reflectors, not the singular values of L. A replicate with 115 instruments and 140 units, of which about 88
 * are drawn: 23 ms with singular values, 1.0 ms with reflectors. Of 37 ill-conditioned replicates, 17 came closer to
 * the estimate in 50 digits with reflectors, and 9 with singular values. A Cholesky factor of L'L would save a sixth of
 * the time and lose up to three digits.
 *
 * In an unpivoted factorisation the rounding errors of pivots grow as one over the smallest pivot. Replicates put
 * instruments of few rows first, so small pivots come early. If a pivot is below the square root of the tolerance, it
 * may be only rounding error. The pivoted factor, whose pivots are accurate to a few eps, then decides the rank.
 */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, integers, set } from '../memory/layout';
import { Status } from '../status';
import { NoTrans, Trans, Upper } from '../blas/options';
import { dtrsv } from '../blas/level2';
import {
  pack,
  padded,
  rectangleSize,
  triangleEntry,
  trianglePanel,
  triangleSize,
  unpack,
} from '../blas/panels';
import { dgeqp3, dormqr } from '../lapack/dgeqp3';
import {
  dtrsmPanels,
  dtrsmUpperPanels,
  dtrsvPanels,
  extendFactor,
  pivotTolerance,
} from '../lapack/dpotrf';
import { dpstrf } from '../lapack/dpstrf';
import { unpackTriangle } from '../blas/triangles';

/** Rounding error of a pivot of the pivoted factor, per column, as a share of its diagonal element. */
const ROUNDING: f64 = 4 * f64.EPSILON;


@unmanaged
export class Whitener {
  n: i32;
  /** Rows of T: n in the Cholesky form, the rank in the Moore-Penrose form. */
  rows: i32;
  /** Numerical rank of S, and an upper bound known beforehand (a sum over G clusters has at most rank G). */
  rank: i32;
  maxRank: i32;
  /** If true, small pivots are checked by pivoted Cholesky (replicates only). */
  checksPivots: bool;
  /** True in the Moore-Penrose form. */
  singular: bool;
  /** Cholesky factor in panels and 1 / diagonal; the number of its panels that `shareFactor` has already copied. */
  factor: usize;
  reciprocals: usize;
  known: i32;
  /** In the Moore-Penrose form: R and the reflectors of Q, n x rank column-major, and their factors. */
  basis: usize;
  tau: usize;
  /** Panels for right-hand sides: padded(n) x padded(width). */
  panels: usize;
  width: i32;
}

/**
 * Allocates factors of n x n matrices and right-hand sides of up to `width` columns; returns false when memory ends.
 */
export function openWhitener(whitener: Whitener, n: i32, width: i32): bool {
  whitener.n = n;
  whitener.maxRank = n;
  whitener.width = width;
  whitener.checksPivots = false;
  whitener.known = 0;
  whitener.basis = alloc(doubles(n * n));
  whitener.tau = alloc(doubles(n));
  whitener.factor = alloc(doubles(triangleSize(n)));
  whitener.reciprocals = alloc(doubles(padded(n)));
  whitener.panels = alloc(doubles(rectangleSize(padded(n), width)));
  return !exhausted();
}

/** Factors the triangle `s` in panels, which is not changed. */
export function factorize(whitener: Whitener, s: usize): Status {
  const n = whitener.n;
  const tolerance = pivotTolerance(n);
  whitener.singular = false;
  whitener.rows = n;
  whitener.rank = valuedColumns(n, s);
  if (whitener.rank <= whitener.maxRank) {
    if (whitener.checksPivots && hasPivots(whitener, s, sqrt<f64>(tolerance))) return Status.Ok;
    if (hasPivots(whitener, s, tolerance) && (!whitener.checksPivots || hasFullRank(whitener, s))) {
      return Status.Ok;
    }
    if (exhausted()) return Status.OutOfMemory;
  }
  return factorizeSingular(whitener, s, tolerance);
}

/** Returns the Cholesky factor in panels, 0 in the Moore-Penrose form. */
export function factorOf(whitener: Whitener): usize {
  return whitener.singular ? 0 : whitener.factor;
}

/** Computes the Cholesky factor of the triangle; returns false if a pivot is below a share of its diagonal element. */
function hasPivots(whitener: Whitener, s: usize, share: f64): bool {
  const n = whitener.n;
  const factor = whitener.factor;
  const known = trianglePanel(0, whitener.known);
  memory.copy(factor + known, s + known, doubles(triangleSize(n)) - known);
  return extendFactor(whitener.known, n, n, share, factor, whitener.reciprocals) == 0;
}

/** Copies the first `panels` panels of another whitener's factor, not singular; both matrices share these panels. */
export function shareFactor(whitener: Whitener, other: Whitener, panels: i32): void {
  whitener.known = panels;
  memory.copy(whitener.factor, other.factor, trianglePanel(0, panels));
  memory.copy(whitener.reciprocals, other.reciprocals, doubles(4 * panels));
}

/** True if the last pivot of the pivoted factor is larger than rounding error. */
function hasFullRank(whitener: Whitener, s: usize): bool {
  const n = whitener.n;
  const scope = mark();
  const dense = alloc(doubles(n * n));
  const pivots = alloc(integers(n));
  const work = alloc(doubles(n * (n + 2)));
  if (exhausted()) return false;
  unpackTriangle(n, s, dense, n);
  const rank = dpstrf(n, dense, n, ROUNDING * f64(n), whitener.basis, pivots, work);
  release(scope);
  return rank == whitener.rank;
}

/** Counts the columns of a triangle that are not all zeros. */
function valuedColumns(n: i32, s: usize): i32 {
  let count = 0;
  for (let j = 0; j < n; ++j) count += i32(load<f64>(triangleEntry(s, j, j)) > 0);
  return count;
}

/** out := T B for a column-major n x m matrix B; the result has `rows` rows and leading dimension n. out may be B. */
export function whiten(whitener: Whitener, m: i32, b: usize, out: usize): void {
  const n = whitener.n;
  if (!whitener.singular) {
    pack(n, m, b, 1, n, padded(n), whitener.panels);
    dtrsmPanels(n, whitener.factor, whitener.reciprocals, m, whitener.panels);
    unpack(n, m, whitener.panels, padded(n), out, n);
    return;
  }
  if (out != b) memory.copy(out, b, doubles(n * m));
  dormqr(true, n, m, whitener.rows, whitener.basis, n, whitener.tau, out, n);
  for (let j = 0; j < m; ++j) {
    dtrsv(Upper, NoTrans, whitener.rows, whitener.basis, n, entry(out, n, 0, j));
  }
}

/** x := T'x for one vector of padded(n) doubles, with values in the first `rows`. */
export function whitenTransposed(whitener: Whitener, x: usize): void {
  const n = whitener.n;
  if (whitener.singular) return leaveRange(whitener, 1, x);
  for (let i = n; i < padded(n); ++i) set(x, i, 0);
  dtrsvPanels(n, whitener.factor, whitener.reciprocals, x);
}

/** out := T'B for a column-major matrix B of `rows` rows and at most `width` columns; both have leading dimension n. */
export function whitenTransposedColumns(whitener: Whitener, m: i32, b: usize, out: usize): void {
  const n = whitener.n;
  if (whitener.singular) {
    memory.copy(out, b, doubles(n * m));
    leaveRange(whitener, m, out);
    return;
  }
  pack(n, m, b, 1, n, padded(n), whitener.panels);
  dtrsmUpperPanels(n, whitener.factor, whitener.reciprocals, m, whitener.panels);
  unpack(n, m, whitener.panels, padded(n), out, n);
}

/** B := Q R'^-1 B in the Moore-Penrose form; m columns, with values in the first `rows` rows. */
function leaveRange(whitener: Whitener, m: i32, b: usize): void {
  const n = whitener.n;
  const rows = whitener.rows;
  for (let j = 0; j < m; ++j) {
    const column = entry(b, n, 0, j);
    dtrsv(Upper, Trans, rows, whitener.basis, n, column);
    for (let i = rows; i < n; ++i) set(column, i, 0);
  }
  dormqr(false, n, m, rows, whitener.basis, n, whitener.tau, b, n);
}

function factorizeSingular(whitener: Whitener, s: usize, tolerance: f64): Status {
  const n = whitener.n;
  const scope = mark();
  const dense = alloc(doubles(n * n));
  const pivots = alloc(integers(n));
  const work = alloc(doubles(n * (n + 2)));
  if (exhausted()) return Status.OutOfMemory;
  unpackTriangle(n, s, dense, n);
  const pivotRank = dpstrf(n, dense, n, tolerance, whitener.basis, pivots, work);
  const rank = min(pivotRank, whitener.maxRank);
  dgeqp3(n, rank, whitener.basis, n, pivots, whitener.tau, work);
  whitener.singular = true;
  whitener.rank = rank;
  whitener.rows = rank;
  release(scope);
  return Status.Ok;
}
