/**
 * Indicators on one scale and in one direction. `x` is n x k, column-major; each rule takes its origin a and range r
 * from m reference rows:
 *
 *   min-max   z = (x - min) / (max - min), or (max - x) / (max - min) where less is better
 *   z-score   z = +-(x - mean) / sd, with divisor m - 1
 *   vector    z = x / sqrt(sum x^2), without a direction
 *   target    z = x / target, or target / x where less is better
 */
import { Normalisation } from '../codes';
import { entry, get, getInt, set } from '../memory/layout';
import { dnrm2 } from '../blas/level1';
import { meanOf, squaresAbout } from '../panel/variation';
import { largest, smallest } from './extremes';

/** `signs` (k, i32) is -1 where less is better; `targets` (k) may be 0 for other rules; `out` is n x k. */
export function index_normalise(
  n: i32,
  k: i32,
  x: usize,
  m: i32,
  reference: usize,
  rule: i32,
  signs: usize,
  targets: usize,
  out: usize,
): void {
  for (let j = 0; j < k; ++j) {
    const rows = entry(reference, m, 0, j);
    const column = entry(x, n, 0, j);
    const to = entry(out, n, 0, j);
    const more = getInt(signs, j) > 0;
    if (rule == Normalisation.Target) toTarget(n, column, get(targets, j), more, to);
    else if (rule == Normalisation.MinMax) {
      const low = smallest(m, rows);
      const high = largest(m, rows);
      shiftAndScale(n, column, more ? low : high, more ? high - low : low - high, to);
    } else if (rule == Normalisation.ZScore) {
      const mean = meanOf(m, rows, 0);
      const deviation = sqrt<f64>(squaresAbout(m, rows, 0, mean) / f64(m - 1));
      shiftAndScale(n, column, mean, more ? deviation : -deviation, to);
    } else shiftAndScale(n, column, 0, dnrm2(m, rows), to);
  }
}

/** out := (x - origin) / range; the sum turns -0 into 0. */
function shiftAndScale(n: i32, x: usize, origin: f64, range: f64, out: usize): void {
  for (let i = 0; i < n; ++i) set(out, i, (get(x, i) - origin) / range + 0);
}

function toTarget(n: i32, x: usize, target: f64, more: bool, out: usize): void {
  for (let i = 0; i < n; ++i) set(out, i, more ? get(x, i) / target : target / get(x, i));
}
