import { type Jobs, runJobs } from '../../core/jobs/run-jobs.js';
import type { RunOptions } from '../../core/jobs/run-options.js';
import type { StudyTask } from '../../core/jobs/study.js';
import type { Warning } from '../../results/common.js';

/** Options of a run, and the warnings of its workers by code. */
export interface NotingOptions extends RunOptions {
  readonly notices: Map<string, Warning>;
}

/**
 * All outcomes of a task. A set computed from only some grid points would be wrong, so a partial run throws.
 *
 * @throws the signal's reason if the signal stops the run at any time
 */
export async function runAllJobs<Task extends StudyTask, Outcome extends object>(
  jobs: Omit<Jobs<Task, Outcome>, 'subject'>,
  options: NotingOptions,
): Promise<Outcome[]> {
  const { outcomes, notices } = await runJobs({ subject: 'weak', ...jobs }, options);
  notices.forEach((notice) => options.notices.set(notice.code, notice));
  if (outcomes.includes(undefined)) throw options.signal!.reason;
  return outcomes as Outcome[];
}
