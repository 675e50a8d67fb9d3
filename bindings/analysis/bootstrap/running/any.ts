/** How the bootstrap of any fit is executed. */
import type { Engine } from '../../../core/engine/engine.js';
import type { RunPlan } from '../plan/plan.js';
import { kindOf } from '../kinds/registry.js';
import { prepareAny } from '../prepare-any.js';
import type { Collection } from '../replicates.js';
import type { BootstrapTask } from '../replicator.js';
import type { Saver } from '../storage/saver.js';
import { studyOf } from '../study.js';
import type { LinearTask } from '../tasks/linear.js';
import type { SummaryOptions } from '../summary/options.js';
import { isWild } from '../summary/scheme.js';
import type { Method } from './method.js';

export const anyMethod: Method = {
  study: studyOf(prepareAny),
  async regressions(plan, { scheme, tests = [], joint = [] }) {
    if (!isWild(scheme) && tests.length === 0) return undefined;
    const { ofRegressions } = await import('../summary/regressions.js');
    if (joint.length === 0) return ofRegressions;
    const { bootstrapJointTests } = await import('../summary/tests/joint-tests.js');
    const { withWildErrors } = await import('./wild-errors.js');
    return {
      ...ofRegressions,
      tests: (engine, _, ...more) =>
        bootstrapJointTests(engine, withWildErrors(engine, plan), ...more),
    };
  },
  readyTask,
  isSlow,
  async leaveOut({ context, task, options }) {
    const { leaveOutEach } = await import('../deletions/leave-one-out.js');
    return leaveOutEach(context, task, options.signal);
  },
  withSets,
  openCheckpoint,
};

/** True if a replicate takes long: it estimates rows, or builds indices. */
export function isSlow(task: BootstrapTask): boolean {
  return kindOf(task).isSlow || task.rebuild !== undefined;
}

async function readyTask(engine: Engine, plan: RunPlan): Promise<BootstrapTask> {
  const { rebuild } = plan.task;
  if (rebuild !== undefined)
    (await import('../rebuilt/resampler.js')).checkRebuilt(engine, rebuild);
  const task = withThresholds(engine, plan);
  return (plan.summary.joint ?? []).length > 0 ? withJoint(engine, plan, task) : task;
}

/** Adds the hypotheses of joint tests. */
async function withJoint(
  engine: Engine,
  { fit, context, summary }: RunPlan,
  task: BootstrapTask,
): Promise<BootstrapTask> {
  const { jointHypotheses } = await import('../summary/tests/joint-tests.js');
  const joint = summary.joint!.map((text) => jointHypotheses(engine, fit, context, text));
  return { ...(task as LinearTask), joint };
}

/** Adds the probabilities of the units if the task draws them with unequal ones. */
export function withThresholds(
  engine: Engine,
  { context, task }: Pick<RunPlan, 'context' | 'task'>,
): BootstrapTask {
  if (task.recenter !== 'brown-newey') return task;
  return { ...task, thresholds: kindOf(task).thresholds!(engine, context, task) };
}

async function withSets(
  { fit, task, options }: RunPlan,
  summary: SummaryOptions,
): Promise<SummaryOptions> {
  if (kindOf(task).invertsApart?.(task, summary.ci) !== true) return summary;
  const { invertTests } = await import('../invert-tests.js');
  return { ...summary, inverted: await invertTests(fit, task as LinearTask, summary, options) };
}

async function openCheckpoint(plan: RunPlan, collected: Collection): Promise<Saver | undefined> {
  const { checkpoint } = plan.options;
  if (checkpoint === undefined) return undefined;
  const { openStored } = await import('./checkpoint.js');
  return openStored(plan, checkpoint, collected);
}
