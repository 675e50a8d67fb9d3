/** Checks and exact scaling of matrices that come from outside, n x n or m x n and column-major without gaps. */
import { doubles, entry, get, set } from '../memory/layout';

/** Position of the first number that is NaN or infinite, or -1. */
export function linalg_nonfinite(n: i32, x: usize): i32 {
  let sum = f64x2.splat(0);
  const zero = f64x2.splat(0);
  const even = n & ~1;
  for (let i = 0; i < even; i += 2)
    sum = f64x2.add(sum, f64x2.mul(v128.load(x + doubles(i)), zero));
  const total = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
  const rest = even < n ? 0 * get(x, even) : 0;
  if (total + rest == 0) return -1;
  for (let i = 0; i < n; ++i) if (!(abs(get(x, i)) < Infinity)) return i;
  return -1;
}

/** Elements that differ by more than this share of the larger, or of their diagonal elements, are not symmetric. */
const SYMMETRY: f64 = 1e-10;

/** Position in the upper triangle of the first element that differs from its mirror image, or -1. */
export function linalg_asymmetric(n: i32, a: usize): i32 {
  for (let j = 0; j < n; ++j) {
    for (let i = 0; i < j; ++i) {
      const upper = load<f64>(entry(a, n, i, j));
      const lower = load<f64>(entry(a, n, j, i));
      if (upper == lower) continue;
      const diagonal =
        sqrt<f64>(abs(load<f64>(entry(a, n, i, i)))) * sqrt<f64>(abs(load<f64>(entry(a, n, j, j))));
      const size = max(max(abs(upper), abs(lower)), diagonal);
      if (abs(upper - lower) > SYMMETRY * size) return i + j * n;
    }
  }
  return -1;
}

/** Largest absolute value of n numbers that are `stride` apart. */
export function largestSize(n: i32, x: usize, stride: i32): f64 {
  let largest: f64 = 0;
  for (let i = 0; i < n; ++i) largest = max(largest, abs(get(x, i * stride)));
  return largest;
}

/** Multiplies n numbers that are `stride` apart. */
export function multiply(n: i32, by: f64, x: usize, stride: i32): void {
  if (by == 1) return;
  for (let i = 0; i < n; ++i) set(x, i * stride, by * get(x, i * stride));
}

/** Divides n numbers that are `stride` apart by a power of two, which is exact also where its inverse overflows. */
export function divide(n: i32, by: f64, x: usize, stride: i32): void {
  if (by == 1) return;
  for (let i = 0; i < n; ++i) set(x, i * stride, get(x, i * stride) / by);
}
