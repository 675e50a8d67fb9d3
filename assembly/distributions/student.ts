/**
 * Student's t distribution with df degrees of freedom, 0 < df <= 1e10 and not necessarily whole; else NaN.
 * An infinite df is allowed and gives the normal distribution.
 */
import { DD, high, scale, subtract } from '../arithmetic/dd';
import { expToNumber, ln2, logComplement, logOf } from '../arithmetic/dd-elementary';
import { usable } from './degrees';
import { betaQuantile, logLowerBeta } from './incomplete-beta';
import { normal_isf, normal_log_sf, normal_sf } from './normal';

/** ln P(T > t) for t > 0: half of I_x(df/2, 1/2) at the odds df / t^2. */
function logUpper(t: f64, df: f64): DD {
  const logOdds = subtract(logOf(df), scale(logOf(t), 2));
  return subtract(logLowerBeta(df / 2, 0.5, logOdds), ln2());
}

/** ln P(T > t) for finite t and df. */
function logTail(t: f64, df: f64): DD {
  if (t > 0) return logUpper(t, df);
  return t < 0 ? logComplement(logUpper(-t, df)) : logOf(0.5);
}

/** P(T <= t). */
export function t_cdf(t: f64, df: f64): f64 {
  return t_sf(-t, df);
}

/** P(T > t). */
export function t_sf(t: f64, df: f64): f64 {
  if (df === Infinity) return normal_sf(t);
  if (!usable(df) || t !== t) return NaN;
  if (abs<f64>(t) === Infinity) return t > 0 ? 0 : 1;
  return expToNumber(logTail(t, df));
}

/** ln P(T > t). */
export function t_log_sf(t: f64, df: f64): f64 {
  if (df === Infinity) return normal_log_sf(t);
  if (!usable(df) || t !== t) return NaN;
  if (abs<f64>(t) === Infinity) return t > 0 ? -Infinity : 0;
  return high(logTail(t, df));
}

/** t with P(T <= t) = p; NaN for p outside [0, 1]. */
export function t_ppf(p: f64, df: f64): f64 {
  return 0 - t_isf(p, df); // not -t_isf: the median is 0, not -0
}

/** t with P(T > t) = p; NaN for p outside [0, 1], infinity where t exceeds the range of doubles. */
export function t_isf(p: f64, df: f64): f64 {
  if (df === Infinity) return normal_isf(p);
  if (!usable(df) || !(p >= 0 && p <= 1)) return NaN;
  if (p > 0.5) return -t_isf(1 - p, df);
  if (p === 0) return Infinity;
  if (p === 0.5) return 0;
  const logOdds = betaQuantile(df / 2, 0.5, 2 * p);
  return expToNumber(scale(subtract(logOf(df), logOdds), 0.5));
}
