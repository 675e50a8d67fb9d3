/** Householder QR without pivoting, unblocked, for the few rows of moments. */
import { entry, set } from '../memory/layout';
import { dlarfg, reflectColumns } from './dlarfg';

/**
 * Overwrites `a` (m x n) with R on and above the diagonal and the reflectors below it; columns after the
 * m-th become Q'a. Its taus are not kept: append right-hand sides as columns.
 */
export function dgeqr2(m: i32, n: i32, a: usize, lda: i32): void {
  for (let k = 0; k < min(m, n); ++k) {
    const column = entry(a, lda, k, k);
    const tau = dlarfg(m - k, column);
    reflectColumns(m - k, n - k - 1, column, tau, entry(a, lda, k, k + 1), lda);
  }
}

/** `dgeqr2` that keeps the taus (n doubles), for `dormqr`. */
export function dgeqrf(m: i32, n: i32, a: usize, lda: i32, tau: usize): void {
  for (let k = 0; k < min(m, n); ++k) {
    const column = entry(a, lda, k, k);
    const factor = dlarfg(m - k, column);
    set(tau, k, factor);
    reflectColumns(m - k, n - k - 1, column, factor, entry(a, lda, k, k + 1), lda);
  }
}
