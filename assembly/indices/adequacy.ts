/**
 * Measures whether columns are correlated enough to be summarised, from the triangle T of their scaled columns Z = Q T,
 * so that the correlations are R = T'T / (n - 1) and R^-1 = (n - 1) T^-1 T^-T:
 *
 *   KMO_j   = sum_l r_jl^2 / (sum_l r_jl^2 + sum_l q_jl^2),   q_jl = -s_jl / sqrt(s_jj s_ll),   S = R^-1   (Kaiser, 1970)
 *   ln det R = sum_j ln (t_jj^2 / (n - 1)), for Bartlett's (1950) test of sphericity
 */
import { allocZeroed, exhausted, mark, release } from '../memory/arena';
import { clear, doubles, entry, get, set } from '../memory/layout';
import { ddot } from '../blas/level1';
import { Status } from '../status';
import { triangleOf } from './components';

/** A pivot counts as zero below this share of the length of its column. */
const DEPENDENT: f64 = 1e-13;

/**
 * `z` (n x k) are scaled columns of `index_components`. `out` (k + 2) receives KMO of each column, KMO of all, and
 * ln det R. RankDeficient if a column depends on earlier ones.
 */
export function index_adequacy(n: i32, k: i32, z: usize, out: usize): Status {
  const scope = mark();
  const triangle = allocZeroed(doubles(k * k));
  const inverse = allocZeroed(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  const status = triangleOf(n, k, z, triangle, k);
  if (status != Status.Ok) return status;
  let determinant: f64 = 0;
  for (let j = 0; j < k; ++j) {
    const pivot = load<f64>(entry(triangle, k, j, j));
    const column = entry(triangle, k, 0, j);
    if (!(pivot * pivot > DEPENDENT * ddot(j + 1, column, column))) return Status.RankDeficient;
    determinant += NativeMath.log((pivot * pivot) / f64(n - 1));
  }
  set(out, k + 1, determinant);
  invertTransposed(k, triangle, inverse);
  measure(k, triangle, inverse, out);
  release(scope);
  return Status.Ok;
}

/** inverse := T^-T, lower, column by column: T' y = e_j. */
function invertTransposed(k: i32, triangle: usize, inverse: usize): void {
  for (let j = 0; j < k; ++j) {
    const column = entry(inverse, k, 0, j);
    set(column, j, 1);
    for (let i = j; i < k; ++i) {
      const above = entry(triangle, k, 0, i);
      const known = ddot(i - j, entry(triangle, k, j, i), entry(inverse, k, j, j));
      set(column, i, (get(column, i) - known) / get(above, i));
    }
  }
}

/** KMO of each column and of all, from the columns of T and of T^-T. */
function measure(k: i32, triangle: usize, inverse: usize, out: usize): void {
  let correlations: f64 = 0;
  let partials: f64 = 0;
  clear(k, out);
  for (let j = 0; j < k; ++j) {
    let ofColumn: f64 = 0;
    let partialOfColumn: f64 = 0;
    for (let l = 0; l < k; ++l) {
      if (l == j) continue;
      ofColumn += cosineSquared(k, entry(triangle, k, 0, j), entry(triangle, k, 0, l));
      partialOfColumn += cosineSquared(k, entry(inverse, k, 0, j), entry(inverse, k, 0, l));
    }
    set(out, j, ofColumn / (ofColumn + partialOfColumn));
    correlations += ofColumn;
    partials += partialOfColumn;
  }
  set(out, k, correlations / (correlations + partials));
}

/** (x'y)^2 / (x'x y'y). */
function cosineSquared(k: i32, x: usize, y: usize): f64 {
  const xy = ddot(k, x, y);
  return (xy * xy) / (ddot(k, x, x) * ddot(k, y, y));
}
