import type { Range } from '../jobs/queue.js';

/** Part `index` (from 1) of a bootstrap that runs in `of` parts. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** The replicates of a part; the sizes of parts differ by at most one. */
export function shardRange({ index, of }: Shard, reps: number): Range {
  return { first: Math.floor(((index - 1) / of) * reps), end: Math.floor((index / of) * reps) };
}
