/**
 * GMM of a dynamic panel model, difference or system (Arellano and Bond, 1991; Blundell and Bond, 1998), with the
 * choices of xtabond2 (Roodman, 2009). The steps are in `steps.ts` and `cue.ts`.
 *
 *   sigma2     sum e^2 / (2 n) over transformed rows
 *   Sargan     |T1 Z'e1|^2 / sigma2, with e1 from the one-step estimate
 *   Hansen     |T Z'e|^2, with T the root of the final step's weight
 */
import { DpdCovariance, Steps } from '../../codes';
import { alloc, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { doubles, entry, get, integers, set } from '../../memory/layout';
import { DpdDesign, DpdFit, DpdOptions } from '../../memory/dpd-records';
import { Status } from '../../status';
import { dscal } from '../../blas/level1';
import { padded, triangleSize } from '../../blas/panels';
import { dpotrf, dtrsmPanels } from '../../lapack/dpotrf';
import { isIndefinite } from '../../covariance/indefinite';
import { totalAt } from './moments/moment-block';
import { packTriangle } from '../../blas/triangles';
import { linearize } from './moments/unit-moments';
import { Components } from './stack/components';
import { KEPT_BYTES } from './stack/kept-units';
import { ArInput, arTests, openArWorkspace } from './diagnostics/ar-tests';
import { covarianceStatus, findCovariance } from './covariance/covariance';
import { continuouslyUpdate } from './cue';
import { FullModel, differenceTests } from './diagnostics/difference-in-hansen';
import { nonlinearCount, openModel, sampleStatus } from './model/open';
import { findSecondMoments } from './covariance/block-moments';
import { findInfluence } from './covariance/influence';
import { extremeColumn, isPerfect } from './column-sizes';
import { countedRows, rowCount, smallFactor } from './sigma';
import {
  Estimate,
  findResidualVariance,
  firstStep,
  statusOfRegressors,
  iterate,
  nextStep,
  openEstimate,
  openSteps,
} from './steps';
import { Model } from './model/model';

/**
 * Opens a model and estimates it in one step. Models with the same design, nonlinear conditions, clusters and
 * small-sample factor share this part. The caller owns the arena scope; results point into it.
 */
export function dpd_open(designAddress: usize, optionsAddress: usize, fitAddress: usize): Status {
  const design = changetype<DpdDesign>(designAddress);
  const options = changetype<DpdOptions>(optionsAddress);
  const fit = changetype<DpdFit>(fitAddress);
  if (fit.size != i32(offsetof<DpdFit>())) return Status.BadRecord;
  if (design.size != i32(offsetof<DpdDesign>())) return Status.BadRecord;
  if (options.size != i32(offsetof<DpdOptions>())) return Status.BadRecord;
  fit.detail = extremeColumn(design);
  if (fit.detail >= 0) return Status.ExtremeColumn;
  const model = openModel(design, options.nonlinear, KEPT_BYTES);
  if (exhausted()) return Status.OutOfMemory;
  describeSample(model, fit);
  const status = sampleStatus(model);
  const fewInstruments = status == Status.UnderIdentified && model.n > 0;
  if (status != Status.Ok && !fewInstruments) return status;
  const estimate = openEstimate(model, options);
  if (exhausted()) return Status.OutOfMemory;
  if (fewInstruments) return statusOfRegressors(estimate, fit, status);
  fit.opened = changetype<usize>(estimate);
  return firstStep(estimate, options, fit);
}

/**
 * Finishes an estimate after its first step; `fit` is a copy of the record that `dpd_open` filled. One opened estimate
 * can be finished any number of times, one after another, each in its own arena scope.
 */
export function dpd_finish(optionsAddress: usize, fitAddress: usize): Status {
  const options = changetype<DpdOptions>(optionsAddress);
  const fit = changetype<DpdFit>(fitAddress);
  if (fit.size != i32(offsetof<DpdFit>())) return Status.BadRecord;
  if (options.size != i32(offsetof<DpdOptions>())) return Status.BadRecord;
  const status = covarianceStatus(options);
  if (status != Status.Ok) return status;
  const estimate = changetype<Estimate>(fit.opened);
  fit.ar = alloc(doubles(4 * options.arOrders));
  fit.arPeriods = alloc(integers(2 * options.arOrders));
  fit.diffHansen = alloc(doubles(4 * options.ntests));
  fit.nonlinearHansen = alloc(doubles(4));
  openSteps(estimate, options, fit);
  if (exhausted()) return Status.OutOfMemory;
  return run(estimate, options, fit);
}

function run(estimate: Estimate, options: DpdOptions, fit: DpdFit): Status {
  let status = Status.Ok;
  fit.converged = 1;
  if (!isClassical(options)) {
    status = options.steps == 1 ? hiddenStep(estimate, fit) : laterSteps(estimate, options, fit);
    if (status != Status.Ok) return status;
  }
  status = findCovariance(estimate, options);
  if (status == Status.Ok && options.influence) status = findInfluence(estimate, options, fit);
  if (status == Status.Ok && options.blockMoments) status = findSecondMoments(estimate, fit);
  if (status != Status.Ok) return status;
  linearize(estimate.units, estimate.final.params);
  status = report(estimate, options, fit);
  return status == Status.Ok ? difference(estimate, options, fit) : status;
}

/** Takes the second step of a one-step fit. Only Hansen's test needs it, so the fit goes on if it fails. */
function hiddenStep(estimate: Estimate, fit: DpdFit): Status {
  const status = nextStep(estimate, fit);
  estimate.final = estimate.first;
  fit.iterations = 1;
  return status == Status.OutOfMemory ? status : Status.Ok;
}

function laterSteps(estimate: Estimate, options: DpdOptions, fit: DpdFit): Status {
  const status = nextStep(estimate, fit);
  if (status != Status.Ok) return status;
  if (options.steps == Steps.Iterated) return iterate(estimate, options, fit);
  return options.steps == Steps.ContinuouslyUpdated
    ? continuouslyUpdate(estimate, options, fit)
    : Status.Ok;
}

/** True for an unadjusted one-step fit, whose standard errors and tests use sigma2 H. */
function isClassical(options: DpdOptions): bool {
  return options.steps == 1 && options.covariance == DpdCovariance.Unadjusted;
}

/** Computes difference-in-Hansen tests, or difference-in-Sargan tests after an unadjusted one-step fit. */
function difference(estimate: Estimate, options: DpdOptions, fit: DpdFit): Status {
  if (!fit.twoStep && !isClassical(options)) {
    for (let i = 0; i < 4 * options.ntests; ++i) set(fit.diffHansen, i, NaN);
    for (let i = 0; i < 4; ++i) set(fit.nonlinearHansen, i, NaN);
    return Status.Ok;
  }
  const full = changetype<FullModel>(alloc(offsetof<FullModel>()));
  if (exhausted()) return Status.OutOfMemory;
  full.model = estimate.model;
  full.oneStep = estimate.s1;
  full.weight = fit.twoStep ? estimate.s2 : estimate.s1;
  full.whitener = fit.twoStep ? estimate.whitener2 : estimate.whitener1;
  full.scale = fit.twoStep ? 1 : 1 / fit.sigma2;
  full.j = fit.twoStep ? fit.hansen : fit.sargan;
  const singular = full.whitener.singular;
  full.total = singular
    ? entry(estimate.model.moments, full.model.n, 0, full.model.k)
    : estimate.total;
  // After one step Hansen's J comes from the hidden second step.
  full.usesEstimate = !singular && (options.steps != 1 || !fit.twoStep);
  full.rank = fit.rank;
  full.weightRank = fit.twoStep ? fit.rankTwoStep : fit.rank;
  return differenceTests(full, options, fit);
}

/** Computes the AR tests, the Wald test, the small-sample factor and every array of the record. */
function report(estimate: Estimate, options: DpdOptions, fit: DpdFit): Status {
  const model = estimate.model;
  const k = model.k;
  const final = estimate.final;
  const classical = isClassical(options);
  findResidualVariance(estimate, final.params, fit);
  totalAt(k, model.n, model.moments, final.params, estimate.total);
  if (options.small && countedRows(model, classical) <= f64(k)) return Status.NoDegreesOfFreedom;
  fit.smallFactor = options.small ? smallFactor(model, classical, options.nclusterings > 0) : 1;
  // A classical factor scales sigma2 and so the AR tests; the other factor does not.
  const sigma2 = classical ? fit.sigma2 * fit.smallFactor : -1;
  if (classical) dscal(k * k, sigma2, estimate.vcov);
  const status = testSerialCorrelation(estimate, options, sigma2, fit);
  if (status != Status.Ok) return status;
  if (!classical) dscal(k * k, fit.smallFactor, estimate.vcov);
  const indefinite = options.nclusterings > 1 ? isIndefinite(k, estimate.vcov) : 0;
  if (indefinite < 0) return exhausted() ? Status.OutOfMemory : Status.NotConverged;
  fit.indefinite = indefinite;
  fit.perfect = i32(isPerfect(model.design, final.params, fit.sigma2));
  if (fit.perfect != 0) memory.fill(estimate.vcov, 0, doubles(k * k));
  fit.waldDf = model.design.nregressors;
  fit.wald = waldStatistic(fit.waldDf, k, final.params, estimate.vcov);
  fit.params = final.params;
  fit.vcov = estimate.vcov;
  fit.bread = final.bread;
  fit.moments = estimate.total;
  return Status.Ok;
}

function testSerialCorrelation(
  estimate: Estimate,
  options: DpdOptions,
  sigma2: f64,
  fit: DpdFit,
): Status {
  const scope = mark();
  const input = changetype<ArInput>(allocZeroed(offsetof<ArInput>()));
  const workspace = openArWorkspace(estimate.model, options.arOrders);
  if (exhausted()) return Status.OutOfMemory;
  input.params = estimate.final.params;
  input.map = estimate.final.map;
  input.vcov = estimate.vcov;
  input.sigma2 = sigma2;
  input.orders = options.arOrders;
  input.levels = options.arLevels != 0;
  arTests(estimate.units, input, workspace, fit.ar, fit.arPeriods);
  release(scope);
  return Status.Ok;
}

/** Returns b'V^-1 b over the first m parameters, by Cholesky; NaN if V is not positive definite. */
function waldStatistic(m: i32, k: i32, params: usize, vcov: usize): f64 {
  const triangle = allocZeroed(doubles(triangleSize(m)));
  const reciprocals = alloc(doubles(padded(m)));
  const rhs = allocZeroed(doubles(4 * padded(m)));
  if (exhausted() || m == 0) return NaN;
  packTriangle(m, vcov, k, triangle);
  for (let j = 0; j < m; ++j) store<f64>(rhs + (usize(j) << 5), get(params, j));
  if (dpotrf(m, m, 0, triangle, reciprocals, 0, 0) != 0) return NaN;
  dtrsmPanels(m, triangle, reciprocals, 1, rhs);
  let sum: f64 = 0;
  for (let j = 0; j < m; ++j) {
    const v = load<f64>(rhs + (usize(j) << 5));
    sum += v * v;
  }
  return sum;
}

/** Copies counts of the sample and of its instruments from the opened model to the record. */
export function describeSample(model: Model, fit: DpdFit): void {
  fit.nparams = model.k;
  fit.nobs = rowCount(model, model.design.system != 0);
  fit.nlevel = model.nlevel;
  fit.ndiff = model.ndiff;
  fit.ngroups = model.ngroups;
  fit.minRows = model.ngroups > 0 ? model.minRows : 0;
  fit.maxRows = model.maxRows;
  fit.npotential = model.plan.npotential;
  fit.ninstruments = model.plan.ninstruments;
  fit.nonlinear = nonlinearCount(model);
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
