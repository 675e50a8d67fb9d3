import * as v from 'valibot';
import { expects } from '../../words/expects.js';
import { isKeyed, text, whole } from '../arguments/arguments.js';
import type { Engine } from '../engine/engine.js';
import type { JobRunner } from './job-runner.js';
import { aFunction } from '../../words/expectations/values.js';
import { aRunner, abortSignal, workerScript } from '../../words/expectations/core/jobs.js';
import { anEngine } from '../../words/expectations/core/engine.js';

/** Progress of a run of numbered jobs. */
export interface Progress {
  readonly done: number;
  /** Number of jobs in the run. */
  readonly total: number;
  readonly failed: number;
  readonly secondsElapsed: number;
  readonly secondsLeft: number;
}

/** Options of everything that computes in this process. */
export interface LocalOptions<Report extends Progress = Progress> {
  /** Engine for the work in the calling thread; by default a new one. */
  readonly engine?: Engine | undefined;
  /**
   * Maximum number of workers, by default one per processor; 0 computes in the calling thread. At most two per
   * processor are started for all runs of the process together, which share them. Small work, and work that cannot be
   * divided, is done in the calling thread, because starting workers takes longer. If no worker can be started, the
   * calling thread does all of the work, and the result has the warning `no-workers`. Results do not depend on the
   * number of workers.
   */
  readonly workers?: number | undefined;
  /**
   * Stops the work. A result of many replicates has those that are finished, and is marked as partial; otherwise the
   * promise rejects with the signal's reason.
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Called with the progress after each chunk of work; once if the work cannot be divided. What it throws ends the work and
   * reaches the caller. A promise that it returns is not awaited.
   */
  readonly onProgress?: ((progress: Report) => void) | undefined;
  /** Address of the file of `wasmetrics/worker`, for pages that serve it from another place. */
  readonly workerUrl?: string | URL | undefined;
}

/** Options of every analysis that repeats work, in this process or elsewhere. */
export interface RunOptions<Report extends Progress = Progress> extends LocalOptions<Report> {
  /**
   * Runs the work elsewhere, such as `bullmq({connection})` of `wasmetrics/bullmq`; then no workers are started here.
   */
  readonly runner?: JobRunner | undefined;
}

/** Tells how many of so many jobs are done, and how many of these failed, since it was made. */
export function progressTo(
  onProgress: LocalOptions['onProgress'],
  total: number,
): (done: number, failed?: number) => void {
  const start = performance.now();
  return (done, failed = 0) => {
    const secondsElapsed = Math.max(performance.now() - start, 0.001) / 1000;
    const secondsLeft = (secondsElapsed * (total - done)) / done;
    onProgress?.({ done, total, failed, secondsElapsed, secondsLeft });
  };
}

const address = expects(workerScript());

/** Schemas of the options of a run in this process. */
export const localSchemas = {
  engine: v.custom<Engine>(isEngine, expects(anEngine())),
  workers: whole(0),
  signal: v.custom<AbortSignal>(isSignal, expects(abortSignal())),
  onProgress: v.custom<() => void>((value) => typeof value === 'function', expects(aFunction())),
  workerUrl: v.union([text(address), v.instance(URL, address)], address),
};

/** Schemas of the options of a run. */
export const runSchemas = {
  ...localSchemas,
  runner: v.custom<JobRunner>(isRunner, expects(aRunner())),
};

function isRunner(value: unknown): boolean {
  return isKeyed(value) && typeof value['run'] === 'function';
}

function isEngine(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'exports' in value && 'module' in value;
}

/** True for signals of another realm too. */
function isSignal(value: unknown): boolean {
  return isKeyed(value) && 'aborted' in value && typeof value['throwIfAborted'] === 'function';
}
