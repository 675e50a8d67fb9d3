/** Runs the jobs of a task in workers or in the calling thread. Jobs are independent, so the results are the same. */
import { type Failure, isFailure } from './failures.js';
import type { CrewOptions } from './pool.js';
import type { Notice } from './workers/team.js';
import { progressTo, type RunOptions } from './run-options.js';
import { runWork } from './schedule.js';
import type { JobStudy, Outcomes, StudyTask } from './study.js';

export interface Jobs<Task extends StudyTask, Outcome extends object> {
  /** Name of the analysis, for messages. */
  readonly subject: string;
  readonly study: JobStudy<Task, Outcome>;
  readonly task: NoInfer<Task>;
  readonly count: number;
  /** True if the caller marks a result without some outcomes as partial. Default false. */
  readonly partly?: boolean | undefined;
}

export interface JobOutcomes<Outcome> {
  /** In the order of the jobs; undefined for jobs that the signal stopped. */
  readonly outcomes: readonly (Outcome | Failure | undefined)[];
  /** Warnings for the result. */
  readonly notices: readonly Notice[];
}

/**
 * The outcomes of jobs 0 to `count` - 1; undefined for jobs that the signal stopped, or that the runner of `partly` work left out.
 *
 * @throws the signal's reason if no job was done; InputError `bad-value` for `workers`; EngineError `worker-failed`
 */
export async function runJobs<Task extends StudyTask, Outcome extends object>(
  { subject, study, task, count, partly }: Jobs<Task, Outcome>,
  options: RunOptions & CrewOptions,
): Promise<JobOutcomes<Outcome>> {
  const { signal, onProgress } = options;
  const outcomes = Array.from<Outcome | Failure | undefined>({ length: count });
  let [done, failed] = [0, 0];
  const tell = progressTo(onProgress, count);
  const take = (chunk: Outcomes<Outcome>) => {
    chunk.outcomes.forEach((outcome, i) => (outcomes[chunk.first + i] = outcome));
    done += chunk.outcomes.length;
    failed += chunk.outcomes.filter(isFailure).length;
    tell(done, failed);
  };
  const ranges = count === 0 ? [] : [{ first: 0, end: count }];
  const enough = () => false;
  const useful = Math.floor(count / study.jobsPerWorker);
  const plan = { subject, ranges, signal, enough, take, sizes: study.sizes, partly };
  const notices = await runWork({ subject, study, task, useful }, options, plan);
  if (done === 0 && signal?.aborted) throw signal.reason;
  return { outcomes, notices };
}
