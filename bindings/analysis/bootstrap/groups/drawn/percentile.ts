/**
 * The percentile interval of replicates and the p-value that belongs to it. Quantiles are linear between order
 * statistics (R's type 7), as in `bootstrap_reduce`.
 */
import { isZero } from '../../../../core/numerics/ties.js';

/** Ends of the interval of sorted replicates. */
export function percentileInterval(
  sorted: Float64Array,
  level: number,
): readonly [low: number, high: number] {
  const tail = (1 - level) / 2;
  return [quantile(sorted, tail), quantile(sorted, 1 - tail)];
}

/**
 * The smallest 1 - level at which the interval excludes 0: twice the share of quantiles on the side of 0 that has fewer
 * of them. It is at least 1 / (1 + R). Replicates that differ from 0 only by rounding count as 0.
 */
export function percentilePValue(sorted: Float64Array): number {
  const smallest = 1 / (1 + sorted.length);
  const spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  const values = sorted.map((value) => (isZero(value, spread) ? 0 : value));
  return Math.min(1, Math.max(smallest, 2 * Math.min(shareBelow(values), shareAbove(values))));
}

/** Monte Carlo error of a p-value that is twice a share of `count` replicates. */
export function percentileError(pValue: number, count: number): number {
  return Math.sqrt((pValue * (2 - pValue)) / count);
}

function quantile(sorted: Float64Array, p: number): number {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}

/** The largest p whose quantile is at most 0; 0 if there is none. */
function shareBelow(sorted: Float64Array): number {
  const above = sorted.findIndex((value) => value > 0);
  if (above === -1) return 1;
  if (above === 0) return 0;
  const [low, high] = [sorted[above - 1]!, sorted[above]!];
  return (above - 1 - low / (high - low)) / (sorted.length - 1);
}

/** 1 minus the smallest p whose quantile is at least 0. */
function shareAbove(sorted: Float64Array): number {
  return shareBelow(sorted.map((value) => -value).reverse());
}
