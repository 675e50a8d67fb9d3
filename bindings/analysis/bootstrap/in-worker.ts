/** A bootstrap in a single call, for workers that bootstrap one model after another. */
import { scope } from '../../core/engine/arena.js';
import type { Engine } from '../../core/engine/engine.js';
import type { FitContext } from '../../models/fit-context.js';
import type { BootstrapResult } from '../../results/fit.js';
import type { SchemeKeys } from '../../results/bootstrap/scheme.js';
import { jackknife, type LeftOut } from './summary/jackknife.js';
import type { BootstrapOptions } from './options.js';
import { checkFits, collectReplicates, type Replicates } from './replicates.js';
import { prepareTask } from './prepared.js';
import { planOf } from './plan/any.js';
import { withThresholds } from './running/any.js';
import { checkRebuilt } from './rebuilt/table.js';
import type { RunPlan } from './plan/plan.js';
import { ofRegressions } from './summary/regressions.js';
import { summarizeRun } from './summary/summary.js';
import type { BootstrapTask } from './replicator.js';
import { namesOf } from './deletions/leave-one-out.js';
import { kindOf } from './kinds/registry.js';

/** The options of a bootstrap that does not pause for other work between its replicates. */
type WorkerOptions = Pick<
  BootstrapOptions,
  'reps' | 'seed' | 'scheme' | 'ci' | 'recenter' | 'pValue' | keyof SchemeKeys
>;

/**
 * Returns the same bits as `bootstrap`, computed without a pause in an engine that also does other work.
 *
 * @throws as `bootstrap` and its `result` do
 */
export function bootstrapInWorker(
  engine: Engine,
  fitted: FitContext,
  options: WorkerOptions,
): BootstrapResult {
  const { result: fit } = fitted;
  const plan = planOf(fit, fitted, options);
  checkFits(plan.range.end, plan.width);
  const { task, summary } = plan;
  const replicates = replicatesOf(engine, plan);
  const more = { regressions: ofRegressions };
  if (!summary.ci.includes('bca')) return summarizeRun(engine, fit, replicates, summary, more);
  const deleted = leaveOutInWorker(engine, fitted, task);
  const accelerated = { ...summary, jackknife: jackknife(engine, fit, deleted, []) };
  return summarizeRun(engine, fit, replicates, accelerated, more);
}

function replicatesOf(engine: Engine, plan: RunPlan): Replicates {
  const { range, width, statistics } = plan;
  const collected = collectReplicates(range, width, { statistics });
  if (plan.task.rebuild !== undefined) checkRebuilt(engine, plan.task.rebuild);
  const task = withThresholds(engine, plan);
  scope(engine, () => collected.add(prepareTask(engine, task).run(0, range.end)));
  return collected.inOrder();
}

/** `leaveOutEach` without pauses, in an engine that also does other work. */
function leaveOutInWorker(engine: Engine, context: FitContext, task: BootstrapTask): LeftOut {
  return scope(engine, () => {
    const { width, nunits, units, leaveOut } = prepareTask(engine, kindOf(task).coefficients(task));
    const collected = collectReplicates({ first: 0, end: nunits }, width);
    collected.add(leaveOut(0, nunits));
    return { estimates: collected.inOrder(), names: namesOf(context, task.scheme, units) };
  });
}
