/** Between estimator: least squares of unit means, each unit once (Stata's xtreg, be). */
import { exhausted } from '../../memory/arena';
import { Status } from '../../status';
import { copyRecord, regress } from './regression';
import { PanelTask } from './task';

/** Rows are units; clusters, weights and periods do not carry over. */
export function fitBetween(task: PanelTask): Status {
  const means = task.means;
  const between = copyRecord(task.design);
  if (exhausted()) return Status.OutOfMemory;
  between.nrows = means.nunits;
  between.x = means.x;
  between.y = means.y;
  between.xLow = 0;
  between.yLow = 0;
  between.nclusterings = 0;
  between.period = 0;
  between.nperiods = 0;
  return regress(between, task.options, task.fit);
}
