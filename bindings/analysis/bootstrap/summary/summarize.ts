import type { Failure } from '../../../core/jobs/failures.js';
import * as causes from '../../../words/errors/bootstrap/failures.js';
import { tooManyFailed } from '../../../words/errors/bootstrap/replicates.js';
import type { Told } from '../../../words/told.js';
import type { Engine } from '../../../core/engine/engine.js';
import { ConvergenceError } from '../../../core/errors/errors.js';
import { Status } from '../../../core/engine/status.js';
import { statusCode } from '../../../core/engine/status-errors.js';
import { statusTold } from '../../../core/engine/status-sentences.js';
import { ReplicateStatus } from '../../../generated/codes.js';
import type { BootstrapResult, FailureCount, FitResult } from '../../../results/fit.js';
import { inferencesOf, type OfWildTests } from './inferences.js';
import type { Replicates } from '../replicates.js';
import { reduce } from './reduction.js';
import { failedIn, resultOf } from './result.js';
import { firstEnough } from './running-errors.js';
import type { SummaryOptions } from './options.js';

/**
 * Summarises replicates in the core, in their order.
 *
 * @throws ConvergenceError when more than half of them failed
 */
export function summarize(
  engine: Engine,
  fit: FitResult,
  replicates: Replicates,
  options: SummaryOptions,
  ofWildTests?: OfWildTests,
): BootstrapResult {
  const { completed, reps, statuses } = replicates;
  const failures = checkedFailures(countStatuses(statuses), completed);
  const reduced = reduce(engine, fit, replicates, options);
  let singular = 0;
  for (const status of statuses) singular += status & ReplicateStatus.singular ? 1 : 0;
  const enough = firstEnough(fit, replicates, options.precision) === completed;
  const facts = { reps, completed, failures, singular, enough, summary: reduced.summary };
  const question = { ...reduced, options, ofWildTests };
  const inferences = inferencesOf(engine, fit, replicates, question);
  return resultOf(fit, facts, inferences, options);
}

/** Counts replicates by the bits of their statuses. */
function countStatuses(statuses: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const status of statuses) {
    const code = status & ReplicateStatus.bits;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** Replicates by status, of those that failed. */
type Failed = readonly (readonly [status: number, replicates: number])[];

const failedOf = (counts: ReadonlyMap<number, number>): Failed =>
  [...counts].filter(([code]) => code !== Status.Ok).sort(([a], [b]) => a - b);

/**
 * The failures among the counted statuses.
 *
 * @throws ConvergenceError when more than half of the replicates failed
 */
export function checkedFailures(
  counts: ReadonlyMap<number, number>,
  completed: number,
): FailureCount[] {
  const all = failedOf(counts).map(([status, replicates]) => {
    const { code, message: reason, told } = failureReason(status)!;
    return { reason, told, replicates, code };
  });
  const failed = failedIn(all);
  if (failed > completed / 2) {
    throw new ConvergenceError(tooManyFailed({ failed, completed, failures: all }), {
      of: 'bootstrap',
      status: Status.TooManyFailedDraws,
    });
  }
  return all.map(({ reason, told, replicates }) => ({ reason, told, replicates }));
}

/** Says why a replicate has no estimate; undefined if it has one. */
export function failureTold(status: number): Told | undefined {
  const code = status & ReplicateStatus.bits;
  if (code === Status.Ok) return undefined;
  return causeOf[code]?.() ?? statusTold(code);
}

const causeOf: Readonly<Record<number, () => Told>> = {
  [Status.EmptySample]: causes.EmptySample,
  [Status.TooFewClusters]: causes.TooFewClusters,
  [Status.NoDegreesOfFreedom]: causes.NoDegreesOfFreedom,
  [Status.SingularWeighting]: causes.SingularWeighting,
  [Status.NotConverged]: causes.NotConverged,
  [Status.ExtremeColumn]: causes.ExtremeColumn,
  [Status.RankDeficient]: causes.RankDeficient,
  [Status.UnderIdentified]: causes.UnderIdentified,
  [Status.NotPositiveDefinite]: causes.NotPositiveDefinite,
  [Status.Overflow]: causes.Overflow,
};

/** The same as a text, with the code of its error. */
export function failureReason(status: number): Required<Failure> | undefined {
  const told = failureTold(status);
  return told && { code: statusCode(status & ReplicateStatus.bits), message: told.text, told };
}
