/** Runs work in this process, or elsewhere if the options have a runner. */
import { sharedEngine } from '../core/engine.js';
import { withRunners, type Work } from './pool.js';
import type { RunOptions } from './run-options.js';
import { schedule, type Schedule } from './schedule.js';
import { shareWork } from './shared-work.js';
import type { StudyTask } from './study.js';

/** @throws as `withRunners`, `schedule` and `shareWork` */
export async function runWork<Task extends StudyTask, Chunk>(
  work: Work<Task, Chunk>,
  options: Pick<RunOptions, 'workers' | 'workerUrl' | 'engine' | 'runner'>,
  plan: Schedule<Chunk>,
): Promise<void> {
  if (options.runner !== undefined) {
    const { info } = options.engine ?? (await sharedEngine());
    return shareWork(options.runner, { ...work, build: info }, plan);
  }
  await withRunners(work, options, (runners) => schedule(runners, plan));
}
