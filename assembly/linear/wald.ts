/** Wald statistic of a block of coefficients being 0. */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, getInt, integers, set } from '../memory/layout';
import { dpstrf } from '../lapack/dpstrf';

/** A pivot below this share of its diagonal element counts as 0. */
const RANK_TOLERANCE: f64 = 1e-12;

/**
 * Returns b'V^-1 b for the first q of k coefficients. If their block of V is not positive definite or memory ends,
 * returns NaN and writes the rank to `rankAddress` (i32).
 */
export function waldFirst(q: i32, k: i32, params: usize, vcov: usize, rankAddress: usize): f64 {
  const scope = mark();
  const factor = alloc(doubles(q * q));
  const pivots = alloc(integers(q));
  const work = alloc(doubles(q * (q + 2)));
  if (exhausted()) return NaN;
  const rank = dpstrf(q, vcov, k, RANK_TOLERANCE, factor, pivots, work);
  store<i32>(rankAddress, rank);
  let total: f64 = rank < q ? NaN : 0;
  if (rank == q) {
    for (let p = 0; p < q; ++p) {
      const row = getInt(pivots, p);
      let rest = get(params, row);
      for (let j = 0; j < p; ++j) rest -= get(work, j) * load<f64>(entry(factor, q, row, j));
      set(work, p, rest / load<f64>(entry(factor, q, row, p)));
      total += get(work, p) * get(work, p);
    }
  }
  release(scope);
  return total;
}
