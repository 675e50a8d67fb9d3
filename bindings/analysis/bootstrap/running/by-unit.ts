/** How replicates of units are executed in a program that has no others: with unchanged columns, kept in memory. */
import type { Engine } from '../../../core/engine/engine.js';
import { type UnitMomentsTask, estimatesTask } from '../../../models/dynamic/replicates/task.js';
import type { FitContext } from '../../../models/fit-context.js';
import type { UnitDraws } from '../../../models/protocol.js';
import { impliedThresholds } from '../implied-probabilities.js';
import { prepareMoments } from '../replicator.js';
import { studyOf } from '../study.js';
import type { Method } from './method.js';

export function methodByUnit(byUnit: UnitDraws<FitContext>): Method {
  return {
    study: studyOf((engine, task) => prepareMoments(engine, task as UnitMomentsTask)),
    readyTask(engine, { task, context }) {
      if (task.recenter !== 'brown-newey') return task;
      return { ...task, thresholds: impliedThresholds(engine, byUnit.implied(context)) };
    },
    isSlow: () => false,
    async leaveOut({ task, context, options }) {
      const { leaveOut } = await import('../deletions/leave-out.js');
      const deletions = {
        prepare: (engine: Engine) => prepareMoments(engine, estimatesTask(task as UnitMomentsTask)),
        nameUnits: (units: Int32Array) => byUnit.names(context, units),
      };
      return leaveOut(deletions, context.engine?.module, options.signal);
    },
  };
}
