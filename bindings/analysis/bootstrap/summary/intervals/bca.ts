import { scope } from '../../../../core/engine/arena.js';
import type { Engine } from '../../../../core/engine/engine.js';
import { Status } from '../../../../core/engine/status.js';
import { statusError } from '../../../../core/engine/status-sentences.js';
import type { Replicates } from '../../replicates.js';
import type { ByName } from '../../../../results/common.js';

/** Computes BCa intervals from the accelerations of the estimates. An end that does not exist is NaN. */
export function bcaIntervals(
  engine: Engine,
  estimates: ByName,
  { values, statuses, completed, width }: Replicates,
  accelerations: readonly number[],
  level: number,
): ByName<readonly [low: number, high: number]> {
  const names = Object.keys(estimates);
  return scope(engine, (arena) => {
    const row = new Float64Array(width);
    const accelerated = new Float64Array(width);
    row.set(Object.values(estimates));
    accelerated.set(accelerations);
    const out = arena.allocFloats(2 * width);
    const put = [
      arena.putFloats(values),
      arena.putInts(statuses),
      arena.putFloats(row),
      arena.putFloats(accelerated),
    ] as const;
    const status = engine.exports.bootstrap_bca(completed, width, ...put, level, out);
    if (status !== Status.Ok) {
      throw statusError('bootstrap', status);
    }
    const ends = arena.floats(out, 2 * width);
    return Object.fromEntries(names.map((name, j) => [name, [ends[2 * j]!, ends[2 * j + 1]!]]));
  });
}
