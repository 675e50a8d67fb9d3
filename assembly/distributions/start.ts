/**
 * Quantiles in plain doubles, from which those of `quantiles.ts` take one step in double-double. Newton's method on the
 * logarithm of a tail, in ln x or in log-odds: the logarithm is concave there, so that a step from the near side never
 * passes the root and one from the far side returns to the near side.
 */

/** Steps stop after one of this size: the next step, which has all digits, squares its error twice. */
const NEAR: f64 = 1e-5;
const STEPS: i32 = 60;
const TERMS: i32 = 1 << 16;

/** z with P(Z > z) = p within 5e-4, for ln p < ln(1/2) (Abramowitz and Stegun 26.2.23). */
export function roughNormal(logP: f64): f64 {
  const t = sqrt<f64>(max<f64>(0, -2 * logP));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  return t - above / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

/** ln x near the root of ln P(a, x) = target, or ln Q(a, x) = target for the upper tail, target < ln(1/2). */
export function startGamma(a: f64, target: f64, upper: bool, logScale: f64): f64 {
  let logX = roughLogX(a, target, upper, logScale);
  for (let step = 0; step < STEPS; ++step) {
    const x = NativeMath.exp(logX);
    const density = a * logX - x - logScale;
    const direct = upper ? x >= a + 1 : x < a + 1;
    let tail =
      density + (x < a + 1 ? NativeMath.log(series(a, x) / a) : -NativeMath.log(fraction(a, x)));
    if (!direct) tail = NativeMath.log1p(-NativeMath.exp(tail));
    const move = (target - tail) / NativeMath.exp(density - tail);
    if (!(abs<f64>(move) < Infinity)) return logX;
    logX += upper ? -move : move;
    if (abs<f64>(move) < NEAR * max<f64>(1, 1 / a)) return logX;
  }
  return logX;
}

/**
 * From the normal form of the cube root (Wilson and Hilferty 1931), not beyond a bound of the root: P is at most
 * x^a / Gamma(a + 1), and Q that of a sub-gamma variable (Boucheron, Lugosi and Massart 2013, section 2.4).
 */
function roughLogX(a: f64, target: f64, upper: bool, logScale: f64): f64 {
  const z = roughNormal(target);
  const cube = 1 - 1 / (9 * a) + (upper ? z : -z) / (3 * sqrt<f64>(a));
  const rough = cube > 0 ? NativeMath.log(a) + 3 * NativeMath.log(cube) : -Infinity;
  if (!upper) return max(rough, (target + NativeMath.log(a) + logScale) / a);
  const bound = NativeMath.log(a + sqrt<f64>(-2 * a * target) - target);
  return cube > 0.1 ? min(rough, bound) : bound;
}

/** P(a, x) over density / a. */
function series(a: f64, x: f64): f64 {
  let term: f64 = 1;
  let total: f64 = 1;
  for (let n: f64 = 1; n < f64(TERMS) && term > 1e-14 * total; ++n) {
    term *= x / (a + n);
    total += term;
  }
  return total;
}

/** Density over Q(a, x); see `upperFactor` of `incomplete-gamma.ts`. */
function fraction(a: f64, x: f64): f64 {
  let b = x - a + 1;
  let total = b;
  let reciprocal: f64 = 0;
  let term: f64 = 0;
  for (let m: f64 = 1; m < f64(TERMS); ++m) {
    const numerator = m * (a - m);
    b += 2;
    reciprocal = 1 / (b + numerator * reciprocal);
    term = m == 1 ? numerator * reciprocal : term * (b * reciprocal - 1);
    total += term;
    if (abs<f64>(term) <= 1e-14 * total) break;
  }
  return total;
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
    const belowMean = x * (b + 1) <= y * (a + 1);
    let tail = density - NativeMath.log(belowMean ? ratio(a, b, x, y) : ratio(b, a, y, x));
    if (!belowMean) tail = NativeMath.log1p(-NativeMath.exp(tail));
    const move = (target - tail) / NativeMath.exp(density - tail);
    if (!(abs<f64>(move) < Infinity)) return logOdds;
    logOdds += move;
    if (abs<f64>(move) < NEAR * max<f64>(1, 1 / a)) return logOdds;
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

/** Density over I_x(a, b), y = 1 - x, by the fraction of `incomplete-beta.ts` from its near end (Lentz's method). */
function ratio(a: f64, b: f64, x: f64, y: f64): f64 {
  const lead = a * y - b * x;
  let value = (a * (lead + 1)) / (a + 1);
  let c = value;
  let d: f64 = 0;
  for (let m: f64 = 1; m < f64(TERMS); ++m) {
    const numerator =
      (((a + m - 1) * (a + b + m - 1)) / (a + 2 * m - 1)) *
      ((m * (b - m) * x * x) / (a + 2 * m - 1));
    const part =
      m +
      (m * (b - m) * x) / (a + 2 * m - 1) +
      ((a + m) * (lead + 1 + m * (1 + y))) / (a + 2 * m + 1);
    d = 1 / (part + numerator * d);
    c = part + numerator / c;
    const factor = c * d;
    value *= factor;
    terms = i32(m);
    if (abs<f64>(factor - 1) < 1e-14) break;
  }
  return value;
}
