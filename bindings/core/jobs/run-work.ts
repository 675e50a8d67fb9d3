/** Runs work in this process, or elsewhere if the options have a runner. */
import { sharedEngine } from '../engine/engine.js';
import { type CrewOptions, type Notice, withCrew, type Work } from './pool.js';
import type { RunOptions } from './run-options.js';
import type { Schedule } from './ranges/plan.js';
import { schedule } from './schedule.js';
import type { StudyTask } from './study.js';

/** Returns warnings for the result. @throws as `withCrew`, `schedule` and `shareWork` */
export async function runWork<Task extends StudyTask, Chunk>(
  work: Work<Task, Chunk>,
  options: CrewOptions & Pick<RunOptions, 'runner'>,
  plan: Schedule<Chunk>,
): Promise<Notice[]> {
  if (options.runner === undefined) return withCrew(work, options, (crew) => schedule(crew, plan));
  const { info } = options.engine ?? (await sharedEngine());
  const { shareWork } = await import('./shared-work.js');
  await shareWork(options.runner, { ...work, build: info }, plan);
  return [];
}
