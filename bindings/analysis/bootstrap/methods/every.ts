/** The bootstrap of any fit. */
import type { Engine } from '../../../core/engine/engine.js';
import { requireContext } from '../../../models/context.js';
import type { FitContext } from '../../../models/fit-context.js';
import { linearOf, unitMomentsOf } from '../../../models/fitted-model.js';
import { checkOtherColumn } from '../../../models/refits/unchanged.js';
import type { FitResult } from '../../../results/fit.js';
import { leaveOutEach } from '../deletions/leave-one-out.js';
import { withJackknife } from './with-jackknife.js';
import { impliedRowThresholds, impliedThresholds } from '../implied-probabilities.js';
import { invertTests } from '../invert-tests.js';
import type { BootstrapOptions } from '../options.js';
import { prepareAny } from '../prepare-given.js';
import { withRebuild } from '../rebuilt/plan.js';
import type { Collection } from '../replicates.js';
import type { BootstrapTask } from '../replicator.js';
import { noSaver, type Saver } from '../storage/saver.js';
import { studyOf } from '../study.js';
import { checkInstrumentTests } from '../summary/tests/instrument-tests.js';
import type { SummaryOptions } from '../summary/options.js';
import { ofRegressions } from '../summary/regressions.js';
import { readStatistics } from '../summary/statistics.js';
import { invertsApart, linearTask } from '../tasks/linear.js';
import { planLinear } from '../tasks/linear-plan.js';
import { momentsTask, rowsTask } from '../tasks/rows.js';
import { defaultIntervals } from '../summary/scheme.js';
import { weightedTask } from '../tasks/weighted.js';
import { resolveDpd } from './dpd.js';
import type { Method, RunPlan } from './method.js';
import { checkPlan, planFrom, type ResolvedTask } from './plan.js';

const method: Method = {
  study: studyOf(prepareAny),
  regressions: ofRegressions,
  readyTask,
  completeSummary,
  openCheckpoint,
};

/**
 * Plans a bootstrap whose options have been checked.
 *
 * @throws InputError `result-without-data`, `no-bootstrap`, `too-many-replicates`
 */
export function planRun(fit: FitResult, options: BootstrapOptions): RunPlan {
  const plan = planOf(fit, requireContext('bootstrap', fit), options);
  if (options.runner?.partial !== true) checkPlan(plan);
  return plan;
}

/** Plans a bootstrap from the context of a fit, however many replicates it has. */
export function planOf(fit: FitResult, context: FitContext, options: BootstrapOptions): RunPlan {
  const resolved = resolveTask(context, options);
  const task = withRebuild(context, resolved.task, options); // builds the indices of the model again
  checkInstrumentTests(fit, resolved.statistics.tests);
  return planFrom({ fit, context, method }, { ...resolved, task }, options);
}

/** Resolves the options against the estimate, once for the whole run. Throws as `taskOf`. */
function resolveTask(context: FitContext, options: BootstrapOptions): ResolvedTask {
  const moments = unitMomentsOf(context);
  if (moments !== undefined) return resolveDpd(moments, options);
  const statistics = readStatistics(options.statistics);
  checkOtherColumn('bootstrap', context, options.cluster);
  checkOtherColumn('bootstrap', context, options.order);
  const linear = linearOf(context);
  if (linear === undefined) {
    const task = weightedTask(context, options, statistics.tests);
    return { task, ci: options.ci ?? defaultIntervals(task.scheme), statistics };
  }
  const plan = planLinear(linear, options, statistics.tests);
  const task = plan.kind === 'rows' ? rowsTask(plan) : linearTask(plan);
  return { task, ci: plan.ci, statistics };
}

/** @throws InputError `no-bootstrap`, `bad-value` */
export function taskOf(context: FitContext, options: BootstrapOptions): BootstrapTask {
  return resolveTask(context, options).task;
}

async function readyTask(engine: Engine, plan: RunPlan): Promise<BootstrapTask> {
  const { rebuild } = plan.task;
  if (rebuild !== undefined)
    (await import('../rebuilt/resampler.js')).checkRebuilt(engine, rebuild);
  return withThresholds(engine, plan);
}

/** Adds the probabilities of the units to a task that draws them with unequal ones. */
export function withThresholds(
  engine: Engine,
  { context, task }: Pick<RunPlan, 'context' | 'task'>,
): BootstrapTask {
  if (task.recenter !== 'brown-newey') return task;
  if (task.kind === 'dpd') {
    return { ...task, thresholds: impliedThresholds(engine, unitMomentsOf(context)!) };
  }
  const linear = linearOf(context)!;
  const moments = task.kind === 'rows' ? momentsTask(linear, task) : task;
  const { rankInstruments = 0 } = linear.estimate;
  return { ...task, thresholds: impliedRowThresholds(engine, moments, rankInstruments) };
}

async function completeSummary(engine: Engine, plan: RunPlan): Promise<SummaryOptions> {
  const { context, task, fit, options } = plan;
  const summary = await withJackknife(engine, plan, () =>
    leaveOutEach(context, task, options.signal),
  );
  if (task.kind !== 'linear' || !invertsApart(task, summary.ci)) return summary;
  return { ...summary, inverted: await invertTests(fit, task, summary, options) };
}

async function openCheckpoint(plan: RunPlan, collected: Collection): Promise<Saver> {
  const { checkpoint } = plan.options;
  if (checkpoint === undefined) return noSaver;
  const { openStored } = await import('./checkpoint.js');
  return openStored(plan, checkpoint, collected);
}
