/** The covariance matrix of a solved linear model: V = factor (X'X)^-1 M (X'X)^-1, or s^2 (X'X)^-1. */
import { allocZeroed, exhausted, mark, release } from '../memory/arena';
import { doubles } from '../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../memory/records';
import { Status } from '../status';
import { LinearModel } from '../linear/linear';
import { findIndefinite } from './indefinite';
import { influence } from './influence';
import { Covariance, addScores } from './kinds';
import { sandwich } from './sandwich';
import { unadjusted } from './kinds/unadjusted';

/**
 * Fills fit.vcov (k x k) and, with `influenceOf`, fit.influence (n), both allocated by the caller; sets factor,
 * bandwidth, indefinite and saturated. TooFewClusters:
 * `detail` is the dimension with fewer than two; NoDegreesOfFreedom: no rows are left after k and the absorbed
 * effects; ShapeMismatch and TooManyLags: see `hac`; BadOption: clusters, periods or frequencies that the kind needs or cannot
 * take; BadRecord: a robust kind and a model without its root.
 */
export function covariance(
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
): Status {
  fit.factor = 1;
  fit.bandwidth = 0;
  fit.indefinite = 0;
  fit.saturated = 0;
  if (options.covariance == Covariance.Unadjusted) return unadjusted(model, options, fit);
  const scope = mark();
  const meat = allocZeroed(doubles(model.k * model.k));
  if (exhausted()) return Status.OutOfMemory;
  let status = addScores(model, design, options, fit, meat);
  if (status == Status.Ok) status = sandwich(model, meat, fit.factor, fit.vcov);
  const several = options.covariance == Covariance.CV1 && design.nclusterings > 1;
  if (status == Status.Ok && several) status = findIndefinite(model.k, fit);
  release(scope);
  if (status == Status.Ok && options.influenceOf > 0) {
    influence(model, options.influenceOf - 1, fit.influence);
  }
  return status;
}
