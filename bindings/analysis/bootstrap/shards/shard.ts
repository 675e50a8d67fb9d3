import type { FitResult } from '../../../results/fit.js';
import { badOption, type ShardOptions } from '../options.js';
import { type BootstrapProgress, openFeed } from '../running/progress.js';
import { planRun } from '../methods/every.js';
import { compute } from '../running/compute.js';
import type { Range } from '../../../core/jobs/queue.js';
import type { Shard } from '../shard-range.js';

/** A shard that is saved in its checkpoint. */
export interface ShardResult extends Shard, Range {
  readonly completed: number;
  readonly failed: number;
  /** True if the run was stopped before the shard was complete. */
  readonly partial: boolean;
}

/** A running shard. It runs whether or not it is iterated; the iterator yields the latest progress. */
export interface ShardRun extends AsyncIterable<BootstrapProgress> {
  readonly result: Promise<ShardResult>;
}

/**
 * Computes a part of a bootstrap, whose options have been checked, and saves it in a checkpoint, for `mergeShards`.
 * Any machine can compute a part.
 * `mergeShards` checks the `precision`.
 *
 * @throws as `bootstrap`; `result` also rejects with EngineError when the checkpoint cannot be written
 */
export function runShard(fit: FitResult, options: ShardOptions): ShardRun {
  const { shard, reps } = options;
  checkShard(shard, reps);
  if (options.checkpoint === undefined) {
    throw badOption('checkpoint', 'a place to save the shard', undefined);
  }
  const plan = planRun(fit, options, shard);
  const feed = openFeed<BootstrapProgress>();
  const result = compute(plan, feed.publish).then(({ replicates, notSaved }) => {
    if (notSaved !== undefined) throw notSaved;
    const { completed, failed } = replicates;
    return { ...shard, ...plan.range, completed, failed, partial: completed < replicates.reps };
  });
  const close = () => feed.close();
  result.then(close, close);
  return { result, [Symbol.asyncIterator]: () => feed[Symbol.asyncIterator]() };
}

function checkShard({ index, of }: Shard, reps: number): void {
  const whole = Number.isSafeInteger(index) && Number.isSafeInteger(of);
  if (whole && index >= 1 && index <= of && of <= reps) return;
  throw badOption('shard', `a part from 1/1 to ${reps}/${reps}`, `${index}/${of}`);
}
