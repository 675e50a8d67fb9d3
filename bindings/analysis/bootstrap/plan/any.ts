/** Plans the bootstrap of any fit. */
import { requireContext } from '../../../models/context.js';
import type { FitContext } from '../../../models/fit-context.js';
import { fittedModel, linearOf } from '../../../models/fitted-model.js';
import { checkOtherColumns } from '../../../models/refits/unchanged.js';
import type { FitResult } from '../../../results/fit.js';
import type { BootstrapOptions } from '../options.js';
import { withRebuild } from '../rebuilt/plan.js';
import { checkFits } from '../replicates.js';
import type { BootstrapTask } from '../replicator.js';
import { defaultIntervals, isWild } from '../summary/scheme.js';
import { readStatistics, splitHypotheses } from '../summary/statistics.js';
import { planLinear } from '../tasks/linear-plan.js';
import { weightedTask } from '../tasks/weighted.js';
import { resolveByUnit } from './by-unit.js';
import { checkInstrumentTests } from './instrument-tests.js';
import { planFrom, type ResolvedTask, type RunPlan } from './plan.js';

/**
 * Plans a bootstrap whose options have been checked.
 *
 * @throws InputError `result-without-data`, `no-bootstrap`, `too-many-replicates`
 */
export function planRun(fit: FitResult, options: BootstrapOptions): RunPlan {
  const plan = planOf(fit, requireContext('bootstrap', fit), options);
  if (options.runner?.partial !== true) checkFits(plan.range.end, plan.width, options.memory);
  return plan;
}

/** Plans a bootstrap from the context of a fit, whatever the number of replicates. */
export function planOf(fit: FitResult, context: FitContext, options: BootstrapOptions): RunPlan {
  const resolved = resolveTask(context, options);
  const task = withRebuild(context, resolved.task, options); // builds the indices of the model again
  checkInstrumentTests(fit, resolved.statistics.tests);
  return planFrom({ fit, context }, { ...resolved, task }, options);
}

/** Resolves the options against the estimate, once for the whole run. Throws as `taskOf`. */
function resolveTask(context: FitContext, options: BootstrapOptions): ResolvedTask {
  const { byUnit } = fittedModel(context);
  if (byUnit !== undefined) return resolveByUnit(byUnit, context, options);
  const statistics = readStatistics(options.statistics);
  checkOtherColumns('bootstrap', context, [options.cluster, options.subcluster, options.order]);
  const linear = linearOf(context);
  const task =
    linear === undefined
      ? weightedTask(context, options, statistics.tests)
      : planLinear(linear, options, statistics.tests);
  const ci = options.ci ?? defaultIntervals(task.scheme);
  const tested = isWild(task.scheme) ? splitHypotheses(statistics) : statistics;
  return { task, ci, statistics: tested, each: task.statistics };
}

/** @throws InputError `no-bootstrap`, `bad-value` */
export function taskOf(context: FitContext, options: BootstrapOptions): BootstrapTask {
  return resolveTask(context, options).task;
}
