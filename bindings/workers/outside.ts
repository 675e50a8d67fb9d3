/** Checks of what comes from other machines, for those who write a runner or a worker. */
import * as v from 'valibot';
import { badArgument, isKeyed } from '../core/arguments/arguments.js';
import type { Range } from '../core/jobs/ranges.js';
import type { StudyTask } from '../core/jobs/study.js';
import { outsideStudyOf } from './studies.js';
import { aRange } from '../words/expectations/core/jobs.js';

/**
 * Throws unless the task is one that this build computes and that is data only.
 *
 * @throws InputError `code-in-task` for a task that names code, `bad-task` for what is no task of this build
 */
export function checkTask(task: unknown): void {
  outsideStudyOf('task', task);
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const range = v.looseObject({ first: whole, end: whole });

/**
 * True for a chunk that holds just these jobs of a task, with the types of its analysis.
 *
 * @throws as `checkTask`; InputError `bad-value`
 */
export function isChunkOf(task: { readonly kind: string }, jobs: Range, chunk: unknown): boolean {
  const study = outsideStudyOf('task', task as StudyTask);
  if (!isKeyed(jobs) || !v.is(range, jobs)) {
    throw badArgument('isChunkOf', 'jobs', aRange(), jobs);
  }
  const { first, end } = jobs;
  const held = study.rangeOf?.(chunk);
  return held?.first === first && held.end === end;
}
