/**
 * Cholesky factorisation A = U'U on triangular panels (`blas/panels.ts`), left-looking, with every update on the 4x4
 * micro-kernel. Right-hand sides appended as rectangular panels are solved in the same sweep: B := U'^-1 B.
 *
 * Decision: panels instead of the column-major form of the reference, because later steps use the factor in panels. At
 * n = 40 on Node 20: 2.7 us with conversion, 1.9 us without, 4.7 us in OpenBLAS.
 *
 * A column that is exactly zero (an instrument without a non-zero row in this sample) is not an error: its row of U and
 * of B is zero, which is the Moore-Penrose solution for a zero row of A.
 */
import { subtractProduct } from '../arithmetic/multiply-add';
import { doubles, get, set, setFour } from '../memory/layout';
import { SUB, tile } from '../blas/micro';
import { padded, panelCount, rectanglePanel, triangleEntry, trianglePanel } from '../blas/panels';

/**
 * A pivot counts as zero if it is below this share of its diagonal element: 64 n eps for n columns. For an exactly
 * dependent column the computed pivot is near n eps times the diagonal element.
 */
export function pivotTolerance(n: i32): f64 {
  return 64 * f64(n) * f64.EPSILON;
}

/**
 * Factors the n x n triangle `a` in place and solves `nrhs` columns of `b` (panels of padded(n)
 * rows). `reciprocals` receives 1 / u(j,j), padded(n) doubles, 0 for a zero column. The first
 * `checked` pivots are tested against `tolerance` times their diagonal element; later ones are
 * clamped at 0 (the outcome column of an augmented system, whose pivot is a residual).
 * Returns 0, or j + 1 for the first failing pivot j (LAPACK's `info`); also for NaN.
 */
export function dpotrf(
  n: i32,
  checked: i32,
  tolerance: f64,
  a: usize,
  reciprocals: usize,
  nrhs: i32,
  b: usize,
): i32 {
  const failing = extendFactor(0, n, checked, tolerance, a, reciprocals);
  if (failing == 0) dtrsmPanels(n, a, reciprocals, nrhs, b);
  return failing;
}

/** `dpotrf` from panel `first` on; the earlier panels, and their reciprocals, already belong to the factor. */
export function extendFactor(
  first: i32,
  n: i32,
  checked: i32,
  tolerance: f64,
  a: usize,
  reciprocals: usize,
): i32 {
  const count = panelCount(n);
  for (let q = first; q < count; ++q) {
    const panel = trianglePanel(a, q);
    for (let p = 0; p < q; ++p) updateTile(a, reciprocals, p, panel);
    const failing = factorCorner(4 * q, panel, checked - 4 * q, tolerance, reciprocals);
    if (failing > 0) return 4 * q + failing;
  }
  return 0;
}

/** B := U'^-1 B for `nrhs` columns in panels of padded(n) rows. */
export function dtrsmPanels(n: i32, a: usize, reciprocals: usize, nrhs: i32, b: usize): void {
  for (let s = 0; s < panelCount(nrhs); ++s) {
    const panel = rectanglePanel(b, padded(n), s);
    for (let p = 0; p < panelCount(n); ++p) updateTile(a, reciprocals, p, panel);
  }
}

/** B := U^-1 B for `nrhs` columns in panels of padded(n) rows. */
export function dtrsmUpperPanels(n: i32, a: usize, reciprocals: usize, nrhs: i32, b: usize): void {
  for (let s = 0; s < panelCount(nrhs); ++s) {
    const x = rectanglePanel(b, padded(n), s);
    for (let q = panelCount(n) - 1; q >= 0; --q) {
      const panel = trianglePanel(a, q);
      const to = x + (usize(q) << 7);
      solveCorner(panel + (usize(q) << 7), reciprocals + doubles(4 * q), to);
      subtractKnown(4 * q, panel, to, x);
    }
  }
}

/** Solves four rows of four right-hand sides, from the last up. */
function solveCorner(corner: usize, reciprocals: usize, x: usize): void {
  for (let r = 3; r >= 0; --r) {
    const to = x + (usize(r) << 5);
    const inverse = v128.load_splat<f64>(reciprocals + doubles(r));
    let low = v128.load(to);
    let high = v128.load(to, 16);
    for (let c = r + 1; c < 4; ++c) {
      const u = v128.load_splat<f64>(corner + doubles(4 * r + c));
      low = subtractProduct(u, v128.load(x + (usize(c) << 5)), low);
      high = subtractProduct(u, v128.load(x + (usize(c) << 5), 16), high);
    }
    setFour(to, f64x2.mul(low, inverse), f64x2.mul(high, inverse));
  }
}

/** x (rows x 4) -= panel (rows x 4) times the four rows of right-hand sides at `known`. */
export function subtractKnown(rows: i32, panel: usize, known: usize, x: usize): void {
  const l0 = v128.load(known);
  const h0 = v128.load(known, 16);
  const l1 = v128.load(known, 32);
  const h1 = v128.load(known, 48);
  const l2 = v128.load(known, 64);
  const h2 = v128.load(known, 80);
  const l3 = v128.load(known, 96);
  const h3 = v128.load(known, 112);
  for (const end = panel + (usize(rows) << 5); panel < end; panel += 32) {
    const u0 = v128.load_splat<f64>(panel);
    let low = subtractProduct(u0, l0, v128.load(x));
    let high = subtractProduct(u0, h0, v128.load(x, 16));
    const u1 = v128.load_splat<f64>(panel, 8);
    low = subtractProduct(u1, l1, low);
    high = subtractProduct(u1, h1, high);
    const u2 = v128.load_splat<f64>(panel, 16);
    low = subtractProduct(u2, l2, low);
    high = subtractProduct(u2, h2, high);
    const u3 = v128.load_splat<f64>(panel, 24);
    setFour(x, subtractProduct(u3, l3, low), subtractProduct(u3, h3, high));
    x += 32;
  }
}

/** x := U^-1 x for one vector of n doubles. */
export function dtrsvPanels(n: i32, a: usize, reciprocals: usize, x: usize): void {
  for (let j = n - 1; j >= 0; --j) {
    const value = get(x, j) * get(reciprocals, j);
    set(x, j, value);
    let column = triangleEntry(a, 0, j);
    for (let i = 0; i < j; ++i) {
      set(x, i, get(x, i) - load<f64>(column) * value);
      column += 32;
    }
  }
}

/** Updates rows 4p .. 4p+3 of a panel: subtracts the products of earlier rows, then solves with the 4x4 corner p. */
function updateTile(a: usize, reciprocals: usize, p: i32, panel: usize): void {
  const source = trianglePanel(a, p);
  const corner = source + (usize(p) << 7);
  const target = panel + (usize(p) << 7);
  tile(SUB, 4 * p, source, panel, target, 4);
  const inverse = reciprocals + doubles(4 * p);
  const i0 = v128.load_splat<f64>(inverse);
  const i1 = v128.load_splat<f64>(inverse, 8);
  const i2 = v128.load_splat<f64>(inverse, 16);
  const i3 = v128.load_splat<f64>(inverse, 24);
  const u01 = v128.load_splat<f64>(corner, 8);
  const u02 = v128.load_splat<f64>(corner, 16);
  const u03 = v128.load_splat<f64>(corner, 24);
  const u12 = v128.load_splat<f64>(corner, 48);
  const u13 = v128.load_splat<f64>(corner, 56);
  const u23 = v128.load_splat<f64>(corner, 88);
  const l0 = f64x2.mul(v128.load(target), i0);
  const h0 = f64x2.mul(v128.load(target, 16), i0);
  setFour(target, l0, h0);
  const l1 = f64x2.mul(subtractProduct(u01, l0, v128.load(target, 32)), i1);
  const h1 = f64x2.mul(subtractProduct(u01, h0, v128.load(target, 48)), i1);
  v128.store(target, l1, 32);
  v128.store(target, h1, 48);
  let l2 = subtractProduct(u02, l0, v128.load(target, 64));
  let h2 = subtractProduct(u02, h0, v128.load(target, 80));
  l2 = f64x2.mul(subtractProduct(u12, l1, l2), i2);
  h2 = f64x2.mul(subtractProduct(u12, h1, h2), i2);
  v128.store(target, l2, 64);
  v128.store(target, h2, 80);
  let l3 = subtractProduct(u03, l0, v128.load(target, 96));
  let h3 = subtractProduct(u03, h0, v128.load(target, 112));
  l3 = subtractProduct(u13, l1, l3);
  h3 = subtractProduct(u13, h1, h3);
  v128.store(target, f64x2.mul(subtractProduct(u23, l2, l3), i3), 96);
  v128.store(target, f64x2.mul(subtractProduct(u23, h2, h3), i3), 112);
}

/**
 * Factors the 4x4 corner in the rows k .. k + 3 of a panel, in registers, after subtracting the products of earlier
 * rows. Returns 0, or r + 1 for the first failing pivot r; the first `checked` are tested.
 */
function factorCorner(k: i32, panel: usize, checked: i32, tolerance: f64, reciprocals: usize): i32 {
  const corner = panel + (usize(k) << 5);
  const original0 = load<f64>(corner);
  const original1 = load<f64>(corner, 40);
  const original2 = load<f64>(corner, 80);
  const original3 = load<f64>(corner, 120);
  tile(SUB, k, panel, panel, corner, 4);
  const u00 = pivotRoot(load<f64>(corner), original0, checked > 0, tolerance);
  const i0 = inverseOf(u00);
  const u01 = load<f64>(corner, 8) * i0;
  const u02 = load<f64>(corner, 16) * i0;
  const u03 = load<f64>(corner, 24) * i0;
  const d1 = load<f64>(corner, 40) - u01 * u01;
  const u11 = pivotRoot(d1, original1, checked > 1, tolerance);
  const i1 = inverseOf(u11);
  const u12 = (load<f64>(corner, 48) - u01 * u02) * i1;
  const u13 = (load<f64>(corner, 56) - u01 * u03) * i1;
  const d2 = load<f64>(corner, 80) - u02 * u02 - u12 * u12;
  const u22 = pivotRoot(d2, original2, checked > 2, tolerance);
  const i2 = inverseOf(u22);
  const u23 = (load<f64>(corner, 88) - u02 * u03 - u12 * u13) * i2;
  const d3 = load<f64>(corner, 120) - u03 * u03 - u13 * u13 - u23 * u23;
  const u33 = pivotRoot(d3, original3, checked > 3, tolerance);
  const i3 = inverseOf(u33);
  // A corner that fails is not stored: a NaN would stay in the columns past n, which no caller overwrites.
  if (i3 != i3) return i0 != i0 ? 1 : i1 != i1 ? 2 : i2 != i2 ? 3 : 4;
  const inverse = reciprocals + doubles(k);
  storeFour(corner, u00, u01, u02, u03);
  store<f64>(corner, u11, 40);
  store<f64>(corner, u12, 48);
  store<f64>(corner, u13, 56);
  store<f64>(corner, u22, 80);
  store<f64>(corner, u23, 88);
  store<f64>(corner, u33, 120);
  storeFour(inverse, i0, i1, i2, i3);
  return 0;
}

// @ts-ignore: decorator
@inline
function storeFour(to: usize, x0: f64, x1: f64, x2: f64, x3: f64): void {
  store<f64>(to, x0);
  store<f64>(to, x1, 8);
  store<f64>(to, x2, 16);
  store<f64>(to, x3, 24);
}

/** Returns the square root of a pivot: 0 for a zero column, NaN for a pivot that fails. */
// @ts-ignore: decorator
@inline
function pivotRoot(value: f64, original: f64, check: bool, tolerance: f64): f64 {
  if (original == 0 || (!check && !(value > 0))) return check && value != 0 ? NaN : 0 * value;
  return check && !(value > tolerance * original) ? NaN : sqrt<f64>(value);
}

/** Returns 1 / root: 0 for a root of 0, NaN for a root that is NaN or not finite. */
// @ts-ignore: decorator
@inline
function inverseOf(root: f64): f64 {
  if (root == 0) return 0;
  const inverse = 1 / root;
  return inverse > 0 ? inverse : NaN;
}
