/**
 * Columns in doubled precision: element i is high[i] + low[i], about 106 bits. Iterative refinement uses these kernels,
 * because its residuals must be accurate although their terms cancel.
 *
 * Two rows share the lanes of a v128. A product is split after Dekker (1971), a sum corrected after Knuth, and the
 * errors are summed in plain doubles. The result is as if computed in twice the working precision and rounded once
 * (Ogita, Rump and Oishi 2005). Lengths are even, with a row of padding if necessary; elements stay below 1e290 in
 * size.
 */
import { addressOf, get, set } from '../memory/layout';
import { DD, add, high, low, pair } from '../arithmetic/dd';

/** 2^27 + 1. */
const SPLITTER: f64 = 134217729;

/** The upper half of the digits of both lanes. */
// @ts-ignore: decorator
@inline
function upperHalf(x: v128): v128 {
  const scaled = f64x2.mul(f64x2.splat(SPLITTER), x);
  return f64x2.sub(scaled, f64x2.sub(scaled, x));
}

/** Returns the rounding error of product = x y, given the upper halves of x and y. */
// @ts-ignore: decorator
@inline
function productError(product: v128, x: v128, xUpper: v128, y: v128, yUpper: v128): v128 {
  const xLower = f64x2.sub(x, xUpper);
  const yLower = f64x2.sub(y, yUpper);
  const first = f64x2.sub(f64x2.mul(xUpper, yUpper), product);
  const second = f64x2.add(first, f64x2.mul(xUpper, yLower));
  const third = f64x2.add(second, f64x2.mul(xLower, yUpper));
  return f64x2.add(third, f64x2.mul(xLower, yLower));
}

/** Returns the rounding error of total = x + y. */
// @ts-ignore: decorator
@inline
function sumError(total: v128, x: v128, y: v128): v128 {
  const shadow = f64x2.sub(total, x);
  return f64x2.add(f64x2.sub(x, f64x2.sub(total, shadow)), f64x2.sub(y, shadow));
}

/** (yHigh, yLow) -= b (x + xLow) for n rows; xLow may be 0. */
export function subtractMultiple(
  n: i32,
  b: DD,
  x: usize,
  xLow: usize,
  yHigh: usize,
  yLow: usize,
): void {
  const factor = f64x2.neg(f64x2.splat(high(b)));
  const factorLow = f64x2.neg(f64x2.splat(low(b)));
  const factorUpper = upperHalf(factor);
  for (let i = 0; i < n; i += 2) {
    const element = v128.load(addressOf(x, i));
    const product = f64x2.mul(element, factor);
    let error = productError(product, element, upperHalf(element), factor, factorUpper);
    error = f64x2.add(error, f64x2.mul(element, factorLow));
    if (xLow) error = f64x2.add(error, f64x2.mul(v128.load(addressOf(xLow, i)), factor));
    const before = v128.load(addressOf(yHigh, i));
    const after = f64x2.add(before, product);
    error = f64x2.add(error, sumError(after, before, product));
    v128.store(addressOf(yHigh, i), after);
    v128.store(addressOf(yLow, i), f64x2.add(v128.load(addressOf(yLow, i)), error));
  }
}

/** (x + xLow)'(yHigh + yLow) over n rows; xLow may be 0. */
export function dotDoubled(n: i32, x: usize, xLow: usize, yHigh: usize, yLow: usize): DD {
  let sum = f64x2.splat(0);
  let errors = f64x2.splat(0);
  for (let i = 0; i < n; i += 2) {
    const element = v128.load(addressOf(x, i));
    const other = v128.load(addressOf(yHigh, i));
    const product = f64x2.mul(element, other);
    let error = productError(product, element, upperHalf(element), other, upperHalf(other));
    error = f64x2.add(error, f64x2.mul(element, v128.load(addressOf(yLow, i))));
    if (xLow) error = f64x2.add(error, f64x2.mul(v128.load(addressOf(xLow, i)), other));
    const total = f64x2.add(sum, product);
    errors = f64x2.add(errors, f64x2.add(error, sumError(total, sum, product)));
    sum = total;
  }
  return add(
    pair(f64x2.extract_lane(sum, 0), f64x2.extract_lane(errors, 0)),
    pair(f64x2.extract_lane(sum, 1), f64x2.extract_lane(errors, 1)),
  );
}

/** Makes xHigh the double nearest to the element and xLow the rest, for n rows. */
export function normalize(n: i32, xHigh: usize, xLow: usize): void {
  for (let i = 0; i < n; i += 2) {
    const before = v128.load(addressOf(xHigh, i));
    const rest = v128.load(addressOf(xLow, i));
    const total = f64x2.add(before, rest);
    v128.store(addressOf(xHigh, i), total);
    v128.store(addressOf(xLow, i), sumError(total, before, rest));
  }
}

/** (xHigh, xLow) /= d for n rows, normalized. */
export function divideBy(n: i32, d: f64, xHigh: usize, xLow: usize): void {
  const divisor = f64x2.splat(d);
  const divisorUpper = upperHalf(divisor);
  for (let i = 0; i < n; i += 2) {
    const element = v128.load(addressOf(xHigh, i));
    const quotient = f64x2.div(element, divisor);
    const back = f64x2.mul(quotient, divisor);
    const error = productError(back, quotient, upperHalf(quotient), divisor, divisorUpper);
    const rest = f64x2.add(
      f64x2.sub(f64x2.sub(element, back), error),
      v128.load(addressOf(xLow, i)),
    );
    v128.store(addressOf(xHigh, i), quotient);
    v128.store(addressOf(xLow, i), f64x2.div(rest, divisor));
  }
  normalize(n, xHigh, xLow);
}

/** Element i. */
// @ts-ignore: decorator
@inline
export function doubled(xHigh: usize, xLow: usize, i: i32): DD {
  return pair(get(xHigh, i), get(xLow, i));
}

/** Stores element i. */
// @ts-ignore: decorator
@inline
export function setDoubled(xHigh: usize, xLow: usize, i: i32, value: DD): void {
  set(xHigh, i, high(value));
  set(xLow, i, low(value));
}
