/** Determinants. */
import { finiteCopy } from './dense/copy.js';
import { squareOf } from './definite.js';
import type { Matrix } from './matrix.js';

/**
 * The determinant, by elimination with row exchanges. The product of the pivots neither overflows nor vanishes on the
 * way: the result is infinite or 0 only if the determinant is, or is beyond doubles.
 *
 * @param a - n x n
 * @throws InputError `bad-value`, `shape-mismatch`, `non-finite-input`
 */
export function det(a: Matrix): number {
  const view = squareOf('det', 'a', a);
  const n = view.rows;
  const lu = finiteCopy('det', view);
  let [fraction, exponent] = [1, 0];
  for (let k = 0; k < n; k++) {
    const pivot = eliminate(n, k, lu);
    if (pivot === 0) return 0;
    [fraction, exponent] = scaled(fraction * pivot, exponent);
  }
  // 2^exponent alone may be beyond doubles where the product is not.
  const half = exponent >> 1;
  return fraction * powerOfTwo(half) * powerOfTwo(exponent - half);
}

/** Subtracts row k, after exchanges, from those below it; returns the pivot, with its sign changed by an exchange. */
function eliminate(n: number, k: number, lu: Float64Array): number {
  const column = k * n;
  let best = k;
  for (let i = k + 1; i < n; i++) {
    if (Math.abs(lu[column + i]!) > Math.abs(lu[column + best]!)) best = i;
  }
  const pivot = lu[column + best]!;
  if (pivot === 0) return 0;
  lu[column + best] = lu[column + k]!;
  for (let i = k + 1; i < n; i++) lu[column + i]! /= pivot;
  for (let j = column + n; j < n * n; j += n) {
    const above = lu[j + best]!;
    lu[j + best] = lu[j + k]!;
    for (let i = k + 1; i < n; i++) lu[j + i]! -= above * lu[column + i]!;
  }
  return best === k ? pivot : -pivot;
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
