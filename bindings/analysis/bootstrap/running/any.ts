/** How the bootstrap of any fit is executed. */
import type { Engine } from '../../../core/engine/engine.js';
import { linearOf, unitMomentsOf } from '../../../models/fitted-model.js';
import { leaveOutEach } from '../deletions/leave-one-out.js';
import { impliedRowThresholds, impliedThresholds } from '../implied-probabilities.js';
import { invertTests } from '../invert-tests.js';
import type { RunPlan } from '../plan/plan.js';
import { prepareAny } from '../prepare-given.js';
import type { Collection } from '../replicates.js';
import type { BootstrapTask } from '../replicator.js';
import type { Saver } from '../storage/saver.js';
import { studyOf } from '../study.js';
import type { SummaryOptions } from '../summary/options.js';
import { ofRegressions } from '../summary/regressions.js';
import { invertsApart } from '../tasks/linear.js';
import { momentsTask } from '../tasks/rows.js';
import type { Method } from './method.js';

export const anyMethod: Method = {
  study: studyOf(prepareAny),
  regressions: ofRegressions,
  readyTask,
  leaveOut: ({ context, task, options }) => leaveOutEach(context, task, options.signal),
  withSets,
  openCheckpoint,
};

async function readyTask(engine: Engine, plan: RunPlan): Promise<BootstrapTask> {
  const { rebuild } = plan.task;
  if (rebuild !== undefined)
    (await import('../rebuilt/resampler.js')).checkRebuilt(engine, rebuild);
  return withThresholds(engine, plan);
}

/** Adds the probabilities of the units if the task draws them with unequal ones. */
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

async function withSets(
  { fit, task, options }: RunPlan,
  summary: SummaryOptions,
): Promise<SummaryOptions> {
  if (task.kind !== 'linear' || !invertsApart(task, summary.ci)) return summary;
  return { ...summary, inverted: await invertTests(fit, task, summary, options) };
}

async function openCheckpoint(plan: RunPlan, collected: Collection): Promise<Saver | undefined> {
  const { checkpoint } = plan.options;
  if (checkpoint === undefined) return undefined;
  const { openStored } = await import('./checkpoint.js');
  return openStored(plan, checkpoint, collected);
}
