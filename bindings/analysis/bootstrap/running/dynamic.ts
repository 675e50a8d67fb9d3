/** How a bootstrap is executed in a program that only has dynamic panels: with unchanged columns, kept in memory. */
import type { Engine } from '../../../core/engine/engine.js';
import type { DpdFitted } from '../../../models/dpd/index.js';
import { unitMoments } from '../kinds/unit-moments.js';
import type { RunPlan } from '../plan/plan.js';
import { type DpdTask, prepareDpd } from '../replicator.js';
import { studyOf } from '../study.js';
import type { Method } from './method.js';

export const dpdMethod: Method = {
  study: studyOf((engine, task) => prepareDpd(engine, task as DpdTask)),
  readyTask: (engine, plan) => {
    const task = plan.task as DpdTask;
    if (task.recenter !== 'brown-newey') return task;
    return {
      ...task,
      thresholds: unitMoments.thresholds(engine, { moments: plan.context as DpdFitted }),
    };
  },
  isSlow: () => false,
  leaveOut: leaveOutUnits,
};

async function leaveOutUnits({ task, context, options }: RunPlan) {
  const { leaveOut, unitNamesOf } = await import('../deletions/leave-out.js');
  const deletions = {
    prepare: (engine: Engine) => prepareDpd(engine, unitMoments.coefficients(task as DpdTask)),
    nameUnits: (units: Int32Array) => unitNamesOf(context as DpdFitted, units),
  };
  return leaveOut(deletions, context.engine?.module, options.signal);
}
