/** Opens runners for a task and closes them on every path. */
import { compileCore } from '../core/engine.js';
import { InputError } from '../core/errors.js';
import type { RunOptions } from './run-options.js';
import { localRunner, type Runner, workerRunner } from './runner.js';
import type { Study, StudyTask } from './study.js';
import { processors } from './workers/thread.js';

export interface Work<Task extends StudyTask, Chunk> {
  /** Name of the analysis, for messages. */
  readonly subject: string;
  readonly study: Study<Task, Chunk>;
  readonly task: NoInfer<Task>;
  /** Most workers to start if the options do not give their number. */
  readonly useful: number;
}

/** More workers only take memory and time to start. */
const WORKERS_PER_PROCESSOR = 2;

/** @throws InputError `bad-value` if `workers` is not a whole number of at least 0 */
export async function withRunners<Task extends StudyTask, Chunk>(
  { subject, study, task, useful }: Work<Task, Chunk>,
  options: Pick<RunOptions, 'workers' | 'workerUrl' | 'engine'>,
  use: (runners: readonly Runner<Chunk>[]) => Promise<void>,
): Promise<void> {
  const module = options.engine?.module ?? (await compileCore());
  const workers = Math.min(
    options.workers ?? Math.min(processors(), useful),
    WORKERS_PER_PROCESSOR * processors(),
  );
  if (!Number.isSafeInteger(workers) || workers < 0) {
    const message = `${subject}: workers: expected a whole number of at least 0, found ${workers}`;
    throw new InputError('bad-value', message, { path: 'workers', found: workers });
  }
  const url = options.workerUrl ?? new URL('./worker.js', import.meta.url);
  const runners =
    workers === 0
      ? [await localRunner(module, task, study.prepare)]
      : Array.from({ length: workers }, () => workerRunner<Chunk>(module, task, url));
  try {
    await use(runners);
  } finally {
    runners.forEach((runner) => runner.close());
  }
}
