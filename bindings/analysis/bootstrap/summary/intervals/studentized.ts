/**
 * Intervals and p-values from studentized replicates t* = (b* - b) / se*, with t = b / se:
 *
 *   [b - se q(1 - a/2), b - se q(a/2)], q quantiles of t* (R's type 7)
 *   p-values by the tails of t* (`p-values.ts`)
 */
import { ReplicateStatus } from '../../../../generated/codes.js';
import type { FitResult } from '../../../../results/fit.js';
import type { PValueMethod } from '../../../../results/scheme.js';
import type { Replicates } from '../../replicates.js';
import type { ByName } from '../../../../results/common.js';
import { countTails } from '../../../../core/numerics/ties.js';
import { tailPValue } from '../p-values.js';

export interface Studentized {
  readonly confInt: ByName<readonly [low: number, high: number]>;
  readonly pValues: ByName;
}

/** Replicates hold the coefficients, then their standard errors. */
export function studentize(
  { params, stdErrors }: FitResult,
  { values, statuses, completed, width }: Replicates,
  { level, pValue }: { readonly level: number; readonly pValue: PValueMethod },
): Studentized {
  const names = Object.keys(params);
  const used = Array.from(statuses.subarray(0, completed), (status, r) =>
    (status & ReplicateStatus.bits) === 0 ? r : -1,
  ).filter((r) => r >= 0);
  const rows = names.map((name, j) => {
    const estimate = params[name]!;
    const t = used.map((r) => {
      const distance = values[r * width + j]! - estimate;
      return distance / values[r * width + names.length + j]!;
    });
    const sorted = Float64Array.from(t.filter((value) => !Number.isNaN(value))).sort();
    const se = stdErrors[name]!;
    const ends = [(1 + level) / 2, (1 - level) / 2].map((p) => estimate - se * quantile(sorted, p));
    const p = tailPValue(countTails(sorted, estimate / se, 1), pValue);
    return [name, [ends[0]!, ends[1]!] as const, p] as const;
  });
  return {
    confInt: Object.fromEntries(rows.map(([name, interval]) => [name, interval])),
    pValues: Object.fromEntries(rows.map(([name, , p]) => [name, p])),
  };
}

function quantile(sorted: Float64Array, p: number): number {
  return quantileOf(sorted.length, p, (place) => sorted[place]);
}

/** A quantile of n numbers, of which `nth` gives the one at a place in ascending order. */
export function quantileOf(
  n: number,
  p: number,
  nth: (place: number) => number | undefined,
): number {
  const place = p * (n - 1);
  const below = Math.floor(place);
  const low = nth(below) ?? NaN;
  const high = nth(below + 1);
  return high === undefined ? low : low + (place - below) * (high - low);
}
