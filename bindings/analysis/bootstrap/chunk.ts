import { Status } from '../../core/engine/status.js';
import { ReplicateStatus } from '../../generated/codes.js';

/** Replicates `first` to `first + count - 1`, in order. */
export interface Chunk {
  readonly first: number;
  readonly count: number;
  /** Values (count x width): parameters, then what the estimator adds. */
  readonly values: Float64Array<ArrayBuffer>;
  /** `Status` of each replicate, plus 256 where a Moore-Penrose inverse was used. */
  readonly statuses: Int32Array<ArrayBuffer>;
}

/** A bootstrap prepared in one instance of the core. */
export interface Resampler {
  readonly width: number;
  readonly nunits: number;
  /** Number of each unit in the design; empty if the estimator does not report it. */
  readonly units: Int32Array;
  run(first: number, count: number): Chunk;
  /** Estimates without one unit, for each of the units `first` to `first + count - 1`. */
  leaveOut(first: number, count: number): Chunk;
  /** Estimates with given counts of the units (count x nunits). */
  weigh(counts: Int32Array, count: number): Chunk;
}

const knownStatuses: ReadonlySet<number> = new Set(Object.values(Status));

/** True for a number that the core gives a replicate. */
export function isStatus(status: number): boolean {
  return knownStatuses.has(status & ~ReplicateStatus.singular);
}
