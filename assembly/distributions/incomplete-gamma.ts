/**
 * Regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x), as logarithms.
 *
 * A tail is the density x^a e^-x / Gamma(a) times a factor of moderate size. The density's logarithm is
 * kept in double-double; the factor is a series of positive terms below the mean and a continued
 * fraction above it (Gil, Segura and Temme 2012 survey both; DLMF 8.7.1 and the even part of 8.9.2).
 *
 * The argument is given as logX = ln x, so that an x beyond the range of doubles has its tail too.
 */
import {
  DD,
  add,
  divide,
  high,
  low,
  multiply,
  pair,
  scale,
  squareRoot,
  subtract,
  widen,
} from '../arithmetic/dd';
import { exp, expToNumber, log, logComplement, logOf } from '../arithmetic/dd-elementary';
import { logScaleOf } from './gamma';

const MAX_TERMS: f64 = 1048576;
const MAX_STEPS = 100;

/** ln of x^a e^-x / Gamma(a), the density of ln X; logScale = ln Gamma(a). */
export function logDensity(a: f64, logX: DD, x: DD, logScale: DD): DD {
  return subtract(subtract(scale(logX, a), x), logScale);
}

/** The share of a sum below which terms of the series and of the fraction are left out. */
export const SERIES_SHARE: f64 = 1e-19;
export const FRACTION_SHARE: f64 = 1e-17;

/** P(a, x) over density / a: 1 + x/(a+1) + x^2/((a+1)(a+2)) + ... */
export function lowerSeries(a: f64, x: f64, share: f64): f64 {
  let term: f64 = 1;
  let total: f64 = 1;
  for (let n: f64 = 1; n < MAX_TERMS; ++n) {
    term *= x / (a + n);
    total += term;
    if (term < share * total) return total;
  }
  return NaN;
}

/**
 * Density over Q(a, x), excess = x - a, by Steed's summation of the continued fraction
 *
 *   b_0 + a_1/(b_1 + a_2/(b_2 + ...)),   a_m = m (a - m),   b_m = excess + 1 + 2 m
 *
 * There is one division per term, and no more terms than needed. Sums of 16 and then 32 terms from the last one took
 * three times as long.
 */
export function upperFactor(a: f64, excess: f64, share: f64): f64 {
  let b = excess + 1;
  let total = b;
  let reciprocal: f64 = 0;
  let term: f64 = 0;
  for (let m: f64 = 1; m < MAX_TERMS; ++m) {
    const numerator = m * (a - m);
    b += 2;
    reciprocal = 1 / (b + numerator * reciprocal);
    term = m == 1 ? numerator * reciprocal : term * (b * reciprocal - 1);
    total += term;
    if (abs<f64>(term) <= share * total) return total;
  }
  return NaN;
}

function belowMean(a: f64, logX: DD): bool {
  return NativeMath.exp(high(logX)) < a + 1;
}

function directLower(a: f64, logX: DD, logScale: DD): DD {
  const x = exp(logX);
  const factor = lowerSeries(a, high(x), SERIES_SHARE);
  return add(logDensity(a, logX, x, logScale), log(divide(widen(factor), widen(a))));
}

function directUpper(a: f64, logX: DD, logScale: DD): DD {
  if (high(logX) > 709) return widen(-Infinity);
  const x = exp(logX);
  return subtract(
    logDensity(a, logX, x, logScale),
    logOf(upperFactor(a, high(subtract(x, widen(a))), FRACTION_SHARE)),
  );
}

function lowerTail(a: f64, logX: DD, logScale: DD): DD {
  if (belowMean(a, logX)) return directLower(a, logX, logScale);
  return logComplement(directUpper(a, logX, logScale));
}

function upperTail(a: f64, logX: DD, logScale: DD): DD {
  if (belowMean(a, logX)) return logComplement(directLower(a, logX, logScale));
  return directUpper(a, logX, logScale);
}

/** Q(a, x) in plain doubles for a > 0, x > 0 and logScale = ln Gamma(a): relative error about x times 1e-16. */
export function upperGamma(a: f64, x: f64, logScale: f64): f64 {
  const density = NativeMath.exp(a * NativeMath.log(x) - x - logScale);
  if (x < a + 1) return 1 - (density * lowerSeries(a, x, SERIES_SHARE)) / a;
  return density / upperFactor(a, x - a, FRACTION_SHARE);
}

/** P(a, x) as `upperGamma`. */
export function lowerGamma(a: f64, x: f64, logScale: f64): f64 {
  const density = NativeMath.exp(a * NativeMath.log(x) - x - logScale);
  return x < a + 1
    ? (density * lowerSeries(a, x, SERIES_SHARE)) / a
    : 1 - density / upperFactor(a, x - a, FRACTION_SHARE);
}

/** Limits of `isHalfWhole`: within them x^a, Gamma(a) and e^-x are far from the ends of the range of doubles. */
const MAX_SHAPE: f64 = 50;
const MAX_ARGUMENT: f64 = 600;
const MIN_ARGUMENT: f64 = 1e-280;

/** True for a = 1/2, 1, 3/2, ... and arguments for which `halfWholeUpperGamma` is valid. */
export function isHalfWhole(a: f64, x: f64): bool {
  const moderate = a <= MAX_SHAPE && x >= MIN_ARGUMENT && x <= MAX_ARGUMENT;
  return moderate && nearest<f64>(2 * a) === 2 * a;
}

/**
 * Q(a, x), with x^a / Gamma(a) multiplied up from x or sqrt(x / pi), so that e^-x is the only transcendental function:
 * a third to a fifth of the time of `logUpperGamma`.
 */
export function halfWholeUpperGamma(a: f64, x: DD): f64 {
  const whole = nearest<f64>(a) === a;
  let shape: f64 = whole ? 1 : 0.5;
  let power = whole ? x : squareRoot(x);
  let gamma = whole ? widen(1) : pair(1.772453850905516, -7.666586499825799e-17); // sqrt(pi)
  for (; shape < a; ++shape) {
    power = multiply(power, x);
    gamma = scale(gamma, shape);
  }
  const decay = NativeMath.exp(-high(x)) * (1 - low(x));
  const density = divide(scale(power, decay), gamma);
  if (high(x) >= a + 1) {
    return high(
      divide(density, widen(upperFactor(a, high(subtract(x, widen(a))), FRACTION_SHARE))),
    );
  }
  return high(
    subtract(widen(1), divide(scale(density, lowerSeries(a, high(x), SERIES_SHARE)), widen(a))),
  );
}

/** ln P(a, e^logX), a > 0. */
export function logLowerGamma(a: f64, logX: DD): DD {
  return lowerTail(a, logX, logScaleOf(a));
}

/** ln Q(a, e^logX), a > 0. */
export function logUpperGamma(a: f64, logX: DD): DD {
  return upperTail(a, logX, logScaleOf(a));
}

/**
 * ln x with P(a, x) = p, 0 < p < 1.
 *
 * Both tails are log-concave in ln x, so Newton's method on the logarithm of the smaller tail moves
 * towards the root from one side and never past it: from the left asymptote a ln x - ln(a Gamma(a)) for
 * P, from the bound a + sqrt(2 a s) + s, s = -ln q, of a sub-gamma variable for Q (Boucheron, Lugosi and
 * Massart 2013, section 2.4).
 */
export function lowerGammaQuantile(a: f64, p: f64): DD {
  if (p > 0.5) return upperGammaQuantile(a, 1 - p);
  const target = logOf(p);
  const logScale = logScaleOf(a);
  let logX = divide(add(target, add(logOf(a), logScale)), widen(a));
  for (let step = 0; step < MAX_STEPS; ++step) {
    const value = lowerTail(a, logX, logScale);
    const gap = high(subtract(target, value));
    const slope = expToNumber(subtract(logDensity(a, logX, exp(logX), logScale), value));
    logX = add(logX, widen(gap / slope));
    if (abs<f64>(gap) < 1e-10) return logX;
  }
  return widen(NaN);
}

/** ln x with Q(a, x) = q, 0 < q < 1. */
export function upperGammaQuantile(a: f64, q: f64): DD {
  if (q > 0.5) return lowerGammaQuantile(a, 1 - q);
  const target = logOf(q);
  const logScale = logScaleOf(a);
  const s = -high(target);
  let logX = logOf(a + sqrt<f64>(2 * a * s) + s);
  for (let step = 0; step < MAX_STEPS; ++step) {
    const value = upperTail(a, logX, logScale);
    const gap = high(subtract(target, value));
    const slope = -expToNumber(subtract(logDensity(a, logX, exp(logX), logScale), value));
    logX = add(logX, widen(gap / slope));
    if (abs<f64>(gap) < 1e-10) return logX;
  }
  return widen(NaN);
}
