/** Chi-squared distribution with df degrees of freedom, 0 < df <= 1e10 and not necessarily whole; else NaN. */
import { DD, high, subtract, widen } from '../arithmetic/dd';
import { expToNumber, ln2, logOf } from '../arithmetic/dd-elementary';
import { usable } from './degrees';
import {
  halfWholeUpperGamma,
  isHalfWhole,
  logLowerGamma,
  logUpperGamma,
  lowerGammaQuantile,
  upperGammaQuantile,
} from './incomplete-gamma';

/** ln(x / 2). */
function logHalf(x: f64): DD {
  return subtract(logOf(x), ln2());
}

/** P(X <= x). */
export function chi2_cdf(x: f64, df: f64): f64 {
  if (!usable(df) || x !== x) return NaN;
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return expToNumber(logLowerGamma(df / 2, logHalf(x)));
}

/** P(X > x). */
export function chi2_sf(x: f64, df: f64): f64 {
  if (!usable(df) || x !== x) return NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  if (isHalfWhole(df / 2, x / 2)) return halfWholeUpperGamma(df / 2, widen(x / 2));
  return expToNumber(logUpperGamma(df / 2, logHalf(x)));
}

/** ln P(X > x), finite far beyond the point where `chi2_sf` is 0. */
export function chi2_log_sf(x: f64, df: f64): f64 {
  if (!usable(df) || x !== x) return NaN;
  if (x <= 0) return 0;
  if (x === Infinity) return -Infinity;
  return high(logUpperGamma(df / 2, logHalf(x)));
}

/** x with P(X <= x) = p; NaN for p outside [0, 1]. */
export function chi2_ppf(p: f64, df: f64): f64 {
  if (!usable(df) || !(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  return 2 * expToNumber(lowerGammaQuantile(df / 2, p));
}

/** x with P(X > x) = p; NaN for p outside [0, 1]. */
export function chi2_isf(p: f64, df: f64): f64 {
  if (!usable(df) || !(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return Infinity;
  if (p === 1) return 0;
  return 2 * expToNumber(upperGammaQuantile(df / 2, p));
}
