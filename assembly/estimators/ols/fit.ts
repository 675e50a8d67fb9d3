/**
 * Least squares of rows multiplied by the square roots of their weights:
 *
 *   b = (X'WX)^-1 X'Wy,  rss = e'We,  residuals e = y - X b without weights
 */
import { Covariance } from '../../covariance/kinds';
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { doubles, get, getInt, set } from '../../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../../memory/records';
import { Status } from '../../status';
import { partSize } from '../../covariance/clusters/cluster-parts';
import { covariance } from '../../covariance/covariance';
import { clearRounding } from '../../covariance/rounding';
import { leastSquares } from '../../linear/least-squares';
import { LinearModel } from '../../linear/linear';
import { describeSlopes } from '../../covariance/slopes';
import { outcomeSums, squaresAboutMean } from '../../linear/totals';
import { scaleDesign, scaleLengths, unscaleFit } from '../../linear/scale';
import { WeightedRows, openRows } from '../../linear/weighted-rows';

/** Estimates a model. The caller owns the arena scope; results point into it. */
export function ols_fit(designAddress: usize, optionsAddress: usize, fitAddress: usize): Status {
  const design = changetype<LinearDesign>(designAddress);
  const options = changetype<LinearOptions>(optionsAddress);
  const fit = changetype<LinearFit>(fitAddress);
  if (fit.size != i32(offsetof<LinearFit>())) return Status.BadRecord;
  if (design.size != i32(offsetof<LinearDesign>())) return Status.BadRecord;
  if (options.size != i32(offsetof<LinearOptions>())) return Status.BadRecord;
  const scaling = scaleDesign(design);
  if (exhausted()) return Status.OutOfMemory;
  const lengths = options.lengths;
  scaleLengths(scaling, options);
  fit.ordinary = i32(scaling.ordinary);
  const status = estimate(scaling.design, options, fit);
  options.lengths = lengths;
  if (status != Status.Ok) return status;
  return unscaleFit(scaling, options, fit, design.nrows) ? Status.Ok : Status.OutOfMemory;
}

function estimate(design: LinearDesign, options: LinearOptions, fit: LinearFit): Status {
  const model = openModel(design, options, fit);
  const rows = changetype<WeightedRows>(alloc(offsetof<WeightedRows>()));
  if (exhausted()) return Status.OutOfMemory;
  let status = openRows(design, model, rows);
  if (status != Status.Ok) return status;
  fit.nobs = rows.nobs;
  fit.sumLogWeights = rows.sumLogWeights;
  fit.dfResid = rows.nobs - f64(model.k) - f64(options.dfAbsorbed);
  model.rankTolerance = options.rankTolerance;
  status = leastSquares(model);
  fit.detail = model.detail;
  if (model.n < model.k || !(fit.dfResid > 0)) {
    const left = fit.dfResid + f64(model.k - model.rank);
    return status == Status.RankDeficient && left > 0 ? status : Status.NoDegreesOfFreedom;
  }
  if (status != Status.Ok) return status;
  fit.rss = model.rss;
  fit.condition = model.condition;
  const outcome = outcomeSums(model.n, design.y, rows.roots);
  fit.tss = outcome.squares;
  fit.tssCentered = squaresAboutMean(outcome);
  status = covariance(model, design, options, fit);
  if (status != Status.Ok) return status;
  if (!clearRounding(model, options, fit)) return Status.OutOfMemory;
  if (!describeSlopes(design, options, fit)) return Status.OutOfMemory;
  unweigh(model, rows.roots);
  return Status.Ok;
}

export function openModel(
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
): LinearModel {
  const model = changetype<LinearModel>(allocZeroed(offsetof<LinearModel>()));
  const n = design.nrows;
  const k = design.nregressors;
  model.n = n;
  model.k = k;
  model.params = alloc(doubles(k));
  model.residuals = alloc(doubles(n));
  model.bread = alloc(doubles(k * k));
  model.root = alloc(doubles(k * k));
  model.leverage = 0;
  model.constant = design.intercept != 0;
  model.nyielding = 0;
  model.dependence = allocZeroed(doubles(k * k));
  fit.nparams = k;
  fit.params = model.params;
  fit.residuals = model.residuals;
  fit.bread = model.bread;
  fit.dependence = model.dependence;
  fit.leverage = 0;
  fit.stdErrors = 0;
  fit.vcov = alloc(doubles(k * k));
  fit.influence = options.influenceOf > 0 ? alloc(doubles(n)) : 0;
  fit.clusterParts = allocParts(design, options);
  return model;
}

/** Room for the parts of the clusters, or 0 if no coefficient needs them. */
function allocParts(design: LinearDesign, options: LinearOptions): usize {
  if (options.covariance != Covariance.CV2 || options.ncoefficients == 0) return 0;
  if (design.nclusterings != 1) return 0;
  const nclusters = getInt(design.clusterCounts, 0);
  return alloc(doubles(nclusters * partSize(design.nregressors, options.ncoefficients)));
}

/** Computes the residuals of the rows before weighting. */
function unweigh(model: LinearModel, roots: usize): void {
  if (roots == 0) return;
  for (let i = 0; i < model.n; ++i) {
    set(model.residuals, i, get(model.residuals, i) / get(roots, i));
  }
}
