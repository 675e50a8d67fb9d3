/** Numbered jobs that run elsewhere, such as on machines behind a queue. */
import type { EngineInfo } from '../engine/engine.js';
import type { Range } from './ranges.js';

/** Repeated work: jobs that are functions of the task, the build and their numbers, so that any machine can run any of them. */
export interface RepeatedWork {
  /** Name of the analysis. */
  readonly subject: string;
  /** Plain data with typed arrays, which `structuredClone` copies; `kind` names how its jobs run. */
  readonly task: { readonly kind: string };
  readonly build: EngineInfo;
  /** Numbers of the jobs to run. */
  readonly ranges: readonly Range[];
  /** Jobs per chunk are a multiple of this number. */
  readonly smallest: number;
  /** True if some of the jobs are worth a result, which is then marked as partial. */
  readonly partly: boolean;
}

export interface SharedWork extends RepeatedWork {
  readonly signal?: AbortSignal | undefined;
  /** True when no more jobs are needed. */
  readonly enough: () => boolean;
  /** Takes a chunk that a worker returned. Jobs that were taken before are ignored. Throws EngineError for other values. */
  readonly take: (chunk: unknown) => void;
}

/** Runs the jobs of an analysis elsewhere. */
export interface JobRunner {
  /** Resolves when all jobs were taken, enough were, or the signal aborted. */
  run(work: SharedWork): Promise<void>;
  /** True if `run` may leave out jobs of work that is worth a result without them. Default false. */
  readonly partial?: boolean | undefined;
}

/** Chunks that are stored, such as in files. */
export interface StoredChunks {
  /** Jobs that are in no chunk. */
  readonly missing: readonly Range[];
  /** Reads all chunks in the order of their jobs, as often as it is called. */
  read(): AsyncIterable<unknown>;
  /** Where the chunk that was read last is stored, for messages. */
  readonly place?: (() => string) | undefined;
}
