/** Scores of the rows of `z` (n x k, column-major) under `weights` (k). */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { clear, doubles, entry, get, getInt, set } from '../memory/layout';
import { daxpy } from '../blas/level1';
import { Status } from '../status';
import { largest, smallest } from './extremes';

/** out := Z w. */
export function index_average(n: i32, k: i32, z: usize, weights: usize, out: usize): void {
  clear(n, out);
  for (let j = 0; j < k; ++j) daxpy(n, get(weights, j), entry(z, n, 0, j), out);
}

/** out := prod z_j^w_j, for z that are not negative. */
export function index_geometric(n: i32, k: i32, z: usize, weights: usize, out: usize): void {
  clear(n, out);
  for (let j = 0; j < k; ++j) {
    const weight = get(weights, j);
    if (weight == 0) continue;
    const column = entry(z, n, 0, j);
    for (let i = 0; i < n; ++i) set(out, i, get(out, i) + weight * NativeMath.log(get(column, i)));
  }
  for (let i = 0; i < n; ++i) set(out, i, NativeMath.exp(get(out, i)));
}

/**
 * TOPSIS (Hwang and Yoon, 1981): with V = Z diag(w), the best and the worst value of each column in m reference rows,
 *
 *   out = D- / (D+ + D-),   D+ = ||v_i - best||,   D- = ||v_i - worst||
 *
 * `signs` (k, i32) is -1 where less is better.
 */
export function index_closeness(
  n: i32,
  k: i32,
  z: usize,
  m: i32,
  reference: usize,
  weights: usize,
  signs: usize,
  out: usize,
): Status {
  const scope = mark();
  const squares = alloc(doubles(n));
  if (exhausted()) return Status.OutOfMemory;
  clear(n, squares);
  clear(n, out);
  for (let j = 0; j < k; ++j) {
    const column = entry(z, n, 0, j);
    const more = getInt(signs, j) > 0;
    const low = smallest(m, entry(reference, m, 0, j));
    const high = largest(m, entry(reference, m, 0, j));
    addSquares(n, column, more ? high : low, get(weights, j), squares);
    addSquares(n, column, more ? low : high, get(weights, j), out);
  }
  for (let i = 0; i < n; ++i) {
    const worst = sqrt<f64>(get(out, i));
    set(out, i, worst / (sqrt<f64>(get(squares, i)) + worst));
  }
  release(scope);
  return Status.Ok;
}

/** sums := sums + (w (x - from))^2. */
function addSquares(n: i32, x: usize, from: f64, weight: f64, sums: usize): void {
  for (let i = 0; i < n; ++i) {
    const distance = weight * (get(x, i) - from);
    set(sums, i, get(sums, i) + distance * distance);
  }
}
