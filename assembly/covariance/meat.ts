/**
 * The sum of outer products of scores, or what a kind of covariance makes of it, in the coordinates of the
 * orthonormal columns X C: one protocol, one file for each kind. A kind reads the model, the design's clusters,
 * units and periods (whose rows are the model's rows) and the options, and adds to a k x k matrix, of which the
 * upper triangle counts; it writes `factor`, `bandwidth` and `saturated`. V = factor C meat C' (`sandwich.ts`).
 */
import { getInt } from '../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../memory/records';
import { Status } from '../status';
import { LinearModel } from '../linear/linear';
import { clusterRobust } from './cluster';
import { clusterCV2 } from './cluster-cv2';
import { clusterJackknife } from './cluster-jackknife';
import { driscollKraay } from './driscoll-kraay';
import { hac } from './hac';
import { heteroskedastic } from './heteroskedastic';
import { multiwayCluster } from './multiway';

/** The numbers of LinearOptions.covariance; 0 has no meat. */
const HC0: i32 = 1;
const HC4: i32 = 5;
const CV1: i32 = 6;
const CV2: i32 = 7;
const CV3: i32 = 8;
const HAC: i32 = 9;
const DRISCOLL_KRAAY: i32 = 10;

/** Adds to the meat (k x k, zero on entry) of a model that has its root. Statuses as in `covariance`. */
export function addScores(
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
  meat: usize,
): Status {
  const kind = options.covariance;
  if (model.root == 0) return Status.BadRecord;
  if (kind >= HC0 && kind <= HC4) return heteroskedastic(model, kind - HC0, options, fit, meat);
  if (kind >= CV1 && kind <= CV3) return clustered(model, design, options, fit, meat);
  if (design.period == 0) return Status.BadOption;
  if (kind == HAC) {
    return model.frequency != 0 ? Status.BadOption : hac(model, design, options, fit, meat);
  }
  if (kind != DRISCOLL_KRAAY) return Status.BadOption;
  return driscollKraay(model, design, options, fit, meat);
}

function clustered(
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
  meat: usize,
): Status {
  const dimensions = design.nclusterings;
  if (dimensions < 1 || dimensions > 4) return Status.BadOption;
  for (let d = 0; d < dimensions; ++d) {
    if (getInt(design.clusterCounts, d) < 2) {
      fit.detail = d;
      return Status.TooFewClusters;
    }
  }
  if (options.covariance == CV1) {
    return dimensions == 1
      ? clusterRobust(model, design, options, fit, meat)
      : multiwayCluster(model, design, options, fit, meat);
  }
  if (dimensions > 1) return Status.BadOption;
  if (options.covariance == CV2) return clusterCV2(model, design, fit, meat);
  return clusterJackknife(model, design, options, fit, meat);
}
