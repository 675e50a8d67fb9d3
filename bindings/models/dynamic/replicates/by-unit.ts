/** The replicates of a dynamic panel, and what comparisons of groups and indices built again need. */
import { codesByRow } from '../../linear/design/units.js';
import type { UnitReplicates } from '../../protocol.js';
import type { DynamicFit } from '../fit.js';
import { dynamicDraws } from './draws.js';
import { type UnitMomentsTask, unitMomentsTask, estimatesTask, noStatistics } from './task.js';

export const dynamicByUnit: UnitReplicates<DynamicFit> = {
  ...dynamicDraws,
  column: ({ model }) => model.panel.unit,
  rowsOf({ sample: { panel } }, unit) {
    return panel.order.subarray(panel.unitStart[unit], panel.unitStart[unit + 1]);
  },
  unitsOfRows({ sample: { panel } }) {
    return { unitOf: codesByRow(panel).unit, count: panel.nunits };
  },
  errorsTask,
};

/** The task for estimates and their errors by unit, without recentring. Throws as `unitMomentsTask`. */
function errorsTask(fit: DynamicFit): UnitMomentsTask {
  const { steps, vcov } = fit.model;
  const twoSteps = vcov.type === 'windmeijer' ? 'windmeijer' : 'model';
  const covariance = steps === 1 ? 'robust' : twoSteps;
  return {
    ...estimatesTask(unitMomentsTask(fit, {}, [])),
    statistics: { ...noStatistics, covariance },
  };
}
