/** Runs the numbered draws of a comparison in the calling thread or in workers; the results have the same bits. */
import type { Warning } from '../../../results/common.js';
import type { ChunkSizes } from '../../../core/jobs/ranges.js';
import { runWork } from '../../../core/jobs/schedule.js';
import type { Study, StudyTask } from '../../../core/jobs/study.js';
import type { GroupProgress } from './progress.js';
import type { ChosenOptions } from './options.js';

/** Number of draws that justify a worker, which takes about 50 ms to start. */
const DRAWS_PER_WORKER = 500;

export interface Draws<Task extends StudyTask, Chunk> {
  readonly study: Study<Task, Chunk>;
  readonly task: NoInfer<Task>;
  readonly count: number;
  readonly sizes: ChunkSizes;
}

/** Options of a run, with the listener for its progress and the warnings of its workers by code. */
export type Repeating = ChosenOptions & {
  readonly progress: GroupProgress;
  readonly notices: Map<string, Warning>;
};

/** Calls `take` with each chunk, in any order. Throws the reason of the signal if it is aborted. */
export async function repeat<
  Task extends StudyTask,
  Chunk extends { readonly first: number; readonly count: number },
>(
  { study, task, count, sizes }: Draws<Task, Chunk>,
  options: Repeating,
  take: (chunk: Chunk) => void,
): Promise<void> {
  const { signal, progress, notices } = options;
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
  const added = await runWork(work, options, plan);
  added.forEach((notice) => notices.set(notice.code, notice));
  signal?.throwIfAborted();
}
