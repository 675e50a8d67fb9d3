/** Runs ranges of the jobs of a task that came from elsewhere: what a machine does for a `JobRunner`. */
import * as v from 'valibot';
import { checkKeys, listOf } from '../core/arguments/arguments.js';
import { causeOf } from '../core/errors/cause.js';
import { EconError, EngineError } from '../core/errors/errors.js';
import { expects } from '../words/expects.js';
import type { Range } from '../core/jobs/ranges.js';
import { type LocalOptions, localSchemas } from '../core/jobs/run-options.js';
import { runHere } from '../core/jobs/schedule.js';
import type { StudyTask } from '../core/jobs/study.js';
import { outsideStudyOf } from './studies.js';
import { taskFailed } from '../words/errors/core/jobs.js';
import { aFunction } from '../words/expectations/values.js';
import { listOfRanges } from '../words/expectations/core/jobs.js';

/** Options of `computeJobs`. */
export interface ComputeOptions extends LocalOptions {
  /** Numbers of the jobs. Each range is computed as one chunk. */
  readonly ranges: readonly Range[];
  /** Takes the outcomes of a range. */
  readonly take: (chunk: unknown) => void;
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const schemas = {
  ...localSchemas,
  ranges: listOf(
    v.pipe(
      v.looseObject({ first: whole, end: whole }),
      v.check(({ first, end }) => first < end),
    ),
    listOfRanges(),
  ),
  take: v.custom<() => void>((value) => typeof value === 'function', expects(aFunction())),
};

/**
 * Runs the jobs of the `task` of a `RepeatedWork` in this process. It resolves when all were taken or the signal aborted.
 *
 * @throws InputError `bad-value`, and as `outsideStudyOf` for other tasks; EngineError `worker-failed`; EconError of a job
 */
export async function computeJobs(
  task: { readonly kind: string },
  options: ComputeOptions,
): Promise<void> {
  checkKeys('computeJobs', schemas, options, ['ranges', 'take']);
  const { ranges, take, signal } = options;
  const subject = 'computeJobs';
  const study = outsideStudyOf(subject, task);
  const largest = ranges.reduce((size, { first, end }) => Math.max(size, end - first), 1);
  const sizes = { first: largest, smallest: largest };
  const work = { subject, study, task: task as StudyTask, useful: ranges.length };
  try {
    await runHere(work, options, { subject, ranges, signal, enough: () => false, take, sizes });
  } catch (error) {
    if (error instanceof EconError) throw error;
    const cause = causeOf(error);
    throw new EngineError(taskFailed({ reason: cause.text, cause }), 'computeJobs');
  }
}
