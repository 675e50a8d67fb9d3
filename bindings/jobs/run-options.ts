import type { Engine } from '../core/engine.js';

/** How far a run of numbered jobs is. */
export interface Progress {
  readonly done: number;
  /** Jobs in all. */
  readonly total: number;
  readonly failed: number;
  readonly secondsElapsed: number;
  readonly secondsLeft: number;
}

/** Options of every analysis that repeats work, whatever it repeats. */
export interface RunOptions<Report extends Progress = Progress> {
  /** The engine that summarises; by default the shared one of this thread. */
  readonly engine?: Engine | undefined;
  /** Workers; default one per processor. 0 computes in the calling thread. */
  readonly workers?: number | undefined;
  /** Stops the run; what is done by then is reported and marked as partial. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Report) => void) | undefined;
  /** Address of the worker script, for pages that serve it elsewhere. */
  readonly workerUrl?: string | URL | undefined;
}
