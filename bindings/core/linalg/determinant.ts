/** Determinants. */
import { call } from './call.js';
import { squareOf } from './definite.js';
import type { Layout, Matrix } from './matrix.js';

/**
 * The determinant, by elimination with row exchanges. The product of the pivots neither overflows nor vanishes on the
 * way: the result is infinite or 0 only if the determinant is, or is beyond doubles.
 *
 * @param a - n x n
 * @throws InputError `bad-value`, `shape-mismatch`, `non-finite-input`
 */
export function det(a: Matrix): number {
  const view = squareOf('det', 'a', a);
  let [fraction, exponent] = [1, 0];
  let pivots = pivotsOf(view, 1);
  if (!pivots.every(Number.isFinite)) {
    pivots = pivotsOf(view, 2 ** -SMALLER);
    exponent = view.rows * SMALLER;
  }
  for (const pivot of pivots) {
    if (pivot === 0) return 0;
    const [size, power] = scaled(pivot, exponent);
    [fraction, exponent] = scaled(fraction * size, power);
  }
  // 2^exponent alone may be beyond doubles where the product is not.
  const half = exponent >> 1;
  return fraction * powerOfTwo(half) * powerOfTwo(exponent - half);
}

/** A matrix whose elimination overflows is divided by 2 to this power. */
const SMALLER = 512;

/** The pivots of a matrix times `scale`, with the sign changed where rows were exchanged, up to the first that is 0. */
function pivotsOf(view: Layout, scale: number): Float64Array {
  const n = view.rows;
  return call('det', (memory) => {
    const lu = memory.put('a', view);
    const places = memory.allocInts(n);
    const numbers = memory.numbers();
    if (scale !== 1) for (let i = 0; i < n * n; i++) numbers[lu / 8 + i]! *= scale;
    const failing = memory.core.linalg_lu(n, lu, n, places);
    const rows = new Int32Array(n);
    memory.takeInts(places, rows);
    return new Float64Array(failing || n).map((_, k) => {
      const pivot = numbers[lu / 8 + k * (n + 1)]!;
      return rows[k] === k ? pivot : -pivot;
    });
  });
}

/** The same number with a fraction of size 1/2^64 to 2^64. */
function scaled(fraction: number, exponent: number): [number, number] {
  const [step, power] = [2 ** 64, 64];
  while (Math.abs(fraction) > step) {
    fraction /= step;
    exponent += power;
  }
  while (Math.abs(fraction) < 1 / step) {
    fraction *= step;
    exponent -= power;
  }
  return [fraction, exponent];
}

/** 2^n by squares, which are exact. */
function powerOfTwo(n: number): number {
  let [result, square] = [1, n < 0 ? 0.5 : 2];
  for (let left = Math.abs(n); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
