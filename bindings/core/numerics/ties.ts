/**
 * Which draws are at least as extreme as the sample. Draws equal to the sample count. Rounding must not decide which
 * are equal: the last digits of equal statistics depend on units and on the order of rows.
 *
 *   |t*| >= |t| - e,  t* >= t - e,  t* <= t + e,   e = 1e-9 max(|t|, unit)
 *
 * `unit` is the scale of rounding errors if t is about 0: 1 for a t or chi-squared statistic, the standard error for a
 * coefficient, 0 if unknown.
 */
import { Tie } from '../../generated/codes.js';

const TIE = 1 / Tie.parts;

/** Number of draws in each tail. */
export interface Tails {
  /** Number of draws that are not NaN. */
  readonly used: number;
  /** Number of draws at least as large as the sample in absolute value. */
  readonly far: number;
  readonly above: number;
  readonly below: number;
}

/** The smallest absolute value, the smallest and the largest value of a draw that is as extreme as the sample. */
export interface TieBounds {
  readonly far: number;
  readonly above: number;
  readonly below: number;
}

export function tieBounds(stat: number, unit: number): TieBounds {
  const size = Math.abs(stat);
  const scale = unit > size ? unit : size;
  const tie = scale < Infinity ? TIE * scale : 0;
  return { far: size - tie, above: stat - tie, below: stat + tie };
}

/**
 * Counts the draws in each tail; NaN does not count as a draw. Sums of comparisons take 13 ns a draw, and branches, which
 * are not predictable here, 40 ns.
 */
export function countTails(draws: ArrayLike<number>, stat: number, unit: number): Tails {
  const bounds = tieBounds(stat, unit);
  let [used, far, above, below] = [0, 0, 0, 0];
  for (let r = 0; r < draws.length; ++r) {
    const draw = draws[r]!;
    used += Number(draw === draw);
    far += Number(Math.abs(draw) >= bounds.far);
    above += Number(draw >= bounds.above);
    below += Number(draw <= bounds.below);
  }
  return { used, far, above, below };
}

/** True if the difference between a value and 0 may be rounding, for numbers of the size of `unit`. */
export function isZero(value: number, unit: number): boolean {
  return Math.abs(value) <= TIE * unit;
}

/** The values, with those made equal that differ only by rounding relative to the range of all; NaN stays. */
export function levelled(values: Float64Array): Float64Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const tie = TIE * (sorted.at(-1)! - sorted[0]!);
  const levels = new Map<number, number>();
  sorted.forEach((value, i) => {
    const before = sorted[i - 1];
    levels.set(value, before !== undefined && value - before <= tie ? levels.get(before)! : value);
  });
  return values.map((value) => levels.get(value) ?? value);
}

/** True if a p-value rejects at a size. Both are shares, so rounding is allowed for: 1 - 0.9 is not exactly 0.1. */
export function rejects(pValue: number, size: number): boolean {
  return pValue <= size * (1 + TIE);
}
