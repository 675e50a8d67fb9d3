/**
 * F distribution with df1 and df2 degrees of freedom, each in (0, 1e10] and not necessarily whole; else NaN.
 * An infinite df2 is allowed and gives chi-squared over df1.
 */
import { DD, add, high, subtract } from '../arithmetic/dd';
import { expToNumber, logOf } from '../arithmetic/dd-elementary';
import { usable } from './degrees';
import { betaQuantile, logLowerBeta } from './incomplete-beta';
import {
  logLowerGamma,
  logUpperGamma,
  lowerGammaQuantile,
  upperGammaQuantile,
} from './incomplete-gamma';

function valid(df1: f64, df2: f64): bool {
  return usable(df1) && (usable(df2) || df2 === Infinity);
}

/** ln(df1 / df2) for finite df2. */
function logRatio(df1: f64, df2: f64): DD {
  return subtract(logOf(df1), logOf(df2));
}

/** ln P(F <= x) for finite x > 0: I at the odds x df1 / df2. */
function logLower(x: f64, df1: f64, df2: f64): DD {
  if (df2 === Infinity) return logLowerGamma(df1 / 2, add(logOf(x), logOf(df1 / 2)));
  return logLowerBeta(df1 / 2, df2 / 2, add(logOf(x), logRatio(df1, df2)));
}

/** ln P(F > x) for finite x > 0. */
function logUpper(x: f64, df1: f64, df2: f64): DD {
  if (df2 === Infinity) return logUpperGamma(df1 / 2, add(logOf(x), logOf(df1 / 2)));
  return logLowerBeta(df2 / 2, df1 / 2, subtract(logRatio(df2, df1), logOf(x)));
}

/** P(F <= x). */
export function f_cdf(x: f64, df1: f64, df2: f64): f64 {
  if (!valid(df1, df2) || x !== x) return NaN;
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return expToNumber(logLower(x, df1, df2));
}

/** P(F > x). */
export function f_sf(x: f64, df1: f64, df2: f64): f64 {
  if (!valid(df1, df2) || x !== x) return NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return expToNumber(logUpper(x, df1, df2));
}

/** ln P(F > x), finite far beyond the point where `f_sf` is 0. */
export function f_log_sf(x: f64, df1: f64, df2: f64): f64 {
  if (!valid(df1, df2) || x !== x) return NaN;
  if (x <= 0) return 0;
  if (x === Infinity) return -Infinity;
  return high(logUpper(x, df1, df2));
}

/** x with P(F <= x) = p; NaN for p outside [0, 1], infinity where x exceeds the range of doubles. */
export function f_ppf(p: f64, df1: f64, df2: f64): f64 {
  if (!valid(df1, df2) || !(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  if (df2 === Infinity) {
    return expToNumber(subtract(lowerGammaQuantile(df1 / 2, p), logOf(df1 / 2)));
  }
  return expToNumber(subtract(betaQuantile(df1 / 2, df2 / 2, p), logRatio(df1, df2)));
}

/** x with P(F > x) = p; NaN for p outside [0, 1], infinity where x exceeds the range of doubles. */
export function f_isf(p: f64, df1: f64, df2: f64): f64 {
  if (!valid(df1, df2) || !(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return Infinity;
  if (p === 1) return 0;
  if (df2 === Infinity) {
    return expToNumber(subtract(upperGammaQuantile(df1 / 2, p), logOf(df1 / 2)));
  }
  return expToNumber(subtract(logRatio(df2, df1), betaQuantile(df2 / 2, df1 / 2, p)));
}
