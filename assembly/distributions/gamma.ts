/**
 * Logarithms of the gamma and beta functions in double-double, absolute error about 1e-17.
 *
 * Decision: exact cancellation in double-double rather than Loader's saddle-point form (2000) of each
 * density, because one pair of functions then serves every distribution at every size.
 */
import { DD, add, high, low, multiply, pair, subtract, sum, widen } from '../arithmetic/dd';
import { log } from '../arithmetic/dd-elementary';

/** Stirling's remainder ln Gamma(z) - (z - 1/2) ln z + z - ln(2 pi) / 2, z >= 12 (Abramowitz and Stegun 6.1.41). */
function stirlingRemainder(z: f64): f64 {
  const w = 1 / (z * z);
  let s: f64 = 1.0 / 156;
  s = s * w - 691.0 / 360360;
  s = s * w + 1.0 / 1188;
  s = s * w - 1.0 / 1680;
  s = s * w + 1.0 / 1260;
  s = s * w - 1.0 / 360;
  return (s * w + 1.0 / 12) / z;
}

/** ln Gamma(z) for z > 0. */
export function logGamma(z: DD): DD {
  let shifted = z;
  let factor = widen(1); // Gamma(shifted) = factor * Gamma(z)
  while (high(shifted) < 12) {
    factor = multiply(factor, shifted);
    shifted = add(shifted, widen(1));
  }
  const halfLog2Pi = pair(0.9189385332046728, -3.8782941580672414e-17);
  const power = multiply(subtract(shifted, widen(0.5)), log(shifted));
  const constant = add(halfLog2Pi, widen(stirlingRemainder(high(shifted))));
  const value = add(subtract(power, shifted), constant);
  return high(z) >= 12 ? value : subtract(value, log(factor));
}

/**
 * The last shape whose ln Gamma was computed, and the two words of the result. For normal tails a fit needs only one
 * shape.
 */
let lastShape: f64 = NaN;
let lastHigh: f64 = NaN;
let lastLow: f64 = NaN;

/** ln Gamma(a), kept for the next call. */
export function logScaleOf(a: f64): DD {
  if (a === lastShape) return pair(lastHigh, lastLow);
  const logScale = logGamma(widen(a));
  lastShape = a;
  lastHigh = high(logScale);
  lastLow = low(logScale);
  return logScale;
}

/** ln B(a, b) for a >= b > 0; for Student's t, b is 1/2. */
export function logBeta(a: f64, b: f64): DD {
  return subtract(add(logGamma(widen(a)), logScaleOf(b)), logGamma(sum(a, b)));
}
