import type { Engine } from '../../../core/engine.js';
import { quadrature } from '../../../stats/quadrature.js';
import { wholePower } from '../../../stats/whole-power.js';

const panels = 8;

/**
 * Moreira's (2003) conditional likelihood ratio in the form of Kleibergen (2005, equation 31): half of
 * AR - r + sqrt((AR + r)^2 - 4 (AR - K) r), r the rank statistic of the first stage given the structural error.
 */
export function likelihoodRatio(ar: number, k: number, rank: number): number {
  const excess = ar - rank;
  const root = Math.sqrt(excess * excess + 4 * k * rank);
  if (excess >= 0) return (excess + root) / 2;
  return (2 * k * rank) / (root - excess);
}

/**
 * Its p-value given r. Under the null AR is chi-squared with L degrees of freedom and K / AR independently beta with
 * (m / 2, (L - m) / 2), m the coefficients tested; the ratio exceeds `stat` where AR exceeds
 * (r + stat) / (1 + r s^2 / stat), s^2 = K / AR. So the p-value is the mean of the chi-squared tail there over s
 * (Andrews, Moreira and Stock 2007, Journal of Econometrics 139, section 3, for m = 1). With s = 2t / (1 + t^2) the
 * density of s is a rational function of t, smooth on the whole of (0, 1).
 */
export function conditionalPValue(
  engine: Engine,
  stat: number,
  rank: number,
  [m, instruments]: readonly [number, number],
): number {
  const { chi2_sf } = engine.exports;
  if (!(stat > 0)) return 1;
  if (instruments === m) return chi2_sf(stat, instruments);
  const tail = ({ share }: SharePoint) =>
    chi2_sf((rank + stat) / (1 + (rank * share) / stat), instruments);
  return sharePoints(m, instruments).reduce((sum, point) => sum + point.weight * tail(point), 0);
}

interface SharePoint {
  /** Of K in AR. */
  readonly share: number;
  readonly weight: number;
}

const cache = new Map<string, readonly SharePoint[]>();

/** Points and weights (of sum 1) of the distribution of K / AR. */
function sharePoints(m: number, instruments: number): readonly SharePoint[] {
  const key = `${m} ${instruments}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const points = quadrature(panels).map(({ at: t, weight }) => {
    const s = (2 * t) / (1 + t * t);
    const c = ((1 - t) * (1 + t)) / (1 + t * t);
    const density = (wholePower(s, m - 1) * wholePower(c, instruments - m - 1)) / (1 + t * t);
    return { share: s * s, weight: weight * density };
  });
  const mass = points.reduce((sum, { weight }) => sum + weight, 0);
  const found = points.map(({ share, weight }) => ({ share, weight: weight / mass }));
  cache.set(key, found);
  return found;
}
