/**
 * Null distribution of the conditional likelihood ratio of Moreira (2003) with m coefficients, L instruments and rank
 * statistic r. AR is chi-squared with L degrees of freedom and K / AR independently beta with (m / 2, (L - m) / 2); the
 * ratio exceeds c where AR exceeds (r + c) / (1 + r s^2 / c), s^2 = K / AR, so
 *
 *   P(CLR > c) = mean of P(chi2(L) > (r + c) / (1 + r s^2 / c)) over s
 *
 * (Andrews, Moreira and Stock 2007, Journal of Econometrics 139, section 3, for m = 1). With s = 2t / (1 + t^2) the
 * density of s is a rational function of t, smooth on all of (0, 1), so Gauss's rule with 8 points on each of a few
 * intervals is accurate.
 *
 * Tails are in plain doubles, with relative errors of about 1e-16 c, because confidence sets take thousands of them.
 */
import { high } from '../arithmetic/dd';
import { logOf } from '../arithmetic/dd-elementary';
import { settled, stepped, within } from './bracket';
import { usable } from './degrees';
import { logScaleOf } from './gamma';
import { logUpperGamma, lowerGamma, upperGamma } from './incomplete-gamma';
import { gamma_quantile } from './quantiles';

const PARTS: i32 = 8;
const STEPS: i32 = 200;

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

/** What is averaged over s: tails, their logarithms relative to the first, or densities. */
const enum Part {
  Upper = 0,
  Lower = 1,
  Density = 2,
}

/** P(CLR > c) given r, for 1 <= m < L; NaN elsewhere. */
export function clr_sf(c: f64, r: f64, m: i32, instruments: i32): f64 {
  if (!valid(r, m, instruments) || c != c) return NaN;
  return c <= 0 ? 1 : average(Part.Upper, c, r, m, instruments, 0);
}

/** P(CLR <= c). */
export function clr_cdf(c: f64, r: f64, m: i32, instruments: i32): f64 {
  if (!valid(r, m, instruments) || c != c) return NaN;
  return c <= 0 ? 0 : average(Part.Lower, c, r, m, instruments, 0);
}

/** ln P(CLR > c), finite far beyond the point where `clr_sf` is 0. */
export function clr_log_sf(c: f64, r: f64, m: i32, instruments: i32): f64 {
  if (!valid(r, m, instruments) || c != c) return NaN;
  if (c <= 0) return 0;
  if (c === Infinity) return -Infinity;
  // The tail is at least that of chi-squared with m degrees of freedom and at most that with L.
  const shift = high(logUpperGamma(0.5 * f64(instruments), logOf(0.5 * c)));
  return shift + NativeMath.log(average(Part.Upper, c, r, m, instruments, shift));
}

/** The density at c. */
export function clr_pdf(c: f64, r: f64, m: i32, instruments: i32): f64 {
  if (!valid(r, m, instruments) || c != c) return NaN;
  return c <= 0 ? 0 : average(Part.Density, c, r, m, instruments, 0);
}

/** c with P(CLR > c) = p, or P(CLR <= c) = p for the lower tail: Newton's method between chi-squared quantiles. */
export function clr_quantile(p: f64, r: f64, m: i32, instruments: i32, upper: bool): f64 {
  if (!valid(r, m, instruments) || !(p >= 0 && p <= 1)) return NaN;
  if (p === 0 || p === 1) return (p === 0) == upper ? Infinity : 0;
  let low = gamma_quantile(p, 0.5 * f64(m), 2, upper);
  let top = gamma_quantile(p, 0.5 * f64(instruments), 2, upper);
  let c = within(NaN, low, top);
  for (let step = 0; step < STEPS; ++step) {
    const tail = average(upper ? Part.Upper : Part.Lower, c, r, m, instruments, 0);
    if (tail > p == upper) low = c;
    else top = c;
    // Newton's step on the logarithm of the tail, in ln c.
    const slope = average(Part.Density, c, r, m, instruments, 0) / tail;
    const gap = NativeMath.log(p / tail);
    const newton = stepped(c, (upper ? -gap : gap) / (slope * c));
    const before = c;
    c = within(newton, low, top);
    if (settled(c, before, newton, gap)) break;
  }
  return c;
}

function valid(r: f64, m: i32, instruments: i32): bool {
  return usable(f64(instruments)) && m >= 1 && m < instruments && r >= 0;
}

/** Up to this r / c the tail is smooth enough for parts of one width. */
const SMOOTH: f64 = 2;

/** The average of a part over s; tails are divided by e^shift. */
function average(part: i32, c: f64, r: f64, m: i32, instruments: i32, shift: f64): f64 {
  const logScale = high(logScaleOf(0.5 * f64(instruments))) + shift;
  let sum: f64 = 0;
  let mass: f64 = 0;
  if (r <= SMOOTH * c) {
    for (let point = 0; point < 8 * PARTS; ++point) {
      const t = (f64(2 * (point >> 3) + 1) + place(point)) / f64(2 * PARTS);
      const weight = weightAt(t, point, m, instruments);
      mass += weight;
      sum += weight * valueAt(part, t, c, r, instruments, logScale, shift);
    }
    return sum / mass;
  }
  // The tail changes within a few sqrt(c / r) of t = 0, so parts grow from there.
  let left: f64 = 0;
  let right = 0.15 * sqrt<f64>(c / r);
  for (; left < 1; right = min<f64>(1, right + min<f64>(0.35 * right, 1 / f64(PARTS)))) {
    for (let point = 0; point < 8; ++point) {
      const t = 0.5 * (left + right + place(point) * (right - left));
      const weight = weightAt(t, point, m, instruments) * (right - left);
      mass += weight;
      sum += weight * valueAt(part, t, c, r, instruments, logScale, shift);
    }
    left = right;
  }
  return sum / mass;
}

/** Node of a point on (-1, 1). */
function place(point: i32): f64 {
  const x = node((point >> 1) & 3);
  return point & 1 ? x : -x;
}

/** Weight of a node times the density of s. */
function weightAt(t: f64, point: i32, m: i32, instruments: i32): f64 {
  const size = 1 + t * t;
  const s = (2 * t) / size;
  const rest = ((1 - t) * (1 + t)) / size;
  const density = power(s, m - 1) * power(rest, instruments - m - 1);
  return (nodeWeight((point >> 1) & 3) * density) / size;
}

function valueAt(
  part: i32,
  t: f64,
  c: f64,
  r: f64,
  instruments: i32,
  logScale: f64,
  shift: f64,
): f64 {
  const a = 0.5 * f64(instruments);
  const s = (2 * t) / (1 + t * t);
  const spread = r * s * s;
  const x = (0.5 * (r + c)) / (1 + spread / c);
  if (part == Part.Upper) return upperPart(a, x, logScale, shift);
  if (part == Part.Lower) return lowerGamma(a, x, logScale);
  return densityPart(a, x, logScale) * growth(c, r, spread);
}

/** Q(a, x) over e^shift. */
function upperPart(a: f64, x: f64, logScale: f64, shift: f64): f64 {
  if (shift == 0 || x >= a + 1) return upperGamma(a, x, logScale);
  return upperGamma(a, x, logScale - shift) * NativeMath.exp(-shift);
}

/** The density of a chi-squared variable at 2 x. */
function densityPart(a: f64, x: f64, logScale: f64): f64 {
  return NativeMath.exp((a - 1) * NativeMath.log(x) - x - logScale) / 2;
}

/** The derivative of (r + c) / (1 + spread / c) by c. */
function growth(c: f64, r: f64, spread: f64): f64 {
  const whole = c + spread;
  return (r + 2 * c - (c / whole) * (r + c)) / whole;
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
