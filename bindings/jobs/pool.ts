/** Opens runners for a task and closes them on every path. */
import { compileCore, type Engine } from '../core/engine.js';
import type { BootstrapOptions } from '../bootstrap/options.js';
import { localRunner, type Runner, workerRunner } from './runner.js';
import { processors } from './workers/thread.js';
import type { Prepared } from './messages.js';

/** A task that `workers/bootstrap.ts` knows, and how the calling thread prepares it. */
export interface Spread<Task extends object, Chunk> {
  readonly task: Task;
  readonly prepare: (engine: Engine, task: Task) => Prepared<Chunk>;
  /** Workers that have enough to do, where the options do not say how many. */
  readonly useful: number;
}

export async function withRunners<Task extends object, Chunk>(
  { task, prepare, useful }: Spread<Task, Chunk>,
  options: Pick<BootstrapOptions, 'workers' | 'workerUrl'>,
  use: (runners: readonly Runner<Chunk>[]) => Promise<void>,
): Promise<void> {
  const module = await compileCore();
  const workers = options.workers ?? Math.min(processors(), useful);
  const url = options.workerUrl ?? new URL('./worker.js', import.meta.url);
  const runners =
    workers === 0
      ? [await localRunner(module, task, prepare)]
      : Array.from({ length: workers }, () => workerRunner<Chunk>(module, task, url));
  try {
    await use(runners);
  } finally {
    runners.forEach((runner) => runner.close());
  }
}
