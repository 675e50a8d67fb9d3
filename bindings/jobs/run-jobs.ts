/** Runs the jobs of a task in workers or in the calling thread. Jobs know nothing of each other, so neither changes a result. */
import { localRunner, type Runner, workerRunner } from './runner.js';
import { schedule } from './schedule.js';
import { processors } from './workers/thread.js';
import { compileCore } from '../core/engine.js';
import { InputError } from '../core/errors.js';
import { type Failure, isFailure } from './failures.js';
import { prepareTask, type Task } from '../workers/studies.js';
import type { Outcomes } from './messages.js';

export interface RefitProgress {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly secondsElapsed: number;
  readonly secondsLeft: number;
}

export interface RefitOptions {
  /** Workers; default one a processor. 0 computes in the calling thread. */
  readonly workers?: number | undefined;
  /** Stops the run; what is done by then is reported and marked as partial. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: RefitProgress) => void) | undefined;
  /** Address of the worker script, for pages that serve it elsewhere. */
  readonly workerUrl?: string | URL | undefined;
}

/**
 * Jobs a worker should have to be worth its start of some 80 ms: an estimate takes about a millisecond, a place of a
 * grid and a set ten and more, the replicates of a specification thirty where they are 500.
 */
const jobsPerWorker = {
  specifications: 80,
  bootstraps: 1,
  influence: 80,
  simulation: 80,
  'weak-places': 8,
  'weak-sets': 2,
  'weak-searches': 2,
  'weak-projections': 1,
} as const;

/** Jobs of the first and of the smallest chunk. */
const sizes = {
  specifications: { first: 4, smallest: 4 },
  bootstraps: { first: 1, smallest: 1 },
  influence: { first: 4, smallest: 4 },
  simulation: { first: 4, smallest: 4 },
  'weak-places': { first: 4, smallest: 1 },
  'weak-sets': { first: 1, smallest: 1 },
  'weak-searches': { first: 1, smallest: 1 },
  'weak-projections': { first: 1, smallest: 1 },
} as const;

/**
 * The outcomes of jobs 0 to `count` - 1, undefined where the signal came first.
 *
 * @throws the signal's reason when nothing was done by then, EngineError `worker-failed`
 */
export async function runTask<Outcome extends object>(
  subject: string,
  task: Task,
  count: number,
  options: RefitOptions,
): Promise<(Outcome | Failure | undefined)[]> {
  const { signal, onProgress } = options;
  const outcomes = Array.from<Outcome | Failure | undefined>({ length: count });
  let [done, failed] = [0, 0];
  const start = performance.now();
  const take = (chunk: Outcomes<Outcome>) => {
    chunk.outcomes.forEach((outcome, i) => (outcomes[chunk.first + i] = outcome));
    done += chunk.outcomes.length;
    failed += chunk.outcomes.filter(isFailure).length;
    const secondsElapsed = Math.max(performance.now() - start, 0.001) / 1000;
    const secondsLeft = (secondsElapsed * (count - done)) / done;
    onProgress?.({ done, total: count, failed, secondsElapsed, secondsLeft });
  };
  const ranges = count === 0 ? [] : [{ first: 0, end: count }];
  const runners = await open<Outcome>(task, count, options);
  try {
    const enough = () => false;
    await schedule(runners, { subject, ranges, signal, enough, take, sizes: sizes[task.kind] });
  } finally {
    runners.forEach((runner) => runner.close());
  }
  if (done === 0 && signal?.aborted) throw signal.reason;
  return outcomes;
}

async function open<Outcome>(
  task: Task,
  count: number,
  options: RefitOptions,
): Promise<Runner<Outcomes<Outcome>>[]> {
  const module = await compileCore();
  const useful = Math.floor(count / jobsPerWorker[task.kind]);
  const workers = options.workers ?? Math.min(processors(), useful);
  if (!Number.isSafeInteger(workers) || workers < 0) {
    const message = `workers: expected a whole number of at least 0, found ${workers}`;
    throw new InputError('bad-value', message, { path: 'workers', found: workers });
  }
  if (workers === 0) {
    return [(await localRunner(module, task, prepareTask)) as Runner<Outcomes<Outcome>>];
  }
  const url = options.workerUrl ?? new URL('./refits-worker.js', import.meta.url);
  return Array.from({ length: workers }, () => workerRunner<Outcomes<Outcome>>(module, task, url));
}
