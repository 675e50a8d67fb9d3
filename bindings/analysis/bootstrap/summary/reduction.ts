/** Sums and quantiles of the replicates of each coefficient, from the core. */
import { scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { Status } from '../../../core/engine/status.js';
import { statusError } from '../../../core/engine/status-sentences.js';
import { RowWidth } from '../../../generated/codes.js';
import type { ByName } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import type { Replicates } from '../replicates.js';
import type { SummaryOptions } from './options.js';

/** A row for each coefficient: number, mean, standard error, its error, low, high. */
export type Summary = readonly (readonly number[])[];

export type Intervals = ByName<readonly [low: number, high: number]>;

export interface Reduced {
  readonly summary: Summary;
  /** BCa intervals, if they are requested. A bound that does not exist is NaN. */
  readonly bca?: Intervals;
}

export function reduce(
  engine: Engine,
  { params }: FitResult,
  replicates: Replicates,
  { ci, level, jackknife }: SummaryOptions,
): Reduced {
  const { statuses, completed } = replicates;
  const names = Object.keys(params);
  const { length: width } = names;
  const { bootstrap_reduce, bootstrap_bca } = engine.exports;
  return scope(engine, (arena) => {
    const values = arena.putFloats(coefficientsOf(replicates, width));
    const put = [completed, width, values, arena.putInts(statuses)] as const;
    const rows = arena.allocFloats(RowWidth['replicate-summary'] * width);
    check(bootstrap_reduce(...put, level, rows));
    const summary = arena.floats(rows, RowWidth['replicate-summary'] * width);
    const reduced = { summary: rowsOf(summary, RowWidth['replicate-summary']) };
    if (!ci.includes('bca')) return reduced;
    const accelerations = names.map((name) => jackknife!.params[name]!.acceleration);
    const ofParams = [Object.values(params), accelerations].map((numbers) =>
      arena.putFloats(Float64Array.from(numbers)),
    );
    const ends = arena.allocFloats(2 * width);
    check(bootstrap_bca(...put, ofParams[0]!, ofParams[1]!, level, ends));
    const intervals = rowsOf(arena.floats(ends, 2 * width), 2);
    const bca = names.map((name, j) => [name, [intervals[j]![0]!, intervals[j]![1]!]] as const);
    return { ...reduced, bca: Object.fromEntries(bca) };
  });
}

function check(status: number): void {
  if (status !== Status.Ok) throw statusError('bootstrap', status);
}

function rowsOf(numbers: Float64Array, width: number): number[][] {
  return Array.from({ length: numbers.length / width }, (_, j) =>
    Array.from(numbers.subarray(width * j, width * (j + 1))),
  );
}

/** Returns the first `k` numbers of each replicate. */
function coefficientsOf({ values, width, completed }: Replicates, k: number): Float64Array {
  if (k === width) return values;
  const out = new Float64Array(completed * k);
  for (let r = 0; r < completed; ++r) {
    for (let j = 0; j < k; ++j) out[r * k + j] = values[r * width + j]!;
  }
  return out;
}
