/**
 * Regularised incomplete beta function I_x(a, b), as a logarithm.
 *
 * Decision: the argument is the log-odds ln(x / (1 - x)) in double-double. Both x and 1 - x then follow
 * without cancellation, however near 0 or 1, the other tail is the same function of the negated
 * argument, and an F or t statistic of any size has log-odds that are representable.
 *
 * A tail is x^a (1-x)^b / B(a, b) times the continued fraction of DiDonato and Morris (1992, routine BFRAC),
 * whose terms are positive up to the mean.
 */
import { DD, add, divide, high, low, pair, scale, subtract, widen } from '../arithmetic/dd';
import { exp, expToNumber, log, logComplement, logOf } from '../arithmetic/dd-elementary';
import { logBeta } from './gamma';

const MAX_TERMS = 1 << 20;
const MAX_STEPS = 100;

/** x for the log-odds l: 1 / (1 + e^-l). */
function fraction(logOdds: DD): DD {
  if (high(logOdds) > 0) return divide(widen(1), add(widen(1), exp(f64x2.neg(logOdds))));
  const odds = exp(logOdds);
  return divide(odds, add(widen(1), odds));
}

/** ln x for the log-odds l: -ln(1 + e^-l). */
function logFraction(logOdds: DD): DD {
  if (high(logOdds) > 0) return f64x2.neg(log(add(widen(1), exp(f64x2.neg(logOdds)))));
  return subtract(logOdds, log(add(widen(1), exp(logOdds))));
}

/** ln of x^a (1-x)^b / B(a, b), the density of the log-odds; logScale = ln B(a, b). */
export function logDensity(a: f64, b: f64, logOdds: DD, logScale: DD): DD {
  const logX = logFraction(logOdds);
  const logY = subtract(logX, logOdds);
  return subtract(add(scale(logX, a), scale(logY, b)), logScale);
}

/** Density over I_x(a, b) by its continued fraction cut after `terms`; lead = a (1-x) - b x. */
export function lowerFraction(a: f64, b: f64, x: f64, lead: f64, terms: i32): f64 {
  let rest: f64 = 0;
  for (let m = f64(terms); m > 0; --m) {
    const even = (m * (b - m) * x) / (a + 2 * m - 1);
    const odd = ((a + m) * (lead + 1 + m * (2 - x))) / (a + 2 * m + 1);
    rest = (even * ((a + m - 1) * (a + b + m - 1) * x)) / (a + 2 * m - 1) / (m + even + odd + rest);
  }
  return (a * (lead + 1)) / (a + 1) + rest;
}

/** Returns the density over I_x(a, b); the fraction is extended until its value no longer changes. */
function lowerFactor(a: f64, b: f64, logOdds: DD): f64 {
  const x = fraction(logOdds);
  const lead = high(subtract(scale(subtract(widen(1), x), a), scale(x, b)));
  let value = lowerFraction(a, b, high(x), lead, 16);
  for (let terms = 32; terms <= MAX_TERMS; terms *= 2) {
    const longer = lowerFraction(a, b, high(x), lead, terms);
    if (abs<f64>(longer - value) <= 1e-15 * longer) return longer;
    value = longer;
  }
  return NaN;
}

function directLower(a: f64, b: f64, logOdds: DD, logScale: DD): DD {
  const factor = lowerFactor(a, b, logOdds);
  return subtract(logDensity(a, b, logOdds, logScale), logOf(factor));
}

function lowerTail(a: f64, b: f64, logOdds: DD, logScale: DD): DD {
  const belowMean = NativeMath.exp(high(logOdds)) * (b + 1) <= a + 1;
  if (belowMean) return directLower(a, b, logOdds, logScale);
  return logComplement(directLower(b, a, f64x2.neg(logOdds), logScale));
}

/**
 * The last shapes whose ln B was computed, and the two words of the result: all elements of an array have the same
 * shapes.
 */
let lastA: f64 = NaN;
let lastB: f64 = NaN;
let lastHigh: f64 = NaN;
let lastLow: f64 = NaN;

/** ln B(a, b) = ln B(b, a). */
export function logBetaScale(a: f64, b: f64): DD {
  if (a < b) return logBetaScale(b, a);
  if (a === lastA && b === lastB) return pair(lastHigh, lastLow);
  const logScale = logBeta(a, b);
  lastA = a;
  lastB = b;
  lastHigh = high(logScale);
  lastLow = low(logScale);
  return logScale;
}

/** ln I_x(a, b) at the log-odds of x, for a, b > 0; the upper tail is logLowerBeta(b, a, -logOdds). */
export function logLowerBeta(a: f64, b: f64, logOdds: DD): DD {
  return lowerTail(a, b, logOdds, logBetaScale(a, b));
}

/**
 * Log-odds of x with I_x(a, b) = p, 0 < p < 1.
 *
 * ln I is concave in the log-odds, so Newton's method started at the root of the left asymptote
 * a l - ln(a B(a, b)) climbs to the root and never passes it.
 */
export function betaQuantile(a: f64, b: f64, p: f64): DD {
  if (p > 0.5) return f64x2.neg(betaQuantile(b, a, 1 - p));
  const target = logOf(p);
  const logScale = logBetaScale(a, b);
  let logOdds = divide(add(target, add(logOf(a), logScale)), widen(a));
  for (let step = 0; step < MAX_STEPS; ++step) {
    const value = lowerTail(a, b, logOdds, logScale);
    const gap = high(subtract(target, value));
    const slope = expToNumber(subtract(logDensity(a, b, logOdds, logScale), value));
    logOdds = add(logOdds, widen(gap / slope));
    if (abs<f64>(gap) < 1e-10) return logOdds;
  }
  return widen(NaN);
}
