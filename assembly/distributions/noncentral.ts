/**
 * Noncentral chi-squared distribution with df degrees of freedom and noncentrality lambda: a Poisson(lambda / 2)
 * mixture of chi-squared distributions with df + 2j (Johnson, Kotz and Balakrishnan 1995, 29.4). With a = df / 2 and h
 * = x / 2,
 *
 *   Q(a + j + 1, h) = Q(a + j, h) + d_j,   d_j = h^(a + j) e^-h / Gamma(a + j + 1)
 *
 * so upper tails are summed upwards and lower ones downwards: no term is a difference. Sums are in double-double,
 * relative to the first term, whose logarithm is found first. A weight or a density may overflow, but not their
 * product.
 */
import { DD, add, divide, high, multiply, scale, subtract, sum, widen } from '../arithmetic/dd';
import { exp, expToNumber, log, logOf } from '../arithmetic/dd-elementary';
import { settled, stepped, within } from './bracket';
import { usable } from './degrees';
import { gamma_quantile } from './quantiles';
import { logScaleOf } from './gamma';
import { logDensity, logLowerGamma, logUpperGamma } from './incomplete-gamma';
import { roughNormal } from './start';

const STEPS: i32 = 200;

const enum Part {
  Lower = 0,
  Upper = 1,
  Density = 2,
}

function valid(df: f64, lambda: f64): bool {
  return usable(df) && lambda >= 0 && lambda <= 1e10;
}

/** Approximately the j with the largest Poisson weight times tail, or times density. */
function peakOf(part: i32, h: f64, a: f64, mean: f64): f64 {
  const half = 0.5 * (a - 1);
  const root = max<f64>(0, sqrt<f64>(half * half + mean * h) - half - 1);
  if (part == Part.Density) return floor<f64>(root);
  return floor<f64>(part == Part.Upper ? max(root, mean) : min(root, mean));
}

/** ln of the Poisson weight at j, with mean m. */
function logWeight(j: f64, mean: f64): DD {
  if (mean == 0) return widen(0);
  return subtract(subtract(scale(logOf(mean), j), widen(mean)), logScaleOf(j + 1));
}

/** Terms below this share of the largest are left out. */
const NEGLIGIBLE: f64 = 1e-24;

/** Approximate ratio of term j - 1 to term j; for lower tails, of term j + 1 to term j. */
function decline(part: i32, j: f64, h: f64, a: f64, mean: f64): f64 {
  if (part == Part.Lower) return (mean / (j + 1)) * min<f64>(1, h / (a + j + 1));
  return part == Part.Upper ? (j / mean) * min<f64>(1, (a + j) / h) : (j / mean) * ((a + j) / h);
}

/** The first j of the sum: the farthest from the peak with a term that counts. */
function startOf(part: i32, h: f64, a: f64, mean: f64): f64 {
  if (mean == 0) return 0;
  let j = peakOf(part, h, a, mean);
  let share: f64 = 1;
  while (part == Part.Lower || j > 0) {
    share *= decline(part, j, h, a, mean);
    if (!(share > NEGLIGIBLE)) break;
    j += part == Part.Lower ? 1 : -1;
  }
  return j;
}

/** The density of ln x over the tail of the last mixture. */
let lastSlope: f64 = 0;

/** ln of the sum of Poisson weights times tails, or times densities of ln x. */
function logMixture(part: i32, x: f64, df: f64, lambda: f64): DD {
  const a = 0.5 * df;
  const h = 0.5 * x;
  const mean = 0.5 * lambda;
  const logH = logOf(h);
  const start = startOf(part, h, a, mean);
  const peak = mean == 0 ? 0 : peakOf(part, h, a, mean);
  // All terms are relative to the weight and the density at the start.
  const logDensityAt = logDensity(a + start, logH, widen(h), logScaleOf(a + start));
  const logWeightAt = logWeight(start, mean);
  let density = widen(1); // weight times density of ln x at a + j; d_j = density / (a + j)
  let tail = widen(1); // weight times tail
  if (part != Part.Density) {
    const logTail =
      part == Part.Upper ? logUpperGamma(a + start, logH) : logLowerGamma(a + start, logH);
    tail = exp(subtract(logTail, logDensityAt));
  }
  let total = widen(0);
  let mass: f64 = 0;
  const down = part == Part.Lower;
  for (let j = start; j >= 0; j += down ? -1 : 1) {
    const term = part == Part.Density ? density : tail;
    total = add(total, term);
    mass += high(density);
    const isPast = down ? j < peak : j > peak;
    if (mean == 0 || (isPast && !(high(term) >= NEGLIGIBLE * high(total)))) break;
    if (down) {
      const ratio = divide(widen(j), widen(mean));
      density = multiply(ratio, divide(scale(density, a + j - 1), widen(h)));
      tail = add(multiply(ratio, tail), divide(density, sum(a, j - 1)));
    } else {
      const ratio = divide(widen(mean), widen(j + 1));
      tail = multiply(ratio, add(tail, divide(density, sum(a, j))));
      density = multiply(ratio, divide(scale(density, h), sum(a, j)));
    }
  }
  lastSlope = mass / high(total);
  return add(add(logWeightAt, logDensityAt), log(total));
}

/** Terms of a sum are about 20 times the root of its peak. */
const LARGEST_PEAK: f64 = 1e7;

/** True far in the upper tail if the sum is long; the tail is then less than e^(-10^6). */
function isFar(x: f64, df: f64, lambda: f64): bool {
  return x > 4 * (df + lambda) && 0.5 * sqrt<f64>(lambda) * sqrt<f64>(x) > LARGEST_PEAK;
}

/**
 * ln P(X > x) far in the upper tail, to 1e-8: the density f, with the uniform expansion of its Bessel function (Olver et
 * al. 2010, 10.41.3), divided by -f'/f. With n = df / 2 - 1, z^2 = lambda x and w^2 = n^2 + z^2,
 *
 *   ln f = -ln 2 - (x + lambda) / 2 + n ln(x / lambda) / 2 + w + n ln(z / (n + w)) - ln(2 pi w) / 2
 *   -f'/f = (1 - (n + w) / x) / 2
 */
function farUpper(x: f64, df: f64, lambda: f64): f64 {
  const n = 0.5 * df - 1;
  const z = sqrt<f64>(lambda) * sqrt<f64>(x);
  const ratio = n / z;
  const w = z * sqrt<f64>(1 + ratio * ratio);
  const bessel = w + n * NativeMath.log(z / (n + w)) - 0.5 * NativeMath.log(2 * NativeMath.PI * w);
  const power = 0.5 * n * (NativeMath.log(x) - NativeMath.log(lambda));
  return power + bessel - 0.5 * x - 0.5 * lambda - NativeMath.log(1 - (n + w) / x);
}

/** P(X <= x). */
export function ncx2_cdf(x: f64, df: f64, lambda: f64): f64 {
  if (!valid(df, lambda) || x !== x) return NaN;
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return x > df + lambda
    ? 1 - upper(x, df, lambda)
    : expToNumber(logMixture(Part.Lower, x, df, lambda));
}

function upper(x: f64, df: f64, lambda: f64): f64 {
  if (isFar(x, df, lambda)) return 0;
  return expToNumber(logMixture(Part.Upper, x, df, lambda));
}

/** P(X > x). */
export function ncx2_sf(x: f64, df: f64, lambda: f64): f64 {
  if (!valid(df, lambda) || x !== x) return NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return x < df + lambda
    ? 1 - expToNumber(logMixture(Part.Lower, x, df, lambda))
    : upper(x, df, lambda);
}

/** ln P(X > x). */
export function ncx2_log_sf(x: f64, df: f64, lambda: f64): f64 {
  if (!valid(df, lambda) || x !== x) return NaN;
  if (x <= 0) return 0;
  if (x === Infinity) return -Infinity;
  if (isFar(x, df, lambda)) return farUpper(x, df, lambda);
  if (x >= df + lambda) return high(logMixture(Part.Upper, x, df, lambda));
  return NativeMath.log1p(-expToNumber(logMixture(Part.Lower, x, df, lambda)));
}

/** The density at x. */
export function ncx2_pdf(x: f64, df: f64, lambda: f64): f64 {
  if (!valid(df, lambda) || x !== x) return NaN;
  if (x < 0 || x === Infinity || isFar(x, df, lambda)) return 0;
  if (x === 0) return df < 2 ? Infinity : df == 2 ? 0.5 * NativeMath.exp(-0.5 * lambda) : 0;
  return expToNumber(subtract(logMixture(Part.Density, x, df, lambda), logOf(x)));
}

/** x with P(X > x) = p, or P(X <= x) = p for the lower tail. */
export function ncx2_quantile(p: f64, df: f64, lambda: f64, isUpper: bool): f64 {
  if (!valid(df, lambda) || !(p >= 0 && p <= 1)) return NaN;
  if (p === 0 || p === 1) return (p === 0) == isUpper ? Infinity : 0;
  if (lambda == 0) return gamma_quantile(p, 0.5 * df, 2, isUpper);
  return p > 0.5 ? rootOf(1 - p, df, lambda, !isUpper) : rootOf(p, df, lambda, isUpper);
}

/** Below this the lower tail is its left asymptote, e^(-lambda / 2) (x / 2)^a / Gamma(a + 1) with a = df / 2. */
const ASYMPTOTIC: f64 = 1e-290;

/** ln x where the left asymptote of the lower tail is p. */
function asymptoticRoot(p: f64, df: f64, lambda: f64): f64 {
  const a = 0.5 * df;
  const scaled = add(add(logOf(p), widen(0.5 * lambda)), add(logOf(a), logScaleOf(a)));
  return high(divide(scaled, widen(a))) + NativeMath.LN2;
}

/** Newton's method on the logarithm of a tail of at most 1/2, in ln x. */
function rootOf(p: f64, df: f64, lambda: f64, isUpper: bool): f64 {
  const least = NativeMath.exp(asymptoticRoot(isUpper ? 1 - p : p, df, lambda));
  if (least < ASYMPTOTIC) return least;
  const part = isUpper ? Part.Upper : Part.Lower;
  const target = NativeMath.log(p);
  let low: f64 = 0;
  let top = df + lambda + 2 * sqrt<f64>(-target * (df + 2 * lambda)) - 2 * target; // Birge (2001), lemma 8.1
  let x = min(top, roughQuantile(target, df, lambda, isUpper));
  for (let step = 0; step < STEPS; ++step) {
    const gap = target - high(logMixture(part, x, df, lambda));
    if (isUpper == gap < 0) low = x;
    else top = x;
    const move = (isUpper ? -gap : gap) / lastSlope;
    const newton = stepped(x, move);
    const before = x;
    x = within(newton, low, top);
    if (settled(x, before, newton, gap)) break;
  }
  return x;
}

/** From the normal form of a power (Sankaran 1959), or from the left asymptote of the lower tail. */
function roughQuantile(target: f64, df: f64, lambda: f64, isUpper: bool): f64 {
  const mean = df + lambda;
  const spread = df + 2 * lambda;
  const h = 1 - (2 * mean * (df + 3 * lambda)) / (3 * spread * spread);
  const p = spread / (mean * mean);
  const m = (h - 1) * (1 - 3 * h);
  const centre = 1 + h * p * (h - 1 - 0.5 * (2 - h) * m * p);
  const deviation = h * sqrt<f64>(2 * p) * (1 + 0.5 * m * p);
  const z = roughNormal(target);
  const base = centre + (isUpper ? z : -z) * deviation;
  if (base > 0.05) return mean * NativeMath.exp(NativeMath.log(base) / h);
  // P is at most e^(-lambda / 2) times that of chi-squared as x goes to 0.
  const share = min<f64>(0.5, NativeMath.exp(target + min<f64>(0.5 * lambda, -0.5 * target)));
  return max<f64>(gamma_quantile(share, 0.5 * df, 2, false), 1e-300);
}
