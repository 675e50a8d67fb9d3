/** Matrix-vector operations with the reference names; column-major, contiguous vectors. */
import { multiplyAdd } from '../arithmetic/multiply-add';
import { addressOf, doubles, entry, get, set, setFour } from '../memory/layout';
import { daxpy, ddot } from './level1';
import { NoTrans, Upper } from './options';

/** y := alpha op(A) x + beta y, A m x n. */
export function dgemv(
  trans: i32,
  m: i32,
  n: i32,
  alpha: f64,
  a: usize,
  lda: i32,
  x: usize,
  beta: f64,
  y: usize,
): void {
  if (trans == NoTrans) {
    for (let i = 0; i < m; ++i) set(y, i, beta == 0 ? 0 : beta * get(y, i));
    for (let j = 0; j < n; ++j) daxpy(m, alpha * get(x, j), entry(a, lda, 0, j), y);
  } else {
    for (let j = 0; j < n; ++j) {
      const product = alpha * ddot(m, entry(a, lda, 0, j), x);
      set(y, j, beta == 0 ? product : product + beta * get(y, j));
    }
  }
}

/**
 * y := A x for both triangles of a symmetric matrix, n x n. Four elements of y at a time take four rows of A, which are
 * contiguous in its columns; each is summed in the order of `ddot`.
 */
export function multiplySymmetric(n: i32, a: usize, x: usize, y: usize): void {
  if (n < 4) {
    for (let i = 0; i < n; ++i) set(y, i, ddot(n, entry(a, n, 0, i), x));
    return;
  }
  // The last four elements may overlap those before.
  for (let i = 0; i < n; i += 4) {
    const first = min(i, n - 4);
    multiplyFourRows(n, addressOf(a, first), x, addressOf(y, first));
  }
}

function multiplyFourRows(n: i32, a: usize, x: usize, y: usize): void {
  let low0 = f64x2.splat(0);
  let low1 = f64x2.splat(0);
  let low2 = f64x2.splat(0);
  let low3 = f64x2.splat(0);
  let high0 = f64x2.splat(0);
  let high1 = f64x2.splat(0);
  let high2 = f64x2.splat(0);
  let high3 = f64x2.splat(0);
  const next = doubles(n);
  const end = addressOf(x, n);
  for (const last = addressOf(x, n & ~3); x < last; x += 32) {
    const x0 = v128.load_splat<f64>(x);
    low0 = multiplyAdd(x0, v128.load(a), low0);
    high0 = multiplyAdd(x0, v128.load(a, 16), high0);
    a += next;
    const x1 = v128.load_splat<f64>(x, 8);
    low1 = multiplyAdd(x1, v128.load(a), low1);
    high1 = multiplyAdd(x1, v128.load(a, 16), high1);
    a += next;
    const x2 = v128.load_splat<f64>(x, 16);
    low2 = multiplyAdd(x2, v128.load(a), low2);
    high2 = multiplyAdd(x2, v128.load(a, 16), high2);
    a += next;
    const x3 = v128.load_splat<f64>(x, 24);
    low3 = multiplyAdd(x3, v128.load(a), low3);
    high3 = multiplyAdd(x3, v128.load(a, 16), high3);
    a += next;
  }
  let low = f64x2.add(f64x2.add(low0, low2), f64x2.add(low1, low3));
  let high = f64x2.add(f64x2.add(high0, high2), f64x2.add(high1, high3));
  for (; x < end; x += 8) {
    const factor = v128.load_splat<f64>(x);
    low = multiplyAdd(factor, v128.load(a), low);
    high = multiplyAdd(factor, v128.load(a, 16), high);
    a += next;
  }
  setFour(y, low, high);
}

/** Solves op(A) x = b in place for a triangle A (n x n); the diagonal must not be zero. */
export function dtrsv(uplo: i32, trans: i32, n: i32, a: usize, lda: i32, x: usize): void {
  const backward = (uplo == Upper) == (trans == NoTrans);
  for (let step = 0; step < n; ++step) {
    const j = backward ? n - 1 - step : step;
    if (trans == NoTrans) {
      const value = get(x, j) / load<f64>(entry(a, lda, j, j));
      set(x, j, value);
      if (uplo == Upper) daxpy(j, -value, entry(a, lda, 0, j), x);
      else daxpy(n - j - 1, -value, entry(a, lda, j + 1, j), x + (usize(j + 1) << 3));
    } else {
      const known =
        uplo == Upper
          ? ddot(j, entry(a, lda, 0, j), x)
          : ddot(n - j - 1, entry(a, lda, j + 1, j), x + (usize(j + 1) << 3));
      set(x, j, (get(x, j) - known) / load<f64>(entry(a, lda, j, j)));
    }
  }
}
