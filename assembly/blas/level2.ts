/** Matrix-vector operations with the reference names; column-major, contiguous vectors. */
import { entry, get, set } from '../memory/layout';
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
