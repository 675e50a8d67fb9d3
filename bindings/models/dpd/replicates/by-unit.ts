/** The replicates of a dynamic panel, and what comparisons of groups and indices built again need. */
import { codesByRow } from '../../panel/units.js';
import type { UnitReplicates } from '../../protocol.js';
import type { DpdFitted } from '../fit.js';
import { dpdDraws } from './draws.js';
import { type DpdTask, dpdTask, estimatesTask, noStatistics } from './task.js';

export const dpdByUnit: UnitReplicates<DpdFitted> = {
  ...dpdDraws,
  column: ({ model }) => model.panel.unit,
  rowsOf({ sample: { panel } }, unit) {
    return panel.order.subarray(panel.unitStart[unit], panel.unitStart[unit + 1]);
  },
  unitsOfRows({ sample: { panel } }) {
    return { unitOf: codesByRow(panel).unit, count: panel.nunits };
  },
  errorsTask,
};

/** The task for estimates and their errors by unit, without recentring. Throws as `dpdTask`. */
function errorsTask(fit: DpdFitted): DpdTask {
  const { steps, vcov } = fit.model;
  const twoSteps = vcov.type === 'windmeijer' ? 'windmeijer' : 'model';
  const covariance = steps === 1 ? 'robust' : twoSteps;
  return { ...estimatesTask(dpdTask(fit, {}, [])), statistics: { ...noStatistics, covariance } };
}
