/**
 * Householder QR with column pivoting, A P = Q R, unblocked (m x n with n the number of regressors; a blocked form is
 * faster from about 60 columns on).
 *
 * The next column is the one with the largest remaining norm; ties go to the first. Remaining norms are downdated, and
 * recomputed if cancellation destroys half their digits (LAPACK Working Note 176).
 */
import { doubles, entry, get, getInt, set, setInt } from '../memory/layout';
import { dnrm2 } from '../blas/level1';
import { exchange } from './dgetrf';
import { dlarf, dlarfg, reflectColumns } from './dlarfg';

/**
 * Overwrites `a` (m x n) with R above the diagonal and the reflectors below it; `jpvt` (n integers) receives the
 * original position of each column, `tau` (n doubles) the reflector factors, `work` needs 2 n doubles. Elements are
 * squared without scaling, so their size must stay within 1e-150 and 1e150; callers scale columns to unit length.
 */
export function dgeqp3(
  m: i32,
  n: i32,
  a: usize,
  lda: i32,
  jpvt: usize,
  tau: usize,
  work: usize,
): void {
  const partial = work;
  const exact = work + doubles(n);
  for (let j = 0; j < n; ++j) {
    setInt(jpvt, j, j);
    const norm = dnrm2(m, entry(a, lda, 0, j));
    set(partial, j, norm);
    set(exact, j, norm);
  }
  const steps = min(m, n);
  for (let k = 0; k < steps; ++k) {
    let best = k;
    for (let j = k + 1; j < n; ++j) if (get(partial, j) > get(partial, best)) best = j;
    if (best != k) {
      exchange(m, entry(a, lda, 0, k), entry(a, lda, 0, best), 1);
      const position = getInt(jpvt, k);
      setInt(jpvt, k, getInt(jpvt, best));
      setInt(jpvt, best, position);
      set(partial, best, get(partial, k));
      set(exact, best, get(exact, k));
    }
    set(tau, k, dlarfg(m - k, entry(a, lda, k, k)));
    for (let j = k + 1; j < n; ++j) {
      dlarf(m - k, entry(a, lda, k, k), get(tau, k), entry(a, lda, k, j));
      downdate(m - k - 1, entry(a, lda, k, j), partial + doubles(j), exact + doubles(j));
    }
  }
}

/** B := Q'B (transpose) or Q B, for the m x n matrix B and k reflectors stored by `dgeqp3`. */
export function dormqr(
  transpose: bool,
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  lda: i32,
  tau: usize,
  b: usize,
  ldb: i32,
): void {
  for (let step = 0; step < k; ++step) {
    const i = transpose ? step : k - 1 - step;
    reflectColumns(m - i, n, entry(a, lda, i, i), get(tau, i), entry(b, ldb, i, 0), ldb);
  }
}

/** Returns the norm of the rest of a column after its first element `x`. */
function downdate(rest: i32, x: usize, partial: usize, exact: usize): void {
  const norm = load<f64>(partial);
  if (norm == 0) return;
  const ratio = abs(load<f64>(x)) / norm;
  const kept = max<f64>(0, (1 + ratio) * (1 - ratio));
  const relative = norm / load<f64>(exact);
  if (kept * relative * relative > 1.5e-8) {
    store<f64>(partial, norm * sqrt<f64>(kept));
  } else {
    const fresh = rest > 0 ? dnrm2(rest, x + 8) : 0;
    store<f64>(partial, fresh);
    store<f64>(exact, fresh);
  }
}
