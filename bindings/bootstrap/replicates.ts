import { InputError } from '../core/errors.js';
import type { Chunk } from './replicator.js';

/** The replicates of a run in the order of their numbers, whatever order they were computed in. */
export interface Replicates {
  /** Replicates asked for, computed, and failed among those computed. */
  readonly reps: number;
  readonly completed: number;
  readonly failed: number;
  readonly width: number;
  /** completed x width, row by row; NaN where a replicate failed. */
  readonly values: Float64Array;
  /** `Status` of each, plus 256 where a Moore-Penrose inverse was used. */
  readonly statuses: Int32Array;
  /** Number of each, from 0: all of them unless the run was stopped. */
  readonly numbers: Int32Array;
}

/** Replicates as they come in; memory grows with what is done, not with what was asked for. */
export interface Collection {
  readonly completed: number;
  readonly failed: number;
  add(chunk: Chunk): void;
  inOrder(): Replicates;
}

const STATUS_BITS = 255;
/** Bytes that the core can address, for the replicates and one column of them. */
const MEMORY = 2 ** 32;

/** Throws InputError when `reps` replicates of `width` numbers would not fit into the core's memory. */
export function checkFits(reps: number, width: number): void {
  const bytes = reps * (8 * width + 12);
  if (bytes < MEMORY) return;
  throw new InputError(
    'too-many-replicates',
    `bootstrap: reps: ${reps} replicates of ${width} numbers take ${bytes} bytes; expected less than ${MEMORY}`,
    { path: 'bootstrap.reps', reps, bytes },
  );
}

export function collectReplicates(reps: number, width: number): Collection {
  const chunks: Chunk[] = [];
  let completed = 0;
  let failed = 0;
  return {
    get completed() {
      return completed;
    },
    get failed() {
      return failed;
    },
    add(chunk) {
      chunks.push(chunk);
      completed += chunk.count;
      failed += chunk.statuses.reduce((n, status) => n + (status & STATUS_BITS ? 1 : 0), 0);
    },
    inOrder() {
      const values = new Float64Array(completed * width);
      const statuses = new Int32Array(completed);
      const numbers = new Int32Array(completed);
      let place = 0;
      for (const chunk of chunks.sort((a, b) => a.first - b.first)) {
        values.set(chunk.values, place * width);
        statuses.set(chunk.statuses, place);
        for (let i = 0; i < chunk.count; ++i) numbers[place + i] = chunk.first + i;
        place += chunk.count;
      }
      return { reps, completed, failed, width, values, statuses, numbers };
    },
  };
}
