import { badArgument } from '../../core/arguments/arguments.js';
import type { Range } from '../../core/jobs/queue.js';

/** Part `index` (from 1) of a bootstrap that runs in `of` parts. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/**
 * The replicates of a part; the sizes of parts differ by at most one.
 *
 * @throws InputError `bad-value` unless `index` is from 1 to `of` and there are at least `of` replicates
 */
export function shardRange(shard: Shard, reps: number): Range {
  const { index, of } = shard ?? {};
  const whole = [index, of, reps].every(Number.isSafeInteger);
  if (!whole || index < 1 || index > of || of > reps) {
    const last = typeof reps === 'number' ? `${reps}/${reps}` : 'as many as there are replicates';
    throw badArgument('shardRange', 'shard', `a part from 1/1 to ${last}`, shard);
  }
  return { first: Math.floor(((index - 1) / of) * reps), end: Math.floor((index / of) * reps) };
}
