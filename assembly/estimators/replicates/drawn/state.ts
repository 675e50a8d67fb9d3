import { ROWS, Resample, extraOf, LEVELS } from '../rows';
import { Basis } from '../../iv/basis';
import { get, set } from '../../../memory/layout';
import { triangleEntry } from '../../../blas/panels';

/** Returns the small-sample factor of `covariance/rows/counts.ts` with k regressors; the clusters are the units drawn. */
export function smallFactor(pairs: Pairs, clustered: bool, k: i32): f64 {
  const sample = pairs.sample;
  const n = extra(pairs, ROWS);
  const left = n - f64(k);
  if (!clustered) return n / (left - absorbed(pairs));
  const units = f64(sample.resampling.nunits);
  const nested = sample.resampling.levels == 0 ? 0 : f64(i32(sample.means)) - 1;
  return (units / (units - 1)) * ((n - 1) / (left + nested));
}


@unmanaged
export class Pairs {
  sample: Resample;
  /** The resample: its triangle and moments. */
  basis: Basis;
  /** f64: G* and its factor, a triangle in panels, and reciprocals. */
  gram: usize;
  reciprocals: usize;
  /** f64: sums of the resample. */
  sums: usize;
  /** f64, k: distance from the estimate; k x k: T with N = T'T, as in `kclass.ts`. */
  params: usize;
  triangle: usize;
  kappa: f64;
}

/** Returns one of the resample's sums that follow its products. */
export function extra(pairs: Pairs, which: i32): f64 {
  return get(pairs.sums, extraOf(pairs.sample, which));
}

/** x := U_qq'^-1 x. */
export function whitenMoments(pairs: Pairs, x: usize): void {
  for (let i = 0; i < pairs.basis.q; ++i) {
    let rest = get(x, i);
    for (let l = 0; l < i; ++l) {
      rest -= load<f64>(triangleEntry(pairs.gram, l, i)) * get(x, l);
    }
    set(x, i, rest * get(pairs.reciprocals, i));
  }
}

/** triangle (in panels) += weight x x'. */
export function addSquare(n: i32, weight: f64, x: usize, triangle: usize): void {
  for (let j = 0; j < n; ++j) {
    const right = weight * get(x, j);
    for (let i = 0; i <= j; ++i) {
      const to = triangleEntry(triangle, i, j);
      store<f64>(to, load<f64>(to) + get(x, i) * right);
    }
  }
}

/** Returns the degrees of freedom of the absorbed effects in the resample. */
export function absorbed(pairs: Pairs): f64 {
  return extra(pairs, LEVELS) - f64(pairs.sample.means);
}
