/**
 * The meat of a covariance in the coordinates of the orthonormal columns X C: a sum of outer products of scores, or
 * what the kind of covariance needs instead. There is one file per kind, and all follow one protocol: a kind reads the
 * model, the options and the clusters, units and periods of the design (whose rows are the model's rows). It adds to
 * the upper triangle of a k x k matrix and writes `factor`, `bandwidth` and `saturated`. V = factor C meat C'
 * (`sandwich.ts`).
 */
import { getInt } from '../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../memory/records';
import { Status } from '../status';
import { LinearModel } from '../linear/linear';
import { clusterRobust } from './kinds/cluster';
import { clusterCV2 } from './kinds/cluster-cv2';
import { clusterJackknife } from './kinds/cluster-jackknife';
import { driscollKraay } from './kinds/driscoll-kraay';
import { hac } from './kinds/hac';
import { heteroskedastic } from './kinds/heteroskedastic';
import { multiwayCluster } from './kinds/multiway';

/** `LinearOptions.covariance`; the words of the options are made as those of `codes.ts`. */
export const enum Covariance {
  Unadjusted = 0,
  HC0 = 1,
  HC1 = 2,
  HC2 = 3,
  HC3 = 4,
  HC4 = 5,
  CV1 = 6,
  CV2 = 7,
  CV3 = 8,
  Hac = 9,
  DriscollKraay = 10,
}

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
  if (kind == Covariance.Hac || kind == Covariance.DriscollKraay) {
    return ordered(model, design, options, fit, meat);
  }
  return Status.BadOption;
}

function ordered(
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
  meat: usize,
): Status {
  if (design.period == 0) return Status.BadOption;
  if (options.covariance == Covariance.DriscollKraay) {
    return driscollKraay(model, design, options, fit, meat);
  }
  return model.frequency != 0 ? Status.BadOption : hac(model, design, options, fit, meat);
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

/** True for kinds made of leverages, which exist only for least squares without absorbed effects. */
export function needsLeverages(kind: i32): bool {
  return (
    (kind >= Covariance.HC2 && kind <= Covariance.HC4) ||
    kind == Covariance.CV2 ||
    kind == Covariance.CV3
  );
}

/** True for kinds that sum the scores of clusters, whose rank is at most their number minus 1. */
export function sumsClusters(kind: i32): bool {
  return kind >= Covariance.CV1 && kind <= Covariance.CV3;
}

/** True for kinds that sum the scores of periods, whose rank is at most their number minus 1. */
export function sumsPeriods(kind: i32): bool {
  return kind == Covariance.DriscollKraay;
}

/** True for kinds that need a row only once. */
export function isStreamed(kind: i32, nclusterings: i32): bool {
  return kind <= Covariance.HC4 || (kind == Covariance.CV1 && nclusterings == 1);
}
