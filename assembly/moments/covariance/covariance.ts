/**
 * The covariance matrix of a solved linear model: one protocol, one file for each kind. A kind reads the
 * model, the design's clusters, units and periods (whose rows are the model's rows) and the options, and
 * writes `vcov` (k x k, allocated by the caller), `factor`, `bandwidth`, `indefinite` and `saturated`.
 */
import { getInt } from '../../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../../memory/records';
import { Status } from '../../status';
import { LinearModel } from '../linear';
import { clusterRobust } from './cluster';
import { clusterCV2 } from './cluster-cv2';
import { clusterJackknife } from './cluster-jackknife';
import { driscollKraay } from './driscoll-kraay';
import { hac } from './hac';
import { heteroskedastic } from './heteroskedastic';
import { multiwayCluster } from './multiway';
import { unadjusted } from './unadjusted';

/** The numbers of LinearOptions.covariance. */
const UNADJUSTED: i32 = 0;
const HC0: i32 = 1;
const HC4: i32 = 5;
const CV1: i32 = 6;
const CV2: i32 = 7;
const CV3: i32 = 8;
const HAC: i32 = 9;
const DRISCOLL_KRAAY: i32 = 10;

/**
 * Fills fit.vcov and what belongs to it. TooFewClusters: `detail` is the dimension with fewer than two;
 * NoDegreesOfFreedom: no rows are left after k and the absorbed effects; ShapeMismatch: see `hac`;
 * BadOption: clusters, periods or frequencies that the kind needs or cannot take; BadRecord: a robust
 * kind and a model without its root.
 */
export function covariance(
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
): Status {
  const kind = options.covariance;
  fit.factor = 1;
  fit.bandwidth = 0;
  fit.indefinite = 0;
  fit.saturated = 0;
  if (kind == UNADJUSTED) return unadjusted(model, options, fit);
  if (model.root == 0) return Status.BadRecord;
  if (kind >= HC0 && kind <= HC4) return heteroskedastic(model, kind - HC0, options, fit);
  if (kind >= CV1 && kind <= CV3) return clustered(model, design, options, fit);
  if (design.period == 0) return Status.BadOption;
  if (kind == HAC) {
    return model.frequency != 0 ? Status.BadOption : hac(model, design, options, fit);
  }
  return kind == DRISCOLL_KRAAY ? driscollKraay(model, design, options, fit) : Status.BadOption;
}

function clustered(
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
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
      ? clusterRobust(model, design, options, fit)
      : multiwayCluster(model, design, options, fit);
  }
  if (dimensions > 1) return Status.BadOption;
  if (options.covariance == CV2) return clusterCV2(model, design, fit);
  return clusterJackknife(model, design, options, fit);
}
