/** The bootstrap of a dynamic panel alone: of given columns, and kept in memory. */
import type { Engine } from '../../../core/engine/engine.js';
import type { DpdFitted } from '../../../models/dpd/index.js';
import type { FitResult } from '../../../results/fit.js';
import { withJackknife } from './with-jackknife.js';
import { impliedThresholds } from '../implied-probabilities.js';
import type { BootstrapOptions } from '../options.js';

import { type DpdTask, prepareDpd } from '../replicator.js';
import { noSaver } from '../storage/saver.js';
import { defaultIntervals } from '../summary/scheme.js';
import { studyOf } from '../study.js';
import { readStatistics } from '../summary/statistics.js';
import { dpdTask } from '../tasks/dpd.js';
import type { Method, RunPlan } from './method.js';
import { checkPlan, planFrom, type ResolvedTask } from './plan.js';

/** @throws InputError `no-bootstrap`, `bad-value`, `too-many-replicates` */
export function planDpd(fit: FitResult, context: DpdFitted, options: BootstrapOptions): RunPlan {
  const subject = { fit, context, method: dpdMethod };
  const plan = planFrom(subject, resolveDpd(context, options), options);
  checkPlan(plan);
  return plan;
}

/** @throws InputError `no-bootstrap`, `bad-value` */
export function resolveDpd(context: DpdFitted, options: BootstrapOptions): ResolvedTask {
  const statistics = readStatistics(options.statistics);
  const task = dpdTask(context, options, statistics.tests);
  return { task, ci: options.ci ?? defaultIntervals(task.scheme), statistics };
}

const dpdMethod: Method = {
  study: studyOf((engine, task) => prepareDpd(engine, task as DpdTask)),
  readyTask: (engine, plan) => {
    const task = plan.task as DpdTask;
    if (task.recenter !== 'brown-newey') return task;
    return { ...task, thresholds: impliedThresholds(engine, plan.context as DpdFitted) };
  },
  completeSummary: (engine, plan) => withJackknife(engine, plan, () => leaveOutUnits(plan)),
  openCheckpoint: () => Promise.resolve(noSaver),
};

async function leaveOutUnits({ task, context, options }: RunPlan) {
  const { dpdCoefficients, leaveOut, unitNamesOf } = await import('../deletions/leave-out.js');
  const deletions = {
    prepare: (engine: Engine) => prepareDpd(engine, dpdCoefficients(task as DpdTask)),
    nameUnits: (units: Int32Array) => unitNamesOf(context as DpdFitted, units),
  };
  return leaveOut(deletions, context.engine?.module, options.signal);
}
