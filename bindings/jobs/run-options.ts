import type { Engine } from '../core/engine.js';

/** Progress of a run of numbered jobs. */
export interface Progress {
  readonly done: number;
  /** Number of all jobs. */
  readonly total: number;
  readonly failed: number;
  readonly secondsElapsed: number;
  readonly secondsLeft: number;
}

/** Options of every analysis that repeats work. */
export interface RunOptions<Report extends Progress = Progress> {
  /** Engine for the work in the calling thread; by default a new one. */
  readonly engine?: Engine | undefined;
  /**
   * Number of workers, by default at most one per processor; 0 runs in the calling thread. More than two per processor
   * are not started; the number changes no result.
   */
  readonly workers?: number | undefined;
  /** Stops the run. The result has the jobs that were finished before, and is marked as partial. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Report) => void) | undefined;
  /** Address of the worker script, for pages that serve it from another place. */
  readonly workerUrl?: string | URL | undefined;
}
