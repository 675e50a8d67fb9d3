import type { Chunk } from './replicator.js';

/** The replicates of a run by number, whatever order they were computed in. */
export interface Replicates {
  readonly reps: number;
  readonly width: number;
  /** Replicates computed so far, and failed ones among them. */
  readonly completed: number;
  readonly failed: number;
  /** reps x width, row by row; NaN where not computed or failed. */
  readonly values: Float64Array;
  /** Status of each, -1 where not computed. */
  readonly statuses: Int32Array;
}

const STATUS_BITS = 255;

/** Replicates to be filled chunk by chunk. */
export function collectReplicates(reps: number, width: number) {
  const values = new Float64Array(reps * width).fill(NaN);
  const statuses = new Int32Array(reps).fill(-1);
  let completed = 0;
  let failed = 0;
  return {
    add(chunk: Chunk): void {
      values.set(chunk.values, chunk.first * width);
      statuses.set(chunk.statuses, chunk.first);
      completed += chunk.count;
      failed += chunk.statuses.reduce((n, status) => n + (status & STATUS_BITS ? 1 : 0), 0);
    },
    state: (): Replicates => ({ reps, width, completed, failed, values, statuses }),
  };
}
