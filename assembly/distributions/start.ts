/**
 * Quantiles in plain doubles, from which those of `quantiles.ts` take one step in double-double. The root of the
 * logarithm of a tail T, in ln x or in log-odds l: with the density D of l, its slope f = D / T and g = (ln D)', a step
 * of Newton's method and one of Halley's from ln T to the target are
 *
 *   s = (target - ln T) / f,   s / (1 + s (g - f) / 2)
 *
 * (s and f change sign for upper tails). ln T is concave, so a Newton step from the near side never passes the root,
 * and one from the far side returns to the near side. Halley's step, which cubes the error, is taken where it differs
 * little from Newton's.
 */
import { lowerSeries, upperFactor } from './incomplete-gamma';

/** Steps stop after one that changed ln T by this: the next one cubes its error, and that of `quantiles.ts` once more. */
const NEAR: f64 = 0.01;
const STEPS: i32 = 60;
const TERMS: i32 = 1 << 16;
/** Precision of tails here. */
const ROUGH: f64 = 1e-10;

/** z with P(Z > z) = p within 5e-4, for ln p < ln(1/2) (Abramowitz and Stegun 26.2.23). */
export function roughNormal(logP: f64): f64 {
  const t = sqrt<f64>(max<f64>(0, -2 * logP));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  return t - above / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

/** Halley's step, given Newton's step and `bend`, which is g - f above. */
export function curved(newton: f64, bend: f64): f64 {
  const change = 0.5 * newton * bend;
  return abs<f64>(change) < 0.25 ? newton / (1 + change) : newton;
}

/** ln x near the root of ln P(a, x) = target, or ln Q(a, x) = target for the upper tail, target < ln(1/2). */
export function startGamma(a: f64, target: f64, upper: bool, logScale: f64): f64 {
  let logX = roughLogX(a, target, upper, logScale);
  for (let step = 0; step < STEPS; ++step) {
    const x = NativeMath.exp(logX);
    const density = a * logX - x - logScale;
    const below = x < a + 1;
    let slope = below ? a / lowerSeries(a, x, ROUGH) : upperFactor(a, x - a, ROUGH);
    let tail = density - NativeMath.log(slope);
    if (below == upper) {
      tail = NativeMath.log1p(-NativeMath.exp(tail));
      slope = NativeMath.exp(density - tail);
    }
    const gap = target - tail;
    if (upper) slope = -slope;
    const move = curved(gap / slope, a - x - slope);
    if (!(abs<f64>(move) < Infinity)) return logX;
    logX += move;
    if (abs<f64>(gap) < NEAR) return logX;
  }
  return logX;
}

/**
 * From the normal approximation of the cube root (Wilson and Hilferty 1931), cut off at a bound of the root: P is at
 * most x^a / Gamma(a + 1), and Q is at most the tail of a sub-gamma variable (Boucheron, Lugosi and Massart 2013,
 * section 2.4).
 */
function roughLogX(a: f64, target: f64, upper: bool, logScale: f64): f64 {
  const z = roughNormal(target);
  const cube = 1 - 1 / (9 * a) + (upper ? z : -z) / (3 * sqrt<f64>(a));
  const rough = cube > 0 ? NativeMath.log(a) + 3 * NativeMath.log(cube) : -Infinity;
  if (!upper) return max(rough, (target + NativeMath.log(a) + logScale) / a);
  const bound = NativeMath.log(a + sqrt<f64>(-2 * a * target) - target);
  return cube > 0.1 ? min(rough, bound) : bound;
}

/** Log-odds near the root of ln I(a, b) = target, target < ln(1/2); logScale = ln B(a, b). */
export function startBeta(a: f64, b: f64, target: f64, logScale: f64): f64 {
  const asymptote = (target + NativeMath.log(a) + logScale) / a;
  let logOdds = max(asymptote, roughLogOdds(a, b, roughNormal(target)));
  for (let step = 0; step < STEPS; ++step) {
    const odds = NativeMath.exp(-abs<f64>(logOdds));
    const small = odds / (1 + odds);
    const large = 1 / (1 + odds);
    const x = logOdds > 0 ? large : small;
    const y = logOdds > 0 ? small : large;
    const logY = -NativeMath.log1p(odds) - max<f64>(0, logOdds);
    const density = a * (logY + logOdds) + b * logY - logScale;
    const lead = a * y - b * x;
    const below = x * (b + 1) <= y * (a + 1);
    let slope = below ? ratio(a, b, x, lead) : ratio(b, a, y, -lead);
    let tail = density - NativeMath.log(slope);
    if (!below) {
      tail = NativeMath.log1p(-NativeMath.exp(tail));
      slope = NativeMath.exp(density - tail);
    }
    const gap = target - tail;
    const move = curved(gap / slope, lead - slope);
    if (!(abs<f64>(move) < Infinity)) return logOdds;
    logOdds += move;
    if (abs<f64>(gap) < NEAR) return logOdds;
  }
  return logOdds;
}

/** From the normal form of the cube root of F (Paulson 1942), or -infinity where it has no solution. */
function roughLogOdds(a: f64, b: f64, z: f64): f64 {
  // X / (1 - X) is a / b times an F with 2a and 2b; z is the upper quantile of its lower tail.
  const s = 1 / (9 * a);
  const t = 1 / (9 * b);
  const quadratic = (1 - t) * (1 - t) - z * z * t;
  const product = (1 - s) * (1 - t);
  const inside = product * product - quadratic * ((1 - s) * (1 - s) - z * z * s);
  if (!(inside >= 0) || quadratic <= 0) return -Infinity;
  const cube = (product - sqrt<f64>(inside)) / quadratic;
  return cube > 0 ? NativeMath.log(a / b) + 3 * NativeMath.log(cube) : -Infinity;
}

/** Terms of the last fraction. */
let terms: i32 = 0;

/** Terms that the fraction at the last start needed. */
export function lastTerms(): i32 {
  return terms;
}

/** Density over I_x(a, b), by the fraction of `incomplete-beta.ts` from its near end (Lentz's method). */
function ratio(a: f64, b: f64, x: f64, lead: f64): f64 {
  let value = (a * (lead + 1)) / (a + 1);
  let c = value;
  let d: f64 = 0;
  for (let m: f64 = 1; m < f64(TERMS); ++m) {
    const reciprocal = 1 / (a + 2 * m - 1);
    const even = m * (b - m) * x * reciprocal;
    const numerator = (a + m - 1) * (a + b + m - 1) * x * reciprocal * even;
    const part = m + even + ((a + m) * (lead + 1 + m * (2 - x))) / (a + 2 * m + 1);
    d = 1 / (part + numerator * d);
    c = part + numerator / c;
    const factor = c * d;
    value *= factor;
    terms = i32(m);
    if (abs<f64>(factor - 1) < ROUGH) break;
  }
  return value;
}
