/**
 * Null distribution of the conditional likelihood ratio of Moreira (2003) with m coefficients, L instruments and rank
 * statistic r. AR is chi-squared with L degrees of freedom and K / AR independently beta with (m / 2, (L - m) / 2); the
 * ratio exceeds c where AR exceeds (r + c) / (1 + r s^2 / c), s^2 = K / AR, so
 *
 *   P(CLR > c) = mean of P(chi2(L) > (r + c) / (1 + r s^2 / c)) over s
 *
 * (Andrews, Moreira and Stock 2007, Journal of Econometrics 139, section 3, for m = 1). With s = 2t / (1 + t^2) the density
 * of s is a rational function of t, smooth on the whole of (0, 1), for Gauss's rule with 8 points on 8 parts.
 *
 * The tails are in plain doubles, within about c times 1e-16 of themselves: confidence sets take thousands of them.
 */
import { high, widen } from '../arithmetic/dd';
import { usable } from './degrees';
import { logGamma } from './gamma';
import { upperGamma } from './incomplete-gamma';

const PARTS: i32 = 8;

/** Positive nodes of Gauss's rule with 8 points on (-1, 1), which is symmetric. */
function node(i: i32): f64 {
  if (i == 0) return 0.1834346424956498;
  if (i == 1) return 0.525532409916329;
  return i == 2 ? 0.7966664774136267 : 0.9602898564975362;
}

/** Their weights. */
function nodeWeight(i: i32): f64 {
  if (i == 0) return 0.362683783378362;
  if (i == 1) return 0.3137066458778873;
  return i == 2 ? 0.22238103445337448 : 0.10122853629037626;
}

/** P(CLR > c) given r, for 1 <= m < L; NaN elsewhere. */
export function clr_sf(c: f64, r: f64, m: i32, instruments: i32): f64 {
  if (!usable(f64(instruments)) || m < 1 || m >= instruments || !(r >= 0) || c != c) return NaN;
  if (c <= 0) return 1;
  const a = 0.5 * f64(instruments);
  const logScale = high(logGamma(widen(a)));
  let sum: f64 = 0;
  let mass: f64 = 0;
  for (let point = 0; point < 8 * PARTS; ++point) {
    const i = (point >> 1) & 3;
    const sign: f64 = point & 1 ? 1 : -1;
    const t = (f64(2 * (point >> 3) + 1) + sign * node(i)) / f64(2 * PARTS);
    const size = 1 + t * t;
    const s = (2 * t) / size;
    const rest = ((1 - t) * (1 + t)) / size;
    const density = power(s, m - 1) * power(rest, instruments - m - 1);
    const weight = (nodeWeight(i) * density) / size;
    mass += weight;
    sum += weight * upperGamma(a, (0.5 * (r + c)) / (1 + (r * s * s) / c), logScale);
  }
  return sum / mass;
}

/** x^n for a whole n of at least 0, by repeated squaring. */
function power(x: f64, n: i32): f64 {
  let result: f64 = 1;
  for (let square = x; n > 0; n >>= 1) {
    if (n & 1) result *= square;
    square *= square;
  }
  return result;
}
