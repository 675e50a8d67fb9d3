/**
 * One-step and two-step GMM of a dynamic panel model, difference or system (Arellano and Bond, 1991;
 * Blundell and Bond, 1998), with the choices of xtabond2 (Roodman, 2009).
 *
 *   one-step   W1 = S1^-1, S1 = sum Z_i'H Z_i;        sigma2 = sum e1^2 / (2 n) over transformed rows
 *   two-step   W2 = S2^-1, S2 = sum g_i g_i', g_i = Z_i'e1_i
 *   Sargan     |T1 Z'e1|^2 / sigma2                   Hansen  |T2 Z'e2|^2
 */
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { doubles, entry, get, set } from '../../memory/layout';
import { DpdDesign, DpdFit, DpdOptions } from '../../memory/records';
import { Status } from '../../status';
import { dscal } from '../../blas/level1';
import { padded, triangleEntry, triangleSize } from '../../blas/panels';
import { dpotrf, dtrsmPanels } from '../../lapack/dpotrf';
import { Gram, openGram } from '../../moments/gram';
import { totalAt } from '../../moments/moment-block';
import { residualSquares } from '../../moments/row-triangle';
import { sandwich, windmeijer } from '../../moments/sandwich';
import { Step, openStep, solveStep, weightedMoments } from '../../moments/step';
import { Whitener, factorize, openWhitener } from '../../moments/whitener';
import { Components } from '../../panel/components';
import { FIRST_DIFFERENCES } from '../../panel/transforms';
import { ArInput, arTests } from './artests';
import { FullModel, differenceTests } from './difference';
import { Model, dependentRegressor, openModel, sampleStatus } from './model';
import { openOneStep } from './one-step';
import {
  RowSums,
  covariancePass,
  derivativePass,
  levelVariance,
  momentsPass,
  openRowSums,
} from './passes';
import { UnitMoments, openUnitMoments } from './unit-moments';

/** Covariances of `DpdOptions`; what is neither is Windmeijer's. */
export const UNADJUSTED: i32 = 0;
export const ROBUST: i32 = 1;


@unmanaged
class Estimate {
  model: Model;
  units: UnitMoments;
  rows: RowSums;
  /** f64, a triangle in panels: S1. */
  s1: usize;
  twoStep: Gram;
  first: Step;
  second: Step;
  whitener1: Whitener;
  whitener2: Whitener;
  /** f64, K x K: robust one-step covariance, and the reported one without small-sample factor. */
  robust: usize;
  vcov: usize;
  /** f64, L: moments at the one-step and at the final estimate. */
  total: usize;
}

/** Estimates a model. The caller owns the arena scope; results point into it. */
export function dpd_fit(designAt: usize, optionsAt: usize, fitAt: usize): Status {
  const design = changetype<DpdDesign>(designAt);
  const options = changetype<DpdOptions>(optionsAt);
  const fit = changetype<DpdFit>(fitAt);
  if (fit.size != i32(offsetof<DpdFit>())) return Status.BadRecord;
  if (design.size != i32(offsetof<DpdDesign>())) return Status.BadRecord;
  if (options.size != i32(offsetof<DpdOptions>())) return Status.BadRecord;
  const model = openModel(design);
  if (exhausted()) return Status.OutOfMemory;
  describeSample(model, fit);
  const status = sampleStatus(model);
  if (status != Status.Ok) return status;
  const estimate = openEstimate(model);
  fit.ar = alloc(doubles(4 * options.arOrders));
  fit.diffHansen = alloc(doubles(4 * options.ntests));
  if (exhausted()) return Status.OutOfMemory;
  return run(estimate, options, fit);
}

function run(estimate: Estimate, options: DpdOptions, fit: DpdFit): Status {
  let status = firstStep(estimate, fit);
  if (status != Status.Ok) return status;
  if (!isClassical(options)) {
    status = secondStep(estimate, fit);
    // A one-step fit needs the second step for its Hansen test only, and can do without.
    const needed = options.steps == 2 || status == Status.OutOfMemory;
    if (status != Status.Ok && needed) return status;
  }
  status = covariance(estimate, options);
  if (status != Status.Ok) return status;
  status = report(estimate, options, fit);
  return status == Status.Ok ? difference(estimate, options, fit) : status;
}

/** An unadjusted one-step fit, whose errors and tests rest on sigma2 H. */
function isClassical(options: DpdOptions): bool {
  return options.steps == 1 && options.covariance == UNADJUSTED;
}

/** Difference-in-Hansen, or in Sargan after an unadjusted one-step fit. */
function difference(estimate: Estimate, options: DpdOptions, fit: DpdFit): Status {
  if (!fit.twoStep && !isClassical(options)) {
    for (let i = 0; i < 4 * options.ntests; ++i) set(fit.diffHansen, i, NaN);
    return Status.Ok;
  }
  const full = changetype<FullModel>(alloc(offsetof<FullModel>()));
  if (exhausted()) return Status.OutOfMemory;
  full.model = estimate.model;
  full.oneStep = estimate.s1;
  full.weight = fit.twoStep ? estimate.twoStep.sum : estimate.s1;
  full.scale = fit.twoStep ? 1 : 1 / fit.sigma2;
  full.j = fit.twoStep ? fit.hansen : fit.sargan;
  full.rank = fit.rank;
  return differenceTests(full, options, fit.diffHansen);
}

/** Sums the moments, factors S1, solves for the one-step estimate; Sargan and sigma2. */
function firstStep(estimate: Estimate, fit: DpdFit): Status {
  const model = estimate.model;
  const oneStep = openOneStep(model);
  if (exhausted()) return Status.OutOfMemory;
  momentsPass(estimate.units, estimate.rows, oneStep, estimate.s1);
  const dependent = dependentRegressor(model, estimate.rows.crossProduct.sum);
  if (exhausted()) return Status.OutOfMemory;
  if (dependent >= 0) {
    fit.detail = dependent;
    return Status.RankDeficient;
  }
  let status = factorize(estimate.whitener1, estimate.s1);
  if (status != Status.Ok) return status;
  fit.rank = estimate.whitener1.rank;
  if (fit.rank < model.k) return Status.UnderIdentified;
  status = solveStep(estimate.first, estimate.whitener1, model.k, model.moments);
  fit.detail = model.k + estimate.first.detail;
  if (status != Status.Ok) return status;
  spread(estimate, estimate.first.params, fit);
  fit.sargan = estimate.first.objective / fit.sigma2;
  fit.hansen = NaN;
  fit.twoStep = 0;
  return Status.Ok;
}

/** Factors S2 and solves for the two-step estimate; Hansen's J. */
function secondStep(estimate: Estimate, fit: DpdFit): Status {
  const model = estimate.model;
  covariancePass(estimate.units, estimate.first.params, estimate.twoStep);
  let status = factorize(estimate.whitener2, estimate.twoStep.sum);
  if (status != Status.Ok) return status;
  fit.rankTwoStep = estimate.whitener2.rank;
  if (fit.rankTwoStep < model.k) return Status.SingularWeighting;
  status = solveStep(estimate.second, estimate.whitener2, model.k, model.moments);
  fit.detail = model.k + estimate.second.detail;
  if (status != Status.Ok) return status;
  fit.twoStep = 1;
  fit.hansen = estimate.second.objective;
  return Status.Ok;
}

/** The reported covariance, still without a small-sample factor. */
function covariance(estimate: Estimate, options: DpdOptions): Status {
  const model = estimate.model;
  const k = model.k;
  const n = model.n;
  const final = options.steps == 2 ? estimate.second : estimate.first;
  if (options.covariance == UNADJUSTED) {
    memory.copy(estimate.vcov, final.bread, doubles(k * k));
    return Status.Ok;
  }
  const robust = options.steps == 2 ? estimate.robust : estimate.vcov;
  let status = sandwich(k, n, estimate.first.map, estimate.twoStep.sum, robust);
  if (status != Status.Ok || options.steps == 1) return status;
  if (options.covariance == ROBUST) {
    return sandwich(k, n, estimate.second.map, estimate.twoStep.sum, estimate.vcov);
  }
  const weighted = allocZeroed(doubles(padded(n)));
  const derivative = allocZeroed(doubles(padded(n) * k));
  if (exhausted()) return Status.OutOfMemory;
  weightedMoments(estimate.second, estimate.whitener2, k, model.moments, weighted);
  derivativePass(estimate.units, estimate.first.params, weighted, derivative);
  const bread = estimate.second.bread;
  status = windmeijer(k, n, estimate.second.map, derivative, bread, robust, estimate.vcov);
  return status;
}

/** The sum of squares that sigma2 rests on, and sigma2, at `params`. */
function spread(estimate: Estimate, params: usize, fit: DpdFit): void {
  const model = estimate.model;
  fit.rss = residualSquares(estimate.rows.residual, params);
  fit.sigma2 = fit.rss / (sigmaDivisor(model) * sigmaRows(model));
}

/** AR tests, Wald test, small-sample factor and everything the record points to. */
function report(estimate: Estimate, options: DpdOptions, fit: DpdFit): Status {
  const model = estimate.model;
  const k = model.k;
  const two = options.steps == 2;
  const final = two ? estimate.second : estimate.first;
  const classical = isClassical(options);
  spread(estimate, final.params, fit);
  totalAt(k, model.n, model.moments, final.params, estimate.total);
  if (options.small && countedRows(model, classical) <= f64(k)) return Status.NoDegreesOfFreedom;
  fit.smallFactor = options.small ? smallFactor(model, classical) : 1;
  // A classical factor belongs to sigma2 and so to the AR tests; the other one does not.
  const sigma2 = classical ? fit.sigma2 * fit.smallFactor : -1;
  if (classical) dscal(k * k, sigma2, estimate.vcov);
  const input = changetype<ArInput>(alloc(offsetof<ArInput>()));
  if (exhausted()) return Status.OutOfMemory;
  input.params = final.params;
  input.map = final.map;
  input.vcov = estimate.vcov;
  input.sigma2 = sigma2;
  input.orders = options.arOrders;
  const status = arTests(estimate.units, input, fit.ar);
  if (status != Status.Ok) return status;
  if (!classical) dscal(k * k, fit.smallFactor, estimate.vcov);
  fit.waldDf = model.design.nregressors;
  fit.wald = waldStatistic(fit.waldDf, k, final.params, estimate.vcov);
  fit.params = final.params;
  fit.vcov = estimate.vcov;
  fit.moments = estimate.total;
  return Status.Ok;
}

/** b'V^-1 b over the first m parameters, by Cholesky; NaN when V is not positive definite. */
function waldStatistic(m: i32, k: i32, params: usize, vcov: usize): f64 {
  const triangle = allocZeroed(doubles(triangleSize(m)));
  const reciprocals = alloc(doubles(padded(m)));
  const rhs = allocZeroed(doubles(4 * padded(m)));
  if (exhausted() || m == 0) return NaN;
  for (let j = 0; j < m; ++j) {
    store<f64>(rhs + (usize(j) << 5), get(params, j));
    for (let i = 0; i <= j; ++i) {
      store<f64>(triangleEntry(triangle, i, j), load<f64>(entry(vcov, k, i, j)));
    }
  }
  if (dpotrf(m, m, 0, triangle, reciprocals, 0, 0) != 0) return NaN;
  dtrsmPanels(m, triangle, reciprocals, 1, rhs);
  let sum: f64 = 0;
  for (let j = 0; j < m; ++j) {
    const v = load<f64>(rhs + (usize(j) << 5));
    sum += v * v;
  }
  return sum;
}

/** xtabond2's factors: (n-1)/(n-k) G/(G-1), or n/(n-k) with the rows of sigma2 when classical. */
function smallFactor(model: Model, classical: bool): f64 {
  const k = f64(model.k);
  const groups = f64(model.ngroups);
  const n = countedRows(model, classical);
  if (classical) return n / (n - k);
  return ((n - 1) / (n - k)) * (groups / (groups - 1));
}

/** Rows that the small-sample factor counts. */
function countedRows(model: Model, classical: bool): f64 {
  return classical ? sigmaRows(model) : rowCount(model, model.design.system != 0);
}

/** Rows whose residuals sigma2 rests on. */
function sigmaRows(model: Model): f64 {
  return rowCount(model, levelVariance(model.design));
}

/** Rows of an equation, each as often as its frequency says. */
function rowCount(model: Model, level: bool): f64 {
  if (model.design.frequency) return level ? model.levelWeight : model.diffWeight;
  return f64(level ? model.nlevel : model.ndiff);
}

/** 2 for differenced errors whose variance H takes as 2 sigma2, else 1. */
function sigmaDivisor(model: Model): f64 {
  const differences = model.design.transform == FIRST_DIFFERENCES;
  return differences && model.design.h > 1 ? 2 : 1;
}

function describeSample(model: Model, fit: DpdFit): void {
  fit.nparams = model.k;
  fit.nobs = rowCount(model, model.design.system != 0);
  fit.nlevel = model.nlevel;
  fit.ndiff = model.ndiff;
  fit.ngroups = model.ngroups;
  fit.minRows = model.ngroups > 0 ? model.minRows : 0;
  fit.maxRows = model.maxRows;
  fit.npotential = model.plan.npotential;
  fit.ninstruments = model.n;
  fit.instruments = model.plan.description;
  fit.ncandidates = 0;
  fit.ncomponents = 0;
  if (model.plan.components == 0) return;
  const components = changetype<Components>(model.plan.components);
  fit.ncandidates = components.ncandidates;
  fit.ncomponents = components.ncomponents;
  fit.eigenvalues = components.eigenvalues;
  fit.kmo = components.kmo;
}

function openEstimate(model: Model): Estimate {
  const estimate = changetype<Estimate>(alloc(offsetof<Estimate>()));
  if (exhausted()) return estimate;
  const k = model.k;
  const n = model.n;
  estimate.model = model;
  estimate.units = openUnitMoments(model);
  estimate.rows = openRowSums(model.design);
  estimate.s1 = allocZeroed(doubles(triangleSize(n)));
  estimate.twoStep = changetype<Gram>(alloc(offsetof<Gram>()));
  estimate.first = changetype<Step>(alloc(offsetof<Step>()));
  estimate.second = changetype<Step>(alloc(offsetof<Step>()));
  estimate.whitener1 = changetype<Whitener>(alloc(offsetof<Whitener>()));
  estimate.whitener2 = changetype<Whitener>(alloc(offsetof<Whitener>()));
  estimate.robust = alloc(doubles(k * k));
  estimate.vcov = alloc(doubles(k * k));
  estimate.total = alloc(doubles(padded(n)));
  if (exhausted()) return estimate;
  openGram(estimate.twoStep, n);
  openStep(estimate.first, k, n);
  openStep(estimate.second, k, n);
  openWhitener(estimate.whitener1, n, k + 1);
  openWhitener(estimate.whitener2, n, k + 1);
  return estimate;
}
