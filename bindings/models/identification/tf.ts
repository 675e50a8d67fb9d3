import type { Engine } from '../../core/engine/engine.js';
import { bracketedRoot } from '../../core/numerics/root.js';
import type { TFTest } from '../../results/fit.js';

const alpha = 0.05;
/** 20 links give eight digits at F = 4; fewer are enough above. */
const links = 40;

/**
 * Lee, McCrary, Moreira and Porter (2022, American Economic Review 112): the 5 % critical value of |t| for one
 * endogenous variable and one instrument, as a function of the first-stage F. `adjustment` is the factor of the
 * standard error that keeps the critical value at 1.96.
 *
 * In the worst case structural and first-stage errors are perfectly correlated. Then f = sqrt(F) ~ N(m, 1), t = f (f
 * - m) / m, and c(f) is the function with P(|t| > c(f)) = 5 % for every m. With f_U and -f_N the largest and the
 * least f accepted, P(f > f_U) + P(f < -f_N) = 5 %. The point f_N is f_U of another mean s with 1/s = 1/m + 2/f_N. So
 * the curve is a chain that starts at small means, where f_U = z + z m^2 / 2 to second order (z = 1.96). No t rejects
 * if F < z^2. c falls to z at F = 104.67 and stays there.
 */
export function tf(engine: Engine, firstStageF: number): TFTest {
  const { normal_isf } = engine.exports;
  const [z, q] = [normal_isf(alpha / 2), normal_isf(alpha)];
  const f = Math.sqrt(firstStageF);
  if (!(f > z)) {
    const reason = 'with a first-stage F below 3.84 no t statistic rejects at 5%';
    return { criticalValue: null, adjustment: null, reason };
  }
  const usual = f >= q + (q * q) / (z - q);
  const criticalValue = usual ? z : worstCase(engine, f, z);
  return { criticalValue, adjustment: criticalValue / z };
}

/** c(f) = f (f - m) / m for the mean m whose largest accepted value is f. */
function worstCase(engine: Engine, f: number, z: number): number {
  const least = 1 / ((links * 2) / z + 1e8);
  const start = bracketedRoot((s) => chain(engine, s, z).largest - f, least, z / links);
  const { mean } = chain(engine, start, z);
  return (f * (f - mean)) / mean;
}

/** The mean `links` steps after s, and its largest accepted value; both infinite if the steps pass all means. */
function chain(engine: Engine, s: number, z: number): { mean: number; largest: number } {
  const { normal_sf, normal_isf } = engine.exports;
  let mean = s;
  let largest = z + (z * s * s) / 2;
  for (let link = 0; link < links; ++link) {
    const inverse = 1 / mean - 2 / largest;
    if (!(inverse > 0)) return { mean: Infinity, largest: Infinity };
    mean = 1 / inverse;
    largest = mean + normal_isf(alpha - normal_sf(largest + mean));
  }
  return { mean, largest };
}
