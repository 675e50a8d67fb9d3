/** Numbered jobs that run elsewhere, such as on machines behind a queue. */
import type { EngineInfo } from '../engine/engine.js';
import type { Range } from './ranges.js';

/** Repeated work: each job depends only on the task, the build and the job's number, so any machine can run any job. */
export interface RepeatedWork {
  /** Name of the analysis. */
  readonly subject: string;
  /** Plain data with typed arrays, which `structuredClone` copies; `kind` names the function that runs its jobs. */
  readonly task: { readonly kind: string };
  readonly build: EngineInfo;
  /** Numbers of the jobs to run. */
  readonly ranges: readonly Range[];
  /** Jobs per chunk are a multiple of this number. */
  readonly smallest: number;
  /** True if a result from some of the jobs is useful; it is then marked as partial. */
  readonly partly: boolean;
}

export interface SharedWork extends RepeatedWork {
  readonly signal?: AbortSignal | undefined;
  /** True when no more jobs are needed. */
  readonly enough: () => boolean;
  /**
   * Takes a chunk that a worker returned. Jobs that were already taken are ignored. Throws EngineError for other
   * values.
   */
  readonly take: (chunk: unknown) => void;
}

/** Runs the jobs of an analysis elsewhere. */
export interface JobRunner {
  /** Resolves when all jobs were taken, when enough were, or when the signal aborted. */
  run(work: SharedWork): Promise<void>;
  /** True if `run` may leave out jobs when a result without them is useful. Default false. */
  readonly partial?: boolean | undefined;
}

/** Stored chunks, for example in files. */
export interface StoredChunks {
  /** Jobs without a chunk. */
  readonly missing: readonly Range[];
  /** Reads all chunks in the order of their jobs; may be called repeatedly. */
  read(): AsyncIterable<unknown>;
  /** Where the last chunk that was read is stored, for messages. */
  readonly place?: (() => string) | undefined;
}
