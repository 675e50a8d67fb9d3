/**
 * Quantiles of the array functions: a start in plain doubles (`start.ts`) and one step of Halley's method in
 * double-double.
 *
 * Decision: fits keep the quantiles of `normal.ts` and its neighbours, which start far from the root and take many steps
 * in double-double. Both agree within a few units in the last place, but the bits of fits are part of the numeric
 * contract. A call takes 3 to 15 us there and 0.1 to 3 us here.
 */
import {
  DD,
  add,
  divide,
  high,
  multiply,
  scale,
  squareRoot,
  subtract,
  widen,
} from '../arithmetic/dd';
import { exp, expToNumber, log, logOf } from '../arithmetic/dd-elementary';
import { usable } from './degrees';
import { betaQuantile, logBetaScale, lowerFraction } from './incomplete-beta';
import { logScaleOf } from './gamma';
import {
  FRACTION_SHARE,
  SERIES_SHARE,
  logDensity,
  lowerSeries,
  upperFactor,
} from './incomplete-gamma';
import { curved, lastTerms, startBeta, startGamma } from './start';

/** x with P(a, x) = p, or Q(a, x) = p for the upper tail, 0 < p < 1. */
export function gammaRoot(a: f64, p: f64, upper: bool): DD {
  if (p > 0.5) return gammaRoot(a, 1 - p, !upper);
  const logScale = logScaleOf(a);
  const logX = startGamma(a, NativeMath.log(p), upper, high(logScale));
  const x = exp(widen(logX));
  const density = logDensity(a, widen(logX), x, logScale);
  const excess = high(subtract(x, widen(a)));
  const below = high(x) < a + 1;
  let slope = below
    ? a / lowerSeries(a, high(x), SERIES_SHARE)
    : upperFactor(a, excess, FRACTION_SHARE); // density over the tail
  let step: f64;
  if (below == upper) {
    const tail = divide(exp(density), widen(slope));
    step = high(subtract(subtract(widen(1), tail), widen(p))) / (high(tail) * slope);
    slope = 0;
  } else {
    step = (high(subtract(logOf(p), density)) + NativeMath.log(slope)) / slope;
  }
  const change = curved(
    upper == below ? step : upper ? -step : step,
    (upper ? slope : -slope) - excess,
  );
  return add(x, scale(x, change * (1 + 0.5 * change)));
}

/** Two doubles as one number have no products beyond this or below its inverse; plain doubles are used there. */
const LARGEST: f64 = 1e290;

/** Roots of odds beyond this have squares beyond `LARGEST`. */
const LARGEST_ROOT: f64 = 1e145;

function isPlain(x: f64): bool {
  return !(x < LARGEST && x > 1 / LARGEST);
}

/** Below this shape a tail can change so little with x that the start of one step may be far from the root. */
const SMALL_SHAPE: f64 = 1e-3;

/** The square root of the odds x / (1 - x) with I_x(a, b) = p, 0 < p < 1; 0 or infinite where it is beyond doubles. */
export function betaRoot(a: f64, b: f64, p: f64): DD {
  if (min(a, b) < SMALL_SHAPE) {
    const logRoot = scale(betaQuantile(a, b, p), 0.5);
    const plain = expToNumber(logRoot);
    return isPlain(plain) ? widen(plain) : exp(logRoot);
  }
  if (p > 0.5) {
    const inverse = betaRoot(b, a, 1 - p);
    const size = high(inverse);
    return isPlain(size) ? widen(1 / size) : divide(widen(1), inverse);
  }
  const logScale = logBetaScale(a, b);
  const logOdds = startBeta(a, b, NativeMath.log(p), high(logScale));
  const start = NativeMath.exp(0.5 * logOdds);
  if (isPlain(start)) return widen(start);
  const root = exp(widen(0.5 * logOdds));
  const isSmall = logOdds < 0;
  const isLarge = high(root) > LARGEST_ROOT;
  const part = isLarge ? divide(widen(1), root) : root;
  const square = multiply(part, part);
  const odds = isSmall || isLarge ? square : divide(widen(1), square); // of the smaller side
  const whole = add(widen(1), odds);
  const large = divide(widen(1), whole);
  const small = multiply(odds, large);
  const x = isSmall ? small : large;
  const y = isSmall ? large : small;
  const logWhole = log(whole);
  const logY = isSmall ? f64x2.neg(logWhole) : f64x2.neg(add(logWhole, widen(logOdds)));
  const density = subtract(add(scale(add(logY, widen(logOdds)), a), scale(logY, b)), logScale);
  const lead = high(subtract(scale(y, a), scale(x, b)));
  const terms = 2 * lastTerms() + 6;
  let step: f64;
  let bend = lead;
  if (high(x) * (b + 1) <= high(y) * (a + 1)) {
    const slope = lowerFraction(a, b, high(x), lead, terms);
    step = (high(subtract(logOf(p), density)) + NativeMath.log(slope)) / slope;
    bend -= slope;
  } else {
    const slope = lowerFraction(b, a, high(y), -lead, terms);
    const tail = divide(exp(density), widen(slope));
    step = high(subtract(subtract(tail, widen(1)), widen(-p))) / (high(tail) * slope);
  }
  const change = 0.5 * curved(step, bend);
  return add(root, scale(root, change * (1 + 0.5 * change)));
}

/** z with P(Z > z) = p (Wichura 1988, Applied Statistics 37, algorithm AS 241, PPND16). */
export function normal_upper(p: f64): f64 {
  if (!(p >= 0 && p <= 1)) return NaN;
  const q = 0.5 - p;
  if (abs<f64>(q) <= 0.425) return q * centre(0.180625 - q * q);
  const tail = q < 0 ? 1 - p : p;
  if (tail == 0) return q < 0 ? -Infinity : Infinity;
  const r = sqrt<f64>(-NativeMath.log(tail));
  const z = r <= 5 ? middle(r - 1.6) : far(r - 5);
  return q < 0 ? -z : z;
}

function centre(r: f64): f64 {
  let above: f64 = 2509.0809287301226727;
  above = above * r + 33430.575583588128105;
  above = above * r + 67265.770927008700853;
  above = above * r + 45921.953931549871457;
  above = above * r + 13731.693765509461125;
  above = above * r + 1971.5909503065514427;
  above = above * r + 133.14166789178437745;
  above = above * r + 3.387132872796366608;
  let below: f64 = 5226.495278852545925;
  below = below * r + 28729.085735721942674;
  below = below * r + 39307.89580009271061;
  below = below * r + 21213.794301586595867;
  below = below * r + 5394.1960214247511077;
  below = below * r + 687.1870074920579083;
  below = below * r + 42.313330701600911252;
  return above / (below * r + 1);
}

function middle(r: f64): f64 {
  let above: f64 = 7.7454501427834140764e-4;
  above = above * r + 0.0227238449892691845833;
  above = above * r + 0.24178072517745061177;
  above = above * r + 1.27045825245236838258;
  above = above * r + 3.64784832476320460504;
  above = above * r + 5.7694972214606914055;
  above = above * r + 4.6303378461565452959;
  above = above * r + 1.42343711074968357734;
  let below: f64 = 1.05075007164441684324e-9;
  below = below * r + 5.475938084995344946e-4;
  below = below * r + 0.0151986665636164571966;
  below = below * r + 0.14810397642748007459;
  below = below * r + 0.68976733498510000455;
  below = below * r + 1.6763848301838038494;
  below = below * r + 2.05319162663775882187;
  return above / (below * r + 1);
}

function far(r: f64): f64 {
  let above: f64 = 2.01033439929228813265e-7;
  above = above * r + 2.71155556874348757815e-5;
  above = above * r + 0.0012426609473880784386;
  above = above * r + 0.026532189526576123093;
  above = above * r + 0.29656057182850489123;
  above = above * r + 1.7848265399172913358;
  above = above * r + 5.4637849111641143699;
  above = above * r + 6.6579046435011037772;
  let below: f64 = 2.04426310338993978564e-15;
  below = below * r + 1.4215117583164458887e-7;
  below = below * r + 1.8463183175100546818e-5;
  below = below * r + 7.868691311456132591e-4;
  below = below * r + 0.0148753612908506148525;
  below = below * r + 0.13692988092273580531;
  below = below * r + 0.59983220655588793769;
  return above / (below * r + 1);
}

/** t with P(T > t) = p; NaN for p outside [0, 1]. */
export function t_upper(p: f64, df: f64): f64 {
  if (df === Infinity) return normal_upper(p);
  if (!usable(df) || !(p >= 0 && p <= 1)) return NaN;
  if (p > 0.5) return -t_upper(1 - p, df);
  if (p === 0) return Infinity;
  if (p === 0.5) return 0;
  const root = betaRoot(0.5 * df, 0.5, 2 * p);
  const plain = sqrt<f64>(df) / high(root);
  return isPlain(plain) ? plain : high(divide(squareRoot(widen(df)), root));
}

/** x with P(X > x) = p, or P(X <= x) = p for the lower tail, of gamma with a shape and a scale. */
export function gamma_quantile(p: f64, shape: f64, size: f64, upper: bool): f64 {
  if (!usable(shape) || !(p >= 0 && p <= 1)) return NaN;
  if (p === 0 || p === 1) return (p === 0) == upper ? Infinity : 0;
  const root = gammaRoot(shape, p, upper);
  const plain = high(root) * size;
  return isPlain(plain) ? plain : high(scale(root, size));
}

/** x with P(F > x) = p, or P(F <= x) = p for the lower tail. */
export function f_quantile(p: f64, df1: f64, df2: f64, upper: bool): f64 {
  if (df2 === Infinity) return gamma_quantile(p, 0.5 * df1, 2 / df1, upper);
  if (!usable(df1) || !usable(df2) || !(p >= 0 && p <= 1)) return NaN;
  if (p === 0 || p === 1) return (p === 0) == upper ? Infinity : 0;
  const root = upper ? betaRoot(0.5 * df2, 0.5 * df1, p) : betaRoot(0.5 * df1, 0.5 * df2, p);
  const ratio = divide(widen(df2), widen(df1));
  const size = upper ? 1 / high(root) : high(root);
  const plain = size * high(ratio) * size;
  if (isPlain(plain)) return plain;
  if (!upper) return high(multiply(multiply(root, ratio), root));
  return high(divide(divide(ratio, root), root));
}

/** x with P(X > x) = p, or P(X <= x) = p for the lower tail, of beta with shapes a and b. */
export function beta_quantile(p: f64, a: f64, b: f64, upper: bool): f64 {
  if (!usable(a) || !usable(b) || !(p >= 0 && p <= 1)) return NaN;
  if (p === 0 || p === 1) return (p === 0) == upper ? 1 : 0;
  const root = upper ? betaRoot(b, a, p) : betaRoot(a, b, p);
  const size = upper ? 1 / high(root) : high(root);
  const plain = size * size;
  if (isPlain(plain)) return min(1, plain);
  const odds = multiply(root, root);
  if (upper) return high(divide(widen(1), add(widen(1), odds)));
  if (high(odds) < 1) return high(divide(odds, add(widen(1), odds)));
  return high(divide(widen(1), add(widen(1), divide(widen(1), odds))));
}
