/** Householder QR without pivoting, unblocked, for the few rows of moments. */
import { entry, get, set } from '../memory/layout';
import { dlarf, dlarfg } from './dlarfg';

/**
 * Overwrites `a` (m x n) with R on and above the diagonal and the reflectors below it; columns after the
 * m-th become Q'a. Its taus are not kept: append right-hand sides as columns.
 */
export function dgeqr2(m: i32, n: i32, a: usize, lda: i32): void {
  for (let k = 0; k < min(m, n); ++k) {
    const column = entry(a, lda, k, k);
    const tau = dlarfg(m - k, column);
    for (let j = k + 1; j < n; ++j) dlarf(m - k, column, tau, entry(a, lda, k, j));
  }
}

/** `dgeqr2` that keeps the taus (n doubles), for `dormqr`. */
export function dgeqrf(m: i32, n: i32, a: usize, lda: i32, tau: usize): void {
  for (let k = 0; k < min(m, n); ++k) {
    const column = entry(a, lda, k, k);
    set(tau, k, dlarfg(m - k, column));
    for (let j = k + 1; j < n; ++j) dlarf(m - k, column, get(tau, k), entry(a, lda, k, j));
  }
}
