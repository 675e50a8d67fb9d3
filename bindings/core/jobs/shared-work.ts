/** Runs numbered jobs elsewhere, and checks the results. */
import { EconError, EngineError } from '../errors/errors.js';
import type { EngineInfo } from '../engine/engine.js';
import type { JobRunner } from './job-runner.js';
import type { Work } from './pool.js';
import type { Range, Schedule } from './ranges.js';
import type { StudyTask } from './study.js';
import { jobsLeft, otherJobs, runnerFailed } from '../../words/errors/core/jobs.js';

/**
 * Runs work on a runner.
 *
 * @throws EngineError `runner-failed`
 */
export async function shareWork<Task extends StudyTask, Chunk>(
  runner: JobRunner,
  { subject, study, task, build }: Work<Task, Chunk> & { readonly build: EngineInfo },
  { ranges, signal, enough, take, sizes, partly = false }: Schedule<Chunk>,
): Promise<void> {
  let left = ranges.reduce((sum, { first, end }) => sum + end - first, 0);
  const seen = new Set<number>();
  const checked = (chunk: unknown) => {
    const range = study.rangeOf?.(chunk);
    if (range === undefined || !ranges.some((whole) => isWithin(range, whole))) {
      throw new EngineError(otherJobs(), subject);
    }
    if (seen.has(range.first)) return;
    take(chunk as Chunk);
    seen.add(range.first); // a chunk that was not taken may come again
    left -= range.end - range.first;
  };
  try {
    const work = { subject, task, build, ranges, smallest: sizes.smallest, partly };
    await runner.run({ ...work, signal, enough, take: checked });
  } catch (error) {
    if (error instanceof EconError || signal?.aborted === true) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineError(runnerFailed({ reason }), { of: subject, cause: error });
  }
  if (left === 0 || signal?.aborted === true || enough()) return;
  if (partly && runner.partial === true) return;
  throw new EngineError(jobsLeft({ left }), subject);
}

function isWithin(range: Range, whole: Range): boolean {
  return whole.first <= range.first && range.first < range.end && range.end <= whole.end;
}
