import type { Engine } from '../../../core/engine.js';
import { bracketedRoot } from '../../../stats/root.js';

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

/** Its p-value given r, for m coefficients. */
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

/** Share of itself within which a conditional quantile is found. */
const quantileAccuracy = 1e-10;

/** The statistic and what it is conditional on. */
export interface Conditional {
  readonly clr: number;
  readonly rank: number;
}

/**
 * 1 - level less the p-value, below 0 where the test does not reject. The conditional quantile lies between those of
 * chi-squared with m and with L degrees of freedom, beyond which no integral is needed and the distance of the ratio from
 * them is added, so that a search for an extreme always has a slope to follow.
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
 * The value that the ratio exceeds with probability 1 - level given r: between the quantiles of chi-squared with m and
 * with L degrees of freedom, which it reaches at r infinite and at r = 0.
 */
export function conditionalQuantile(
  engine: Engine,
  rank: number,
  level: number,
  counts: readonly [number, number],
): number {
  const [lowest, highest] = counts.map((df) => engine.exports.chi2_isf(1 - level, df)) as [
    number,
    number,
  ];
  const excess = (stat: number) => conditionalPValue(engine, stat, rank, counts) - (1 - level);
  if (!(excess(lowest) > 0)) return lowest;
  if (!(excess(highest) < 0)) return highest;
  return bracketedRoot(excess, lowest, highest, quantileAccuracy);
}
