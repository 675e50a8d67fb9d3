/**
 * Which draws are at least as extreme as the sample. Draws that equal the sample count, and rounding may not decide which
 * those are: units and the order of rows move the last digits of statistics that are equal.
 *
 *   |t*| >= |t| - e,  t* >= t - e,  t* <= t + e,   e = 1e-9 max(|t|, unit)
 *
 * `unit` is the size of what rounding moves where t is about 0: 1 for a statistic with the spread of a t or chi-squared,
 * the standard error for a coefficient, 0 if it is not known.
 */
import { Tie } from '../../generated/codes.js';

const TIE = 1 / Tie.parts;

/** How many draws are in each tail. */
export interface Tails {
  /** Draws that are numbers. */
  readonly used: number;
  /** Draws whose size is at least that of the sample. */
  readonly far: number;
  readonly above: number;
  readonly below: number;
}

/** The least size and the least and largest number of draws that are as extreme as the sample. */
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

/** Counts the draws in each tail; NaN is no draw. */
export function countTails(draws: ArrayLike<number>, stat: number, unit: number): Tails {
  const bounds = tieBounds(stat, unit);
  let [used, far, above, below] = [0, 0, 0, 0];
  for (let r = 0; r < draws.length; ++r) {
    const draw = draws[r]!;
    if (Number.isNaN(draw)) continue;
    used += 1;
    if (Math.abs(draw) >= bounds.far) far += 1;
    if (draw >= bounds.above) above += 1;
    if (draw <= bounds.below) below += 1;
  }
  return { used, far, above, below };
}

/** True if rounding alone can separate a number of the size of `unit` from 0. */
export function isZero(value: number, unit: number): boolean {
  return Math.abs(value) <= TIE * unit;
}

/** The values with those made equal that differ by rounding, measured by the range of all; NaN stays. */
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

/** True if a p-value rejects at a size: both are shares, and 1 - 0.9 is not quite 0.1. */
export function rejects(pValue: number, size: number): boolean {
  return pValue <= size * (1 + TIE);
}
