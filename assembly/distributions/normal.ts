/** Standard normal distribution. Its square is chi-squared with one degree of freedom, and is computed so. */
import { DD, add, high, product, shift, subtract } from '../arithmetic/dd';
import { expToNumber, ln2, logComplement, logOf } from '../arithmetic/dd-elementary';
import {
  halfWholeUpperGamma,
  isHalfWhole,
  logUpperGamma,
  upperGammaQuantile,
} from './incomplete-gamma';

/** Beyond this ln P(Z > x) is -x^2 / 2 to the last digit. */
const FAR: f64 = 1e150;

/** ln P(Z > x) for x > 0: half of Q(1/2, x^2 / 2). */
function logUpper(x: f64): DD {
  const logHalfSquare = subtract(shift(logOf(x), 2), ln2());
  return subtract(logUpperGamma(0.5, logHalfSquare), ln2());
}

/** ln P(Z > x) for |x| <= FAR. */
function logTail(x: f64): DD {
  if (x > 0) return logUpper(x);
  return x < 0 ? logComplement(logUpper(-x)) : logOf(0.5);
}

/** P(Z <= x). */
export function normal_cdf(x: f64): f64 {
  return normal_sf(-x);
}

/** P(Z > x). */
export function normal_sf(x: f64): f64 {
  if (x !== x) return NaN;
  if (abs<f64>(x) > FAR) return x > 0 ? 0 : 1;
  const halfSquare = shift(product(x, x), 0.5);
  if (x > 0 && isHalfWhole(0.5, high(halfSquare))) {
    return 0.5 * halfWholeUpperGamma(0.5, halfSquare);
  }
  return expToNumber(logTail(x));
}

/** ln P(Z > x), finite up to x of about 1e154. */
export function normal_log_sf(x: f64): f64 {
  if (x !== x) return NaN;
  if (abs<f64>(x) > FAR) return x > 0 ? -0.5 * x * x : 0;
  return high(logTail(x));
}

/** x with P(Z <= x) = p; NaN for p outside [0, 1]. */
export function normal_ppf(p: f64): f64 {
  return 0 - normal_isf(p); // not -normal_isf: the median is 0, not -0
}

/** x with P(Z > x) = p; NaN for p outside [0, 1]. */
export function normal_isf(p: f64): f64 {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p > 0.5) return -normal_isf(1 - p);
  if (p === 0) return Infinity;
  if (p === 0.5) return 0;
  return expToNumber(logMagnitude(p));
}

/** ln x with P(Z > x) = p, 0 < p < 1/2. */
function logMagnitude(p: f64): DD {
  const logHalfSquare = upperGammaQuantile(0.5, 2 * p);
  return shift(add(logHalfSquare, ln2()), 0.5);
}
