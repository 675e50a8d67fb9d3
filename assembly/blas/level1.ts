/** Vector operations with the reference names and argument order; strides are counted in elements. */
import { multiplyAdd } from '../arithmetic/multiply-add';
import { addressOf, get, set, setFour } from '../memory/layout';

/** x'y for contiguous vectors: two f64x2 accumulators over blocks of 4, then the rest. */
export function ddot(n: i32, x: usize, y: usize): f64 {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    s0 = multiplyAdd(v128.load(addressOf(x, i)), v128.load(addressOf(y, i)), s0);
    s1 = multiplyAdd(v128.load(addressOf(x, i), 16), v128.load(addressOf(y, i), 16), s1);
  }
  s0 = f64x2.add(s0, s1);
  let sum = f64x2.extract_lane(s0, 0) + f64x2.extract_lane(s0, 1);
  for (; i < n; ++i) sum += get(x, i) * get(y, i);
  return sum;
}

/** y := alpha x + y for contiguous vectors. */
export function daxpy(n: i32, alpha: f64, x: usize, y: usize): void {
  const a = f64x2.splat(alpha);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const from = addressOf(x, i);
    const to = addressOf(y, i);
    const left = multiplyAdd(a, v128.load(from), v128.load(to));
    setFour(to, left, multiplyAdd(a, v128.load(from, 16), v128.load(to, 16)));
  }
  if (i + 2 <= n) {
    const to = addressOf(y, i);
    v128.store(to, multiplyAdd(a, v128.load(addressOf(x, i)), v128.load(to)));
    i += 2;
  }
  if (i < n) set(y, i, get(y, i) + alpha * get(x, i));
}

/** x := alpha x for a contiguous vector. */
export function dscal(n: i32, alpha: f64, x: usize): void {
  for (let i = 0; i < n; ++i) set(x, i, alpha * get(x, i));
}

/**
 * Euclidean norm of a contiguous vector, scaled by its largest element only if the plain sum of squares would overflow
 * or underflow.
 */
export function dnrm2(n: i32, x: usize): f64 {
  const plain = ddot(n, x, x);
  if (plain > 1e-280 && plain < 1e280) return sqrt<f64>(plain);
  let largest: f64 = 0;
  for (let i = 0; i < n; ++i) largest = max(largest, abs(get(x, i)));
  if (largest == 0 || largest != largest || largest == Infinity) return largest;
  let sum: f64 = 0;
  for (let i = 0; i < n; ++i) {
    const scaled = get(x, i) / largest;
    sum += scaled * scaled;
  }
  return largest * sqrt<f64>(sum);
}
