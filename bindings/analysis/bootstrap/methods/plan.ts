/** A bootstrap from a resolved task to a plan, the same for every estimator. */
import type { FitContext } from '../../../models/fit-context.js';
import type { FitResult } from '../../../results/fit.js';
import type { IntervalMethod } from '../../../results/scheme.js';
import type { BootstrapOptions } from '../options.js';
import { recentred } from '../recentred.js';
import { checkFits } from '../replicates.js';
import type { BootstrapTask } from '../replicator.js';
import { statisticNames } from '../summary/layout.js';
import type { SummaryOptions } from '../summary/options.js';
import type { Statistics } from '../summary/statistics.js';
import type { Method, RunPlan } from './method.js';

/** A task with the intervals and statistics that its replicates serve. */
export interface ResolvedTask {
  readonly task: BootstrapTask;
  readonly ci: readonly IntervalMethod[];
  readonly statistics: Statistics;
}

/** What is bootstrapped: a result with what it was computed from, and how. */
export interface Subject {
  readonly fit: FitResult;
  readonly context: FitContext;
  readonly method: Method;
}

export function planFrom(
  { fit, context, method }: Subject,
  resolved: ResolvedTask,
  options: BootstrapOptions,
): RunPlan {
  const { task } = resolved;
  const names = Object.keys(fit.params);
  const reps = repsOf(task, options);
  const range = { first: 0, end: reps };
  const summary = summaryOptions(context, resolved, options);
  const each = task.kind === 'dpd' ? 0 : task.statistics;
  const statistics = statisticNames(fit, summary, each);
  const width = names.length + statistics.length;
  const run = { range, summary, options: { ...options, reps } };
  return { fit, context, task, names, statistics, width, method, ...run };
}

/** @throws InputError `too-many-replicates` */
export function checkPlan({ range, width, options }: RunPlan): void {
  checkFits(range.end - range.first, width, options.memory);
}

/** Returns the number of replicates: that of the sign vectors if all of them are used. */
function repsOf({ scheme }: BootstrapTask, { reps }: BootstrapOptions): number {
  return scheme.enumerated === true ? 2 ** scheme.units! : reps;
}

function summaryOptions(
  { model }: FitContext,
  { task, ci, statistics }: ResolvedTask,
  { level, pValue, precision }: BootstrapOptions,
): SummaryOptions {
  return {
    scheme: task.scheme,
    seed: task.seed,
    ...recentred(task),
    ...(task.kind === 'dpd' && { arCentred: task.statistics.centre !== null }),
    ci: [...ci],
    level: level ?? model.level,
    pValue: pValue ?? 'symmetric',
    precision,
    ...statistics,
  };
}
