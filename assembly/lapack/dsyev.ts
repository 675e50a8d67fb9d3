/**
 * Eigenvalues and eigenvectors of a symmetric matrix: reflectors bring it to a tridiagonal T = Q'A Q, and implicit QL
 * steps with Wilkinson's shift bring T to diagonal form (Golub and Van Loan, Matrix Computations, 8.3). Backward stable:
 * errors are a small multiple of eps times the norm of A.
 */
import { addressOf, doubles, entry, get, set } from '../memory/layout';
import { daxpy, ddot, dscal } from '../blas/level1';
import { exchange } from './dgetrf';
import { dlarfg, reflectColumns } from './dlarfg';

const STEPS: i32 = 60;

/**
 * Reads the whole symmetric `a` (n x n) and overwrites it with unit eigenvectors; `values` (n) receives the eigenvalues
 * from the smallest up. `work` needs 3 n doubles. Returns 0, or j + 1 for an eigenvalue that did not converge.
 */
export function dsyev(n: i32, a: usize, values: usize, work: usize): i32 {
  if (n == 0) return 0;
  const off = work;
  const tau = addressOf(work, n);
  tridiagonalize(n, a, values, off, tau, addressOf(work, 2 * n));
  formVectors(n, a, tau);
  const failing = diagonalize(n, values, off, a);
  if (failing == 0) sortUp(n, values, a);
  return failing;
}

/** Columns of `a` below the subdiagonal become the reflectors; T has `diagonal` (n) and `off` (n - 1, then 0). */
function tridiagonalize(
  n: i32,
  a: usize,
  diagonal: usize,
  off: usize,
  tau: usize,
  product: usize,
): void {
  for (let k = 0; k < n - 1; ++k) {
    const m = n - k - 1;
    const v = entry(a, n, k + 1, k);
    const factor = dlarfg(m, v);
    set(diagonal, k, load<f64>(entry(a, n, k, k)));
    set(off, k, load<f64>(v));
    set(tau, k, factor);
    if (factor == 0) continue;
    store<f64>(v, 1);
    const rest = entry(a, n, k + 1, k + 1);
    for (let j = 0; j < m; ++j) {
      set(product, j, factor * ddot(m, entry(rest, n, 0, j), v));
    }
    daxpy(m, -0.5 * factor * ddot(m, product, v), v, product);
    for (let j = 0; j < m; ++j) {
      const column = entry(rest, n, 0, j);
      daxpy(m, -get(product, j), v, column);
      daxpy(m, -get(v, j), product, column);
    }
  }
  set(diagonal, n - 1, load<f64>(entry(a, n, n - 1, n - 1)));
  set(off, n - 1, 0);
}

/** a := Q, the product of the reflectors stored below its subdiagonal. */
function formVectors(n: i32, a: usize, tau: usize): void {
  for (let k = n - 2; k >= 0; --k) {
    const m = n - k - 1;
    const v = entry(a, n, k + 1, k);
    const column = entry(a, n, 0, k + 1);
    // Columns k + 2 .. n - 1 are already columns of Q; column k + 1 is a unit vector until reflected.
    memory.fill(column, 0, doubles(n));
    set(column, k + 1, 1);
    reflectColumns(m, m, v, get(tau, k), addressOf(column, k + 1), n);
  }
  memory.fill(a, 0, doubles(n));
  set(a, 0, 1);
}

/** QL steps on each unreduced block; the columns of `q` follow. */
function diagonalize(n: i32, diagonal: usize, off: usize, q: usize): i32 {
  for (let l = 0; l < n; ++l) {
    for (let step = 0; ; ++step) {
      let m = l;
      while (m < n - 1 && !isNegligible(diagonal, off, m)) ++m;
      if (m == l) break;
      if (step == STEPS) return l + 1;
      sweep(n, l, m, diagonal, off, q);
    }
  }
  return 0;
}

/** True if the element after diagonal element m is rounding. */
function isNegligible(diagonal: usize, off: usize, m: i32): bool {
  const size = abs(get(diagonal, m)) + abs(get(diagonal, m + 1));
  return abs(get(off, m)) <= 0.5 * f64.EPSILON * size;
}

/** One QL step on rows l .. m. */
function sweep(n: i32, l: i32, m: i32, diagonal: usize, off: usize, q: usize): void {
  const first = get(diagonal, l);
  const half = (get(diagonal, l + 1) - first) / (2 * get(off, l));
  const length = hypotenuse(half, 1);
  let g = get(diagonal, m) - first + get(off, l) / (half + (half < 0 ? -length : length));
  let sine: f64 = 1;
  let cosine: f64 = 1;
  let shift: f64 = 0;
  for (let i = m - 1; i >= l; --i) {
    const f = sine * get(off, i);
    const b = cosine * get(off, i);
    const r = hypotenuse(f, g);
    set(off, i + 1, r);
    if (r == 0) {
      set(diagonal, i + 1, get(diagonal, i + 1) - shift);
      set(off, m, 0);
      return;
    }
    sine = f / r;
    cosine = g / r;
    g = get(diagonal, i + 1) - shift;
    const t = (get(diagonal, i) - g) * sine + 2 * cosine * b;
    shift = sine * t;
    set(diagonal, i + 1, g + shift);
    g = cosine * t - b;
    turn(n, entry(q, n, 0, i), entry(q, n, 0, i + 1), cosine, sine);
  }
  set(diagonal, l, get(diagonal, l) - shift);
  set(off, l, g);
  set(off, m, 0);
}

/** (x, y) := (cosine x - sine y, sine x + cosine y) for two columns. */
export function turn(n: i32, x: usize, y: usize, cosine: f64, sine: f64): void {
  const c = f64x2.splat(cosine);
  const s = f64x2.splat(sine);
  const even = n & ~1;
  for (let i = 0; i < even; i += 2) {
    const a = v128.load(addressOf(x, i));
    const b = v128.load(addressOf(y, i));
    v128.store(addressOf(x, i), f64x2.sub(f64x2.mul(c, a), f64x2.mul(s, b)));
    v128.store(addressOf(y, i), f64x2.add(f64x2.mul(s, a), f64x2.mul(c, b)));
  }
  if (n == even) return;
  const a = get(x, even);
  const b = get(y, even);
  set(x, even, cosine * a - sine * b);
  set(y, even, sine * a + cosine * b);
}

/** sqrt(x^2 + y^2) without overflow. */
function hypotenuse(x: f64, y: f64): f64 {
  const most = max(abs(x), abs(y));
  if (most == 0) return 0;
  const ratio = min(abs(x), abs(y)) / most;
  return most * sqrt<f64>(1 + ratio * ratio);
}

/** Sorts eigenvalues from the smallest up, with their vectors; the sign of a vector makes its largest element positive. */
function sortUp(n: i32, values: usize, q: usize): void {
  for (let j = 0; j < n; ++j) {
    let least = j;
    for (let i = j + 1; i < n; ++i) if (get(values, i) < get(values, least)) least = i;
    const column = entry(q, n, 0, j);
    if (least != j) {
      exchange(1, addressOf(values, j), addressOf(values, least), 1);
      exchange(n, column, entry(q, n, 0, least), 1);
    }
    let largest = 0;
    for (let i = 1; i < n; ++i) if (abs(get(column, i)) > abs(get(column, largest))) largest = i;
    if (get(column, largest) < 0) dscal(n, -1, column);
  }
}
