/**
 * The meat of a covariance in the coordinates of the orthonormal columns X C: a sum of outer products of scores, or
 * what the kind of covariance needs instead. There is one file per kind, and all follow one protocol: a kind reads the
 * model, the options and the clusters, units and periods of the design (whose rows are the model's rows). It adds to
 * the upper triangle of a k x k matrix and writes `factor`, `bandwidth` and `saturated`. V = factor C meat C'
 * (`sandwich.ts`).
 */
import { Covariance } from '../codes';
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
  if (kind >= Covariance.HC0 && kind <= Covariance.HC4) {
    return heteroskedastic(model, kind - Covariance.HC0, options, fit, meat);
  }
  if (kind >= Covariance.CV1 && kind <= Covariance.CV3) {
    return clustered(model, design, options, fit, meat);
  }
  if (design.period == 0) return Status.BadOption;
  if (kind == Covariance.Hac) {
    return model.frequency != 0 ? Status.BadOption : hac(model, design, options, fit, meat);
  }
  if (kind != Covariance.DriscollKraay) return Status.BadOption;
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
  if (options.covariance == Covariance.CV1) {
    return dimensions == 1
      ? clusterRobust(model, design, options, fit, meat)
      : multiwayCluster(model, design, options, fit, meat);
  }
  if (dimensions > 1) return Status.BadOption;
  if (options.covariance == Covariance.CV2) {
    return clusterCV2(model, design, options, fit, meat);
  }
  return clusterJackknife(model, design, options, fit, meat);
}
