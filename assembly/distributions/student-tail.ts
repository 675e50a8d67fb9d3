/**
 * Tails of Student's t distribution in ordinary cases, without their logarithms.
 *
 * With q = t^2 / df, x = 1 / (1 + q), a = df / 2 and I the regularised incomplete beta function, P(|T| > t) = I_x(a, 1/2)
 * and P(|T| < t) = I_(1-x)(1/2, a). The smaller of them is x^a (1-x)^(1/2) / B(a, 1/2) over the continued fraction of
 * DiDonato and Morris (1992, routine BFRAC), whose terms are positive up to the mean. Only ln x, which is multiplied by a,
 * needs more than doubles: relative errors are at most about 2e-15. `t_sf`, which serves tails of any size, takes five
 * times as long.
 */
import { DD, add, divide, high, low, product, scale, widen } from '../arithmetic/dd';
import { log } from '../arithmetic/dd-elementary';
import { usable } from './degrees';
import { normal_sf } from './normal';
import { t_sf } from './student';

/** Below, the share that is nearly 1 takes more digits than its fraction in doubles has. */
const SMALLEST_DF: f64 = 0.01;
/** Beyond e^-600 factors of the tail could be subnormal. */
const LARGEST_POWER: f64 = 600;
const MAX_TERMS: i32 = 1000;

/**
 * Gamma(a + 1/2) / Gamma(a) for a >= 12: sqrt(z) exp(1 / (64 z^2) - ...) with z = a - 1/4 (Frenzen 1992), whose odd
 * powers vanish.
 */
function gammaRatio(a: f64): f64 {
  const z = a - 0.25;
  const w = 1 / (z * z);
  let s: f64 = -5405530.0 / 805306368;
  s = s * w + 50521.0 / 20971520;
  s = s * w - 1385.0 / 1048576;
  s = s * w + 61.0 / 49152;
  s = s * w - 5.0 / 2048;
  s = (s * w + 1.0 / 64) * w;
  return sqrt<f64>(z) * (1 + s * (1 + s * (0.5 + s / 6)));
}

/** 1 / B(a, 1/2) = Gamma(a + 1/2) / (Gamma(a) sqrt(pi)); a smaller than 12 is raised by the recurrence of Gamma. */
function inverseBeta(a: f64): f64 {
  let above: f64 = 1;
  let below: f64 = 1.772453850905516; // the square root of pi
  for (; a < 12; ++a) {
    above *= a;
    below *= a + 0.5;
  }
  return (gammaRatio(a) * above) / below;
}

/** The last degrees of freedom and their 1 / B(df / 2, 1/2): all elements of an array have the same. */
let lastDf: f64 = NaN;
let lastInverse: f64 = NaN;

function inverseBetaOf(df: f64): f64 {
  if (df !== lastDf) {
    lastDf = df;
    lastInverse = inverseBeta(df / 2);
  }
  return lastInverse;
}

/**
 * The density of the log-odds of x over I_x(a, b), by the method of Steed (Barnett et al. 1974); lead = a (1-x) - b x.
 * NaN where it does not converge.
 */
function betaFactor(a: f64, b: f64, x: f64, lead: f64): f64 {
  let value = (a * (lead + 1)) / (a + 1);
  let reciprocal: f64 = 0;
  let step: f64 = 0;
  for (let m: f64 = 1; m <= MAX_TERMS; ++m) {
    const even = (m * (b - m) * x) / (a + 2 * m - 1);
    const odd = ((a + m) * (lead + 1 + m * (2 - x))) / (a + 2 * m + 1);
    const alpha = (even * ((a + m - 1) * (a + b + m - 1) * x)) / (a + 2 * m - 1);
    const beta = m + even + odd;
    const next = 1 / (beta + alpha * reciprocal);
    step = m === 1 ? alpha * next : step * (-alpha * reciprocal * next);
    reciprocal = next;
    value += step;
    if (abs<f64>(step) <= 1e-17 * value) return value;
  }
  return NaN;
}

/** e^-x, x >= 0. */
function falling(x: DD): f64 {
  return NativeMath.exp(-high(x)) * (1 - low(x));
}

/** P(T > t), or P(T <= t); NaN for degrees of freedom out of range. */
export function t_tail(t: f64, df: f64, upper: bool): f64 {
  if (df === Infinity) return normal_sf(upper ? t : -t);
  const size = abs<f64>(t);
  const isOrdinary = usable(df) && df >= SMALLEST_DF && size > 1e-100 && size < 1e100;
  return isOrdinary ? ordinary(size, df, upper === t > 0) : t_sf(upper ? t : -t, df);
}

/** P(T > t) for t > 0 if `beyond`, otherwise P(T <= t). */
function ordinary(t: f64, df: f64, beyond: bool): f64 {
  const a = df / 2;
  const q = divide(product(t, t), widen(df));
  const logX = log(add(widen(1), q));
  const power = scale(logX, a);
  const odds = high(q);
  const x = 1 / (1 + odds);
  const lead = (a * odds - 0.5) * x; // a (1-x) - x / 2
  const isFar = 0.75 <= (a + 1) * odds; // P(|T| > t) is at most about 0.2: beyond, 1 - share would cancel
  const factor = isFar ? betaFactor(a, 0.5, x, lead) : betaFactor(0.5, a, odds * x, -lead);
  if (!(high(power) < LARGEST_POWER) || factor !== factor) return t_sf(beyond ? t : -t, df);
  const share = (falling(power) * sqrt<f64>(odds * x) * inverseBetaOf(df)) / factor;
  if (isFar) return beyond ? 0.5 * share : 1 - 0.5 * share;
  return beyond ? 0.5 - 0.5 * share : 0.5 + 0.5 * share;
}
