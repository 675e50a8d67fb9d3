/** Runs the numbered draws of a comparison here or elsewhere; all give the same bits. */
import { runWork } from '../../jobs/run-work.js';
import type { ChunkSizes } from '../../jobs/schedule.js';
import type { Study, StudyTask } from '../../jobs/study.js';
import type { GroupProgress } from './progress.js';
import type { ReadOptions } from './options.js';

/** Draws that justify a worker, which starts in about 50 ms. */
const DRAWS_PER_WORKER = 500;

export interface Draws<Task extends StudyTask, Chunk> {
  readonly study: Study<Task, Chunk>;
  readonly task: NoInfer<Task>;
  readonly count: number;
  readonly sizes: ChunkSizes;
}

/** Options of a run with what hears of its progress. */
export type Repeating = ReadOptions & { readonly progress: GroupProgress };

/** Calls `take` with each chunk, in any order. Throws the reason of the signal once it is aborted. */
export async function repeat<
  Task extends StudyTask,
  Chunk extends { readonly first: number; readonly count: number },
>(
  { study, task, count, sizes }: Draws<Task, Chunk>,
  { workers, workerUrl, runner, signal, progress }: Repeating,
  take: (chunk: Chunk) => void,
): Promise<void> {
  const subject = 'groups';
  const useful = Math.floor(count / DRAWS_PER_WORKER);
  let done = 0;
  const heard = (chunk: Chunk) => {
    take(chunk);
    done += chunk.count;
    progress.report(done / count);
  };
  const ranges = [{ first: 0, end: count }];
  const work = { subject, study, task, useful };
  const plan = { subject, ranges, signal, enough: () => false, take: heard, sizes };
  await runWork(work, { workers, workerUrl, runner }, plan);
  signal?.throwIfAborted();
}
