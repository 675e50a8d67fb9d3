/** Bars of the distribution of replicates. */
import { quantile } from '../../core/numerics/sums.js';

/** Fewest and most bars. */
const BARS = { fewest: 8, most: 60 } as const;
/** Share of the values at each end that may be far outside. */
const FAR = 0.001;

export interface Interval {
  readonly label: string;
  readonly low: number;
  readonly high: number;
}

export interface Bins {
  readonly bars: readonly {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly density: number;
  }[];
  /** Number of values outside all bars. */
  readonly outside: number;
}

/**
 * Bars with the width of Freedman and Diaconis (1981) over all but the farthest values. If all values are equal, the
 * intervals set the width.
 *
 * @param values - at least one, in ascending order
 */
export function binsOf(values: Float64Array, intervals: readonly Interval[]): Bins {
  const iqr = quantile(values, 0.75) - quantile(values, 0.25);
  const reach = 3 * iqr;
  let low = Math.max(values[0]!, Math.min(quantile(values, FAR), quantile(values, 0.25) - reach));
  let high = Math.min(
    values.at(-1)!,
    Math.max(quantile(values, 1 - FAR), quantile(values, 0.75) + reach),
  );
  if (!(high > low)) {
    const room =
      Math.max(Math.abs(low), ...intervals.map((interval) => interval.high - interval.low)) / 20 ||
      1;
    [low, high] = [low - room, high + room];
  }
  const root = cubeRoot(values.length);
  const wanted = iqr > 0 ? Math.ceil(((high - low) * root) / (2 * iqr)) : BARS.fewest;
  const n = Math.min(Math.max(wanted, BARS.fewest), BARS.most);
  const width = (high - low) / n;
  const counts = new Int32Array(n);
  let outside = 0;
  for (const value of values) {
    if (value < low || value > high) outside++;
    else counts[Math.min(Math.floor((value - low) / width), n - 1)]!++;
  }
  return {
    bars: Array.from(counts, (total, i) => ({
      from: low + i * width,
      to: i === n - 1 ? high : low + (i + 1) * width,
      count: total,
      density: total / (values.length * width),
    })),
    outside,
  };
}

/** The cube root by Newton's steps, which are the same on every machine. */
function cubeRoot(n: number): number {
  let root = Math.max(1, n / 10);
  for (let step = 0; step < 60; step++) root -= (root - n / (root * root)) / 3;
  return root;
}
