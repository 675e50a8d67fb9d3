/**
 * Cholesky factorisation with complete pivoting of a positive semidefinite matrix, P'AP = L L', and
 * with it the numerical rank.
 *
 * Decision: pivots are compared relative to their own diagonal element, d_j / a_jj, and not to the
 * largest one as in the reference. The rank then does not depend on the units of the columns, which
 * for instruments (a ratio beside a calendar year) differ by many powers of ten.
 */
import { entry, get, getInt, set, setInt } from '../memory/layout';

/**
 * Reads the upper triangle of `a` (n x n, lda) and writes the factor to `l` (n x n, column-major,
 * rows in the original order): A = L L' with L n x rank, columns past the rank undefined. `pivots`
 * receives the pivoted positions; `work` needs 2 n doubles. Returns the rank.
 */
export function dpstrf(
  n: i32,
  a: usize,
  lda: i32,
  tolerance: f64,
  l: usize,
  pivots: usize,
  work: usize,
): i32 {
  const remaining = work;
  const row = work + (usize(n) << 3);
  for (let j = 0; j < n; ++j) {
    setInt(pivots, j, j);
    set(remaining, j, load<f64>(entry(a, lda, j, j)));
  }
  for (let k = 0; k < n; ++k) {
    const best = largestShare(k, n, a, lda, pivots, remaining);
    const position = getInt(pivots, best);
    const diagonal = load<f64>(entry(a, lda, position, position));
    if (!(get(remaining, position) > tolerance * diagonal)) return k;
    setInt(pivots, best, getInt(pivots, k));
    setInt(pivots, k, position);
    const root = sqrt<f64>(get(remaining, position));
    for (let j = 0; j < k; ++j) set(row, j, load<f64>(entry(l, n, position, j)));
    for (let i = 0; i < k; ++i) store<f64>(entry(l, n, getInt(pivots, i), k), 0);
    store<f64>(entry(l, n, position, k), root);
    for (let i = k + 1; i < n; ++i) {
      const other = getInt(pivots, i);
      let value = load<f64>(entry(a, lda, min(other, position), max(other, position)));
      for (let j = 0; j < k; ++j) value -= get(row, j) * load<f64>(entry(l, n, other, j));
      value /= root;
      store<f64>(entry(l, n, other, k), value);
      set(remaining, other, get(remaining, other) - value * value);
    }
  }
  return n;
}

/** Place of the pivot with the largest share of its diagonal element left; zero diagonals count 0. */
function largestShare(k: i32, n: i32, a: usize, lda: i32, pivots: usize, remaining: usize): i32 {
  let best = k;
  let bestShare: f64 = -1;
  for (let i = k; i < n; ++i) {
    const j = getInt(pivots, i);
    const diagonal = load<f64>(entry(a, lda, j, j));
    const share = diagonal > 0 ? get(remaining, j) / diagonal : 0;
    if (share > bestShare) {
      bestShare = share;
      best = i;
    }
  }
  return best;
}
