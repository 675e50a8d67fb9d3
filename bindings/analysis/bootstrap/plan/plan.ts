/** The plan of a bootstrap: plain data that is made once and then executed, the same for every estimator. */
import type { Range } from '../../../core/jobs/ranges.js';
import type { FitContext } from '../../../models/fit-context.js';
import type { FitResult } from '../../../results/fit.js';
import type { IntervalMethod } from '../../../results/bootstrap/scheme.js';
import type { BootstrapOptions } from '../options.js';
import type { BootstrapTask } from '../replicator.js';
import { type Statistics, statisticNames } from '../summary/statistics.js';
import type { SummaryOptions } from '../summary/options.js';

/** A bootstrap that is checked and ready to run. */
export interface RunPlan {
  readonly fit: FitResult;
  readonly context: FitContext;
  /** What each replicate computes: the sample, the scheme and the seed. */
  readonly task: BootstrapTask;
  /** The numbers of the replicates. */
  readonly range: Range;
  readonly names: readonly string[];
  /** Names of the numbers that follow the coefficients in a replicate. */
  readonly statistics: readonly string[];
  /** Number of values in a replicate. */
  readonly width: number;
  readonly summary: SummaryOptions;
  readonly options: BootstrapOptions;
}

/** A task, with the intervals and statistics that its replicates are computed for. */
export interface ResolvedTask {
  readonly task: BootstrapTask;
  readonly ci: readonly IntervalMethod[];
  readonly statistics: Statistics;
  /** Number of values that a replicate returns per coefficient, in addition to the coefficient. */
  readonly each: number;
  /** Whether tests of serial correlation centre the products of residuals, for tasks that have these tests. */
  readonly arCentred?: boolean | undefined;
}

/** The subject of a bootstrap: a result with the data and estimate behind it. */
interface Subject {
  readonly fit: FitResult;
  readonly context: FitContext;
}

export function planFrom(
  { fit, context }: Subject,
  resolved: ResolvedTask,
  options: BootstrapOptions,
): RunPlan {
  const { task, each } = resolved;
  const { scheme } = task;
  const names = Object.keys(fit.params);
  // If the number of replicates equals the number of sign vectors, each vector is used once.
  const reps = scheme.enumerated === true ? 2 ** scheme.units! : options.reps;
  const range = { first: 0, end: reps };
  const summary = summaryOptions(context, resolved, options);
  const statistics = statisticNames(fit, summary, each);
  const width = names.length + statistics.length;
  const run = { range, summary, options: { ...options, reps } };
  return { fit, context, task, names, statistics, width, ...run };
}

function summaryOptions(
  { model }: FitContext,
  { task, ci, statistics, arCentred }: ResolvedTask,
  { level, pValue, precision }: BootstrapOptions,
): SummaryOptions {
  const { scheme, seed, recenter } = task;
  return {
    scheme,
    seed,
    ...(recenter !== undefined && { recenter }),
    ...(arCentred !== undefined && { arCentred }),
    ci: [...ci],
    level: level ?? model.level,
    pValue: pValue ?? 'symmetric',
    precision,
    ...statistics,
  };
}
