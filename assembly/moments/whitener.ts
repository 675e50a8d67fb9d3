/**
 * A weighting matrix W = S^-1 as a square root: T with W = T'T, so that no inverse is ever formed.
 *
 *   S positive definite   T = U'^-1 of the Cholesky factorisation S = U'U
 *   S singular            T = R^-1 Q' of the pivoted factorisation S = L L', L = Q R: the Moore-Penrose inverse
 *                         T'T = S+, R the Cholesky factor of L'L
 *   L'L ill-conditioned   T = D^-1 V' of L = V D P', by one-sided Jacobi rotations
 *
 * Decision: Moore-Penrose and not a g-inverse that zeroes dependent rows in column order, so that
 * estimates do not depend on the order of the instruments (gretl and pydynpd do the same; Stata's
 * invsym does not). A column that is zero throughout is left out by both forms alike.
 *
 * R from products of columns serves where Q comes out orthogonal: with 115 instruments and 140 units, of which about 88 are
 * drawn, a replicate takes 0.8 ms, and 23 by rotations.
 *
 * Rounding of the pivots of an unpivoted factorisation grows as one over the smallest of them, and the order of replicates,
 * which puts instruments of few rows first, has the small ones early. Where one is below the root of the tolerance, rounding
 * may stand in its place: the pivoted factor, whose pivots are right to a few eps, tells whether anything else is left.
 */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, integers, set } from '../memory/layout';
import { Status } from '../status';
import { NoTrans, Trans } from '../blas/options';
import { dgemm } from '../blas/level3';
import { dgemv } from '../blas/level2';
import { dscal } from '../blas/level1';
import {
  pack,
  padded,
  panelCount,
  rectangleEntry,
  rectangleSize,
  triangleEntry,
  triangleSize,
  unpack,
} from '../blas/panels';
import { dgesvj } from '../lapack/dgesvj';
import {
  dpotrf,
  dtrsmPanels,
  dtrsmUpperPanels,
  dtrsvPanels,
  pivotTolerance,
} from '../lapack/dpotrf';
import { dpstrf } from '../lapack/dpstrf';
import { dsyrkPanels } from './gram';
import { unpackTriangle } from './triangles';

/** How far from 1 the squared length of a column of Q may be: it is about 1e-12 where R rests on products of rank 88. */
const UNIT: f64 = 1e-10;

/** Share of its diagonal element, for each column, that rounding leaves of a pivot of the pivoted factor. */
const ROUNDING: f64 = 4 * f64.EPSILON;


@unmanaged
export class Whitener {
  n: i32;
  /** Rows of T: n in the Cholesky form, the rank in the Moore-Penrose form. */
  rows: i32;
  /** Numerical rank of S, and a bound known beforehand (a sum over G clusters has at most rank G). */
  rank: i32;
  maxRank: i32;
  /** Whether small pivots are looked into, as those of replicates are. */
  wary: bool;
  /** True in the Moore-Penrose form. */
  singular: bool;
  /** Cholesky factor of S, or R, in panels and 1 / diagonal. */
  factor: usize;
  reciprocals: usize;
  /** n x rank, column-major, of the Moore-Penrose form: Q, or T' by rotations. */
  basis: usize;
  rotated: bool;
  /** f64, n x width: right-hand sides on their way through R. */
  columns: usize;
  /** Panels for right-hand sides: padded(n) x padded(width). */
  panels: usize;
  width: i32;
}

/** Memory for factors of n x n matrices and right-hand sides of up to `width` columns. */
export function openWhitener(whitener: Whitener, n: i32, width: i32): bool {
  whitener.n = n;
  whitener.maxRank = n;
  whitener.width = width;
  whitener.wary = false;
  whitener.basis = alloc(doubles(n * n));
  whitener.columns = alloc(doubles(n * width));
  whitener.factor = alloc(doubles(triangleSize(n)));
  whitener.reciprocals = alloc(doubles(padded(n)));
  whitener.panels = alloc(doubles(rectangleSize(padded(n), width)));
  return !exhausted();
}

/** Factors the triangle `s` (in panels, left as it is). */
export function factorize(whitener: Whitener, s: usize): Status {
  const n = whitener.n;
  const tolerance = pivotTolerance(n);
  whitener.singular = false;
  whitener.rows = n;
  whitener.rank = valuedColumns(n, s);
  if (whitener.rank <= whitener.maxRank) {
    if (whitener.wary && hasPivots(whitener, s, sqrt<f64>(tolerance))) return Status.Ok;
    if (hasPivots(whitener, s, tolerance) && (!whitener.wary || hasFullRank(whitener, s))) {
      return Status.Ok;
    }
    if (exhausted()) return Status.OutOfMemory;
  }
  return factorizeSingular(whitener, s, tolerance);
}

/** Cholesky factor of the triangle; false where more than a share of its diagonal element is lost of a pivot. */
function hasPivots(whitener: Whitener, s: usize, share: f64): bool {
  const n = whitener.n;
  memory.copy(whitener.factor, s, doubles(triangleSize(n)));
  return dpotrf(n, n, share, whitener.factor, whitener.reciprocals, 0, 0) == 0;
}

/** Whether the last pivot of the pivoted factor is more than rounding. */
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

/** Columns of a triangle that are not zero throughout. */
function valuedColumns(n: i32, s: usize): i32 {
  let count = 0;
  for (let j = 0; j < n; ++j) count += i32(load<f64>(triangleEntry(s, j, j)) > 0);
  return count;
}

/** T B for a column-major n x m matrix B; the result has `rows` rows, leading dimension n. */
export function whiten(whitener: Whitener, m: i32, b: usize, out: usize): void {
  const n = whitener.n;
  if (whitener.singular) {
    dgemm(Trans, NoTrans, whitener.rows, m, n, 1, whitener.basis, n, b, n, 0, out, n);
    solveRoot(whitener, NoTrans, m, out, out);
    return;
  }
  pack(n, m, b, 1, n, padded(n), whitener.panels);
  dtrsmPanels(n, whitener.factor, whitener.reciprocals, m, whitener.panels);
  unpack(n, m, whitener.panels, padded(n), out, n);
}

/** x := T'x for one vector of padded(n) doubles, of which the first `rows` count. */
export function whitenTransposed(whitener: Whitener, x: usize): void {
  const n = whitener.n;
  if (!whitener.singular) {
    for (let i = n; i < padded(n); ++i) set(x, i, 0);
    dtrsvPanels(n, whitener.factor, whitener.reciprocals, x);
    return;
  }
  solveRoot(whitener, Trans, 1, x, whitener.columns);
  dgemv(NoTrans, n, whitener.rows, 1, whitener.basis, n, whitener.columns, 0, x);
}

/** T'B for a column-major matrix B of `rows` rows and at most `width` columns; both have leading dimension n. */
export function whitenTransposedColumns(whitener: Whitener, m: i32, b: usize, out: usize): void {
  const n = whitener.n;
  if (whitener.singular) {
    const columns = whitener.columns;
    solveRoot(whitener, Trans, m, b, columns);
    dgemm(NoTrans, NoTrans, n, m, whitener.rows, 1, whitener.basis, n, columns, n, 0, out, n);
    return;
  }
  pack(n, m, b, 1, n, padded(n), whitener.panels);
  dtrsmUpperPanels(n, whitener.factor, whitener.reciprocals, m, whitener.panels);
  unpack(n, m, whitener.panels, padded(n), out, n);
}

function factorizeSingular(whitener: Whitener, s: usize, tolerance: f64): Status {
  const n = whitener.n;
  const scope = mark();
  const dense = alloc(doubles(n * n));
  const pivots = alloc(integers(n));
  const work = alloc(doubles(n * (n + 2)));
  if (exhausted()) return Status.OutOfMemory;
  unpackTriangle(n, s, dense, n);
  const found = dpstrf(n, dense, n, tolerance, whitener.basis, pivots, work);
  const rank = min(found, whitener.maxRank);
  whitener.rotated = !factorByProducts(whitener, rank);
  const inverted = !whitener.rotated || invertByRotations(whitener, rank, work);
  whitener.singular = true;
  whitener.rank = rank;
  whitener.rows = rank;
  release(scope);
  if (exhausted()) return Status.OutOfMemory;
  return inverted ? Status.Ok : Status.NotPositiveDefinite;
}

/** Q in place of L, and R; false where the products of columns that R rests on have lost too many digits. */
function factorByProducts(whitener: Whitener, rank: i32): bool {
  const n = whitener.n;
  const basis = whitener.basis;
  const panels = alloc(doubles(rectangleSize(padded(n), rank)));
  const rows = alloc(doubles(rectangleSize(padded(rank), n)));
  if (exhausted()) return false;
  pack(n, rank, basis, 1, n, padded(n), panels);
  pack(rank, n, basis, n, 1, padded(rank), rows);
  memory.fill(whitener.factor, 0, doubles(triangleSize(rank)));
  dsyrkPanels(rank, n, padded(n), panels, whitener.factor);
  const tolerance = pivotTolerance(rank);
  if (dpotrf(rank, rank, tolerance, whitener.factor, whitener.reciprocals, n, rows) != 0)
    return false;
  if (!haveUnitLength(rank, n, rows)) return false;
  for (let i = 0; i < n; ++i) {
    const column = rectangleEntry(rows, padded(rank), 0, i);
    for (let j = 0; j < rank; ++j) store<f64>(entry(basis, n, i, j), get(column, 4 * j));
  }
  return true;
}

/** Whether the rows of an m x n matrix in panels of padded(m) rows are of length 1, as far as rounding lets them. */
function haveUnitLength(m: i32, n: i32, panels: usize): bool {
  const step = usize(padded(m)) << 5;
  for (let j = 0; j < m; ++j) {
    let square = f64x2.splat(-0.5);
    let at = panels + (usize(j) << 5);
    for (let q = 0; q < panelCount(n); ++q) {
      const low = v128.load(at);
      const high = v128.load(at, 16);
      square = f64x2.add(square, f64x2.add(f64x2.mul(low, low), f64x2.mul(high, high)));
      at += step;
    }
    const rest = f64x2.extract_lane(square, 0) + f64x2.extract_lane(square, 1);
    if (!(abs(rest) <= UNIT)) return false;
  }
  return true;
}

/** out := R^-1 B or R'^-1 B of the Moore-Penrose form, B by rotations: m columns of `rows` rows, leading dimension n. */
function solveRoot(whitener: Whitener, form: i32, m: i32, b: usize, out: usize): void {
  const n = whitener.n;
  const rows = whitener.rows;
  const panels = whitener.panels;
  if (whitener.rotated) {
    if (b != out) memory.copy(out, b, doubles(n * m));
    return;
  }
  pack(rows, m, b, 1, n, padded(rows), panels);
  if (form == NoTrans) dtrsmUpperPanels(rows, whitener.factor, whitener.reciprocals, m, panels);
  else dtrsmPanels(rows, whitener.factor, whitener.reciprocals, m, panels);
  unpack(rows, m, panels, padded(rows), out, n);
}

/** T' := V D^-1 in place of L = V D P', by one-sided Jacobi rotations; false where they do not converge. */
function invertByRotations(whitener: Whitener, rank: i32, values: usize): bool {
  const n = whitener.n;
  if (dgesvj(n, rank, whitener.basis, values) != 0) return false;
  for (let j = 0; j < rank; ++j) {
    const size = get(values, j);
    dscal(n, 1 / (size * size), entry(whitener.basis, n, 0, j));
  }
  return true;
}
