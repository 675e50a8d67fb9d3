/** Densities, and the tails of gamma and beta. Shapes are in (0, 1e10]; else NaN. A logarithm is in double-double. */
import { DD, add, high, pair, product, shift, subtract, sum } from '../arithmetic/dd';
import { exp, expToNumber, log, logOf } from '../arithmetic/dd-elementary';
import { usable } from './degrees';
import { logScaleOf } from './gamma';
import { logBetaScale, logDensity as logBetaDensity, logLowerBeta } from './incomplete-beta';
import { logDensity, logLowerGamma, logUpperGamma } from './incomplete-gamma';

/** e^(-x^2 / 2) / sqrt(2 pi). */
export function normal_pdf(x: f64): f64 {
  if (x !== x) return NaN;
  if (abs<f64>(x) > 40) return 0;
  const halfLog2Pi = pair(0.9189385332046728, -3.8782941580672414e-17);
  return expToNumber(f64x2.neg(add(shift(product(x, x), 0.5), halfLog2Pi)));
}

/** The density of t with df degrees of freedom. */
export function t_pdf(t: f64, df: f64): f64 {
  if (df === Infinity) return normal_pdf(t);
  if (!usable(df) || t !== t) return NaN;
  const size = abs<f64>(t);
  if (size === Infinity) return 0;
  const logScale = logBetaScale(0.5 * df, 0.5);
  if (size < 1e-150) return expToNumber(f64x2.neg(add(logScale, shift(logOf(df), 0.5))));
  const logSize = logOf(size);
  const logOdds = subtract(logOf(df), shift(logSize, 2));
  return expToNumber(subtract(logBetaDensity(0.5 * df, 0.5, logOdds, logScale), logSize));
}

/** The density of gamma with a shape and a scale at x; infinite at 0 for shapes below 1. */
export function gamma_pdf(x: f64, shape: f64, size: f64): f64 {
  if (!usable(shape) || x !== x) return NaN;
  if (x < 0 || x === Infinity) return 0;
  if (x === 0) return shape < 1 ? Infinity : shape === 1 ? 1 / size : 0;
  const logX = subtract(logOf(x), logOf(size));
  if (high(logX) > 709) return 0;
  const density = logDensity(shape, logX, exp(logX), logScaleOf(shape));
  return expToNumber(subtract(density, logOf(x)));
}

/** The density of F. */
export function f_pdf(x: f64, df1: f64, df2: f64): f64 {
  if (df2 === Infinity) return gamma_pdf(x, 0.5 * df1, 2 / df1);
  if (!usable(df1) || !usable(df2) || x !== x) return NaN;
  if (x < 0 || x === Infinity) return 0;
  if (x === 0) return df1 < 2 ? Infinity : df1 === 2 ? 1 : 0;
  const logX = logOf(x);
  const logOdds = add(logX, subtract(logOf(df1), logOf(df2)));
  const logScale = logBetaScale(0.5 * df1, 0.5 * df2);
  return expToNumber(subtract(logBetaDensity(0.5 * df1, 0.5 * df2, logOdds, logScale), logX));
}

/** The density of beta at x. */
export function beta_pdf(x: f64, a: f64, b: f64): f64 {
  if (!usable(a) || !usable(b) || x !== x) return NaN;
  if (x < 0 || x > 1) return 0;
  if (x === 0) return a < 1 ? Infinity : a === 1 ? b : 0;
  if (x === 1) return b < 1 ? Infinity : b === 1 ? a : 0;
  const logX = logOf(x);
  const logY = log(sum(1, -x));
  const density = logBetaDensity(a, b, subtract(logX, logY), logBetaScale(a, b));
  return expToNumber(subtract(density, add(logX, logY)));
}

/** ln P(X <= x), or ln P(X > x) for the upper tail, of beta at 0 < x < 1. */
function logBetaTail(x: f64, a: f64, b: f64, upper: bool): DD {
  const logOdds = subtract(logOf(x), log(sum(1, -x)));
  return upper ? logLowerBeta(b, a, f64x2.neg(logOdds)) : logLowerBeta(a, b, logOdds);
}

/** P(X <= x), or P(X > x) for the upper tail, of beta with shapes a and b. */
export function beta_tail(x: f64, a: f64, b: f64, upper: bool): f64 {
  if (!usable(a) || !usable(b) || x !== x) return NaN;
  if (x <= 0) return upper ? 1 : 0;
  if (x >= 1) return upper ? 0 : 1;
  return expToNumber(logBetaTail(x, a, b, upper));
}

/** ln P(X > x) of beta. */
export function beta_log_sf(x: f64, a: f64, b: f64): f64 {
  if (!usable(a) || !usable(b) || x !== x) return NaN;
  if (x <= 0) return 0;
  if (x >= 1) return -Infinity;
  return high(logBetaTail(x, a, b, true));
}

/** ln P(X <= x), or ln P(X > x) for the upper tail, of gamma at 0 < x < infinity. */
function logGammaTail(x: f64, shape: f64, size: f64, upper: bool): DD {
  const logX = subtract(logOf(x), logOf(size));
  return upper ? logUpperGamma(shape, logX) : logLowerGamma(shape, logX);
}

/** P(X <= x), or P(X > x) for the upper tail, of gamma with a shape and a scale. */
export function gamma_tail(x: f64, shape: f64, size: f64, upper: bool): f64 {
  if (!usable(shape) || x !== x) return NaN;
  if (x <= 0) return upper ? 1 : 0;
  if (x === Infinity) return upper ? 0 : 1;
  return expToNumber(logGammaTail(x, shape, size, upper));
}

/** ln P(X > x) of gamma. */
export function gamma_log_sf(x: f64, shape: f64, size: f64): f64 {
  if (!usable(shape) || x !== x) return NaN;
  if (x <= 0) return 0;
  if (x === Infinity) return -Infinity;
  return high(logGammaTail(x, shape, size, true));
}
