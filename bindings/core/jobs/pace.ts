/** The sizes of a runner's chunks, which follow its speed. */
import type { ChunkSizes } from './ranges.js';

/** Target duration of a chunk: long compared with a message, short enough for progress reports and a prompt stop. */
const TARGET_MS = 15;
const LARGEST_CHUNK = 16384;
/** A chunk has at most this many times the jobs of the runner's previous chunk. */
const GROWTH = 8;
/** Milliseconds of work after which the remaining time can be estimated. */
const MEASURED_MS = 20;

export interface Pace {
  /** Jobs of the next chunk. */
  readonly size: number;
  /** True if chunks are expected to be short. */
  readonly isBrief: boolean;
  /** Learns from a chunk. */
  took(count: number, ms: number): void;
  /** The time for so many jobs; 0 if it is not known. */
  msFor(count: number): number;
}

/**
 * Where the clock stands still during computation, as in workerd, chunks keep the size of the first: so the signal is
 * looked at after a bounded number of jobs. A coarse clock is read over several chunks.
 */
export function openPace({ first, smallest }: ChunkSizes): Pace {
  let size = first;
  let isBrief = false;
  let [spent, msPerJob] = [0, 0];
  /** Since the clock last moved. */
  let [jobs, elapsed] = [0, 0];
  return {
    get size() {
      return size;
    },
    get isBrief() {
      return isBrief;
    },
    took(count, ms) {
      jobs += count;
      elapsed += ms;
      isBrief = ms < 2 * TARGET_MS;
      if (elapsed === 0) return;
      msPerJob = elapsed / jobs;
      spent += elapsed;
      const wanted = TARGET_MS / msPerJob;
      const bounded = Math.min(
        Math.max(wanted, count / 2, smallest),
        GROWTH * count,
        LARGEST_CHUNK,
      );
      size = smallest * Math.ceil(bounded / smallest);
      [jobs, elapsed] = [0, 0];
    },
    msFor: (count) => (spent < MEASURED_MS ? 0 : msPerJob * count),
  };
}
