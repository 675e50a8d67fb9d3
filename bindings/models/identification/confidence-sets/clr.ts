import type { Engine } from '../../../core/engine/engine.js';

/**
 * Moreira's (2003) conditional likelihood ratio in the form of Kleibergen (2005, equation 31): (AR - r + sqrt((AR +
 * r)^2 - 4 (AR - K) r)) / 2, r the rank statistic of the first stage conditional on the structural error.
 */
export function likelihoodRatio(ar: number, k: number, rank: number): number {
  const excess = ar - rank;
  const root = Math.sqrt(excess * excess + 4 * k * rank);
  if (excess >= 0) return (excess + root) / 2;
  return (2 * k * rank) / (root - excess);
}

/** p-value of the ratio conditional on r, for m coefficients. */
export function conditionalPValue(
  engine: Engine,
  stat: number,
  rank: number,
  [m, instruments]: readonly [number, number],
): number {
  const { chi2_sf, clr_sf } = engine.exports;
  if (!(stat > 0)) return 1;
  if (instruments === m) return chi2_sf(stat, instruments);
  return clr_sf(stat, rank, m, instruments);
}

/** The conditional likelihood ratio and the rank statistic that it conditions on. */
export interface Conditional {
  readonly clr: number;
  readonly rank: number;
}

/**
 * 1 - level minus the p-value, below 0 if the test does not reject. The conditional quantile lies between those of
 * chi-squared with m and with L degrees of freedom. Outside them no integral is needed, and the distance of the ratio
 * from them is added, so a search always has a slope to follow.
 */
export function conditionalExcess(
  engine: Engine,
  { clr, rank }: Conditional,
  level: number,
  [m, instruments]: readonly [number, number],
): number {
  const { chi2_isf } = engine.exports;
  const [lowest, highest] = [chi2_isf(1 - level, m), chi2_isf(1 - level, instruments)];
  if (clr <= lowest) return clr - lowest - level;
  if (clr >= highest) return clr - highest + 1 - level;
  return 1 - level - conditionalPValue(engine, clr, rank, [m, instruments]);
}

/**
 * The chi-squared statistic with m degrees of freedom that has the same p-value, for searches: it keeps its slope
 * where p-values are flat. If the p-value underflows, it is the ratio itself, its limit for large r.
 */
export function chi2Equivalent(
  engine: Engine,
  { clr, rank }: Conditional,
  counts: readonly [number, number],
): number {
  const p = conditionalPValue(engine, clr, rank, counts);
  return p > 0 ? engine.exports.chi2_isf(p, counts[0]) : clr;
}
