/**
 * The steps of a GMM estimate.
 *
 *   one-step     W1 = S1^-1, S1 = sum Z_i'H Z_i
 *   two-step     W2 = S(b1)^-1, S(b) the covariance of the moments g_i(b) = Z_i'e_i
 *   iterated     W = S(b of the step before)^-1, until no coefficient changes by more than the tolerance
 *                times itself or, if larger, times its standard error (Hansen, Heaton and Yaron, 1996)
 *
 * The objective of each step is its Hansen statistic.
 */
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { doubles, entry, set } from '../../memory/layout';
import { DpdFit, DpdOptions } from '../../memory/dpd-records';
import { Status } from '../../status';
import { padded, triangleSize } from '../../blas/panels';
import { isIndefinite } from '../../covariance/indefinite';
import { Gram, openGram } from '../../blas/gram';
import { settled } from '../../gmm/minimize';
import { Step, openStep, solveStep } from '../../gmm/step';
import { mirror, unpackTriangle } from '../../blas/triangles';
import { Whitener, factorize, openWhitener } from '../../gmm/whitener';
import { LEVELS, PRIMARY } from './stack/unit';
import { Clusters, closeClusters, covarianceAt, maxRank, openClusters } from './moments/clusters';
import { dependentInSlices } from './slices/dependence';
import { OneStep, openOneStep } from './model/one-step-weight';
import { levelVariance, sumMoments } from './moments/moment-sums';
import { findSigma } from './sigma';
import { squaredResiduals } from './slices/moments';
import { UnitMoments, linearize, openUnitMoments } from './moments/unit-moments';
import { Model } from './model/model';


@unmanaged
export class Estimate {
  model: Model;
  units: UnitMoments;
  clusters: Clusters;
  oneStep: OneStep;
  /** f64, triangles in panels: S1, and S at the step before the final one. */
  s1: usize;
  s2: usize;
  gram: Gram;
  whitener1: Whitener;
  whitener2: Whitener;
  /** The one-step estimate; the final one; the one before the final one, at which the final weight was computed. */
  first: Step;
  final: Step;
  before: Step;
  /** A spare step, for the next one. */
  spare: Step;
  /** f64, K x K: reported covariance. */
  vcov: usize;
  /** f64, padded(L): summed moments at the final estimate. */
  total: usize;
}

/**
 * Allocates an estimate up to its first step, which does not depend on the later ones; check `exhausted()` afterwards.
 */
export function openEstimate(model: Model, options: DpdOptions): Estimate {
  const estimate = changetype<Estimate>(alloc(offsetof<Estimate>()));
  if (exhausted()) return estimate;
  const n = model.n;
  estimate.model = model;
  estimate.units = openUnitMoments(model);
  estimate.clusters = openClusters(estimate.units, options);
  estimate.oneStep = openOneStep(model);
  estimate.s1 = allocZeroed(doubles(triangleSize(n)));
  estimate.whitener1 = changetype<Whitener>(alloc(offsetof<Whitener>()));
  estimate.first = newStep(model.k, n);
  if (!exhausted()) openWhitener(estimate.whitener1, n, model.k + 1);
  return estimate;
}

/**
 * Allocates what the later steps need and resets the estimate to its first step, whatever steps came before. Check
 * `exhausted()` afterwards.
 */
export function openSteps(estimate: Estimate, options: DpdOptions, fit: DpdFit): void {
  const model = estimate.model;
  const k = model.k;
  const n = model.n;
  estimate.s2 = alloc(doubles(triangleSize(n)));
  estimate.gram = changetype<Gram>(alloc(offsetof<Gram>()));
  estimate.whitener2 = changetype<Whitener>(alloc(offsetof<Whitener>()));
  estimate.final = estimate.first;
  estimate.before = estimate.first;
  estimate.spare = newStep(k, n);
  estimate.vcov = alloc(doubles(k * k));
  estimate.total = alloc(doubles(padded(n)));
  fit.trace = alloc(doubles((max(options.maxIterations, 2) + 1) * (k + 1)));
  if (exhausted()) return;
  openGram(estimate.gram, n);
  openWhitener(estimate.whitener2, n, k + 1);
  estimate.whitener2.maxRank = min(n, maxRank(estimate.clusters));
  recordStep(estimate.first, k, fit);
}

function newStep(k: i32, n: i32): Step {
  const step = changetype<Step>(alloc(offsetof<Step>()));
  if (!exhausted()) openStep(step, k, n);
  return step;
}

/**
 * A regressor's column of moments must keep this share of its length after projection on the others; if it keeps less,
 * the rows decide whether the regressor is collinear. In the rows rounding leaves a collinear column near zero. In the
 * moments the Cholesky form of S1^-1/2, whose pivots are above 64 n eps, can raise that remainder to 1e-9. The form of
 * a singular S1 can raise it to any size, because it depends on the scales of the instruments.
 */
const SURE: f64 = 1e-4;

/** Sums the moments, factors S1 and solves for the one-step estimate; also sets Sargan's statistic and sigma2. */
export function firstStep(estimate: Estimate, options: DpdOptions, fit: DpdFit): Status {
  sumMoments(estimate.clusters, estimate.oneStep, estimate.s1);
  closeClusters(estimate.clusters, options);
  fit.nclusters = estimate.clusters.smallest;
  if (fit.nclusters < 2) return Status.TooFewClusters;
  const status = solveFirst(estimate, fit);
  if (exhausted()) return Status.OutOfMemory;
  const doubt = estimate.whitener1.singular || estimate.first.leastPivot < SURE;
  if (status != Status.Ok || doubt) {
    const checked = statusOfRegressors(estimate, fit, status);
    if (checked != Status.Ok) return checked;
  }
  findResidualVariance(estimate, estimate.first.params, fit);
  fit.sargan = estimate.first.objective / fit.sigma2;
  fit.hansen = NaN;
  fit.twoStep = 0;
  return Status.Ok;
}

/** Returns RankDeficient, with its place in `detail`, if the rows find a collinear regressor; otherwise `status`. */
export function statusOfRegressors(estimate: Estimate, fit: DpdFit, status: Status): Status {
  const dependent = dependentInSlices(estimate.units.slices, fit);
  if (exhausted()) return Status.OutOfMemory;
  if (dependent < 0) return status;
  fit.detail = dependent;
  return Status.RankDeficient;
}

function solveFirst(estimate: Estimate, fit: DpdFit): Status {
  const model = estimate.model;
  let status = factorize(estimate.whitener1, estimate.s1);
  if (status != Status.Ok) return status;
  fit.rank = estimate.whitener1.rank;
  if (fit.rank < model.k) return Status.UnderIdentified;
  status = solveStep(estimate.first, estimate.whitener1, model.k, model.moments);
  fit.detail = model.k + estimate.first.detail;
  return status;
}

/** Sets the residual sum of squares and sigma2 at `params`. */
export function findResidualVariance(estimate: Estimate, params: usize, fit: DpdFit): void {
  const model = estimate.model;
  const block = levelVariance(model.design) ? LEVELS : PRIMARY;
  findSigma(model, squaredResiduals(estimate.units.slices, block, params), fit);
}

/**
 * s2 := S at the current estimate, factored. An indefinite sum over clusters cannot be a weight and fails; a singular
 * one is used through its Moore-Penrose inverse.
 */
export function weigh(estimate: Estimate, params: usize, fit: DpdFit): Status {
  covarianceAt(estimate.clusters, params, estimate.gram, estimate.s2);
  const status = factorize(estimate.whitener2, estimate.s2);
  if (status != Status.Ok) return status;
  fit.rankTwoStep = estimate.whitener2.rank;
  if (estimate.whitener2.singular && estimate.clusters.nterms > 1) {
    const indefinite = indefiniteSum(estimate);
    if (exhausted()) return Status.OutOfMemory;
    if (indefinite) return Status.NotPositiveDefinite;
  }
  return fit.rankTwoStep < estimate.model.k ? Status.SingularWeighting : Status.Ok;
}

function indefiniteSum(estimate: Estimate): bool {
  const n = estimate.model.n;
  const dense = allocZeroed(doubles(n * n));
  if (exhausted()) return false;
  unpackTriangle(n, estimate.s2, dense, n);
  mirror(n, dense);
  return isIndefinite(n, dense) == 1;
}

/** Takes one more step, weighted by S at the current estimate, and sets Hansen's J. */
export function nextStep(estimate: Estimate, fit: DpdFit): Status {
  const model = estimate.model;
  let status = weigh(estimate, estimate.final.params, fit);
  if (status != Status.Ok) return status;
  const step = estimate.spare;
  status = solveWeighted(estimate, step, fit);
  if (status != Status.Ok) return status;
  advance(estimate, step);
  fit.twoStep = 1;
  fit.hansen = step.objective;
  recordStep(step, model.k, fit);
  return Status.Ok;
}

/** Maximum number of Gauss-Newton steps under one weight; from a consistent estimate a few are enough. */
const LINEARIZATIONS: i32 = 50;
const LINEAR_TOLERANCE: f64 = 1e-10;

/**
 * Solves the step under whitener2. With nonlinear conditions it relinearises at the solution and solves again until the
 * solution settles.
 */
function solveWeighted(estimate: Estimate, step: Step, fit: DpdFit): Status {
  const model = estimate.model;
  const k = model.k;
  let status = solveStep(step, estimate.whitener2, k, model.moments);
  fit.detail = k + step.detail;
  if (model.nonlinear == 0 || status != Status.Ok) return status;
  const from = alloc(doubles(k));
  const scales = alloc(doubles(k));
  if (exhausted()) return Status.OutOfMemory;
  for (let i = 0; i < LINEARIZATIONS; ++i) {
    memory.copy(from, step.params, doubles(k));
    linearize(estimate.units, from);
    status = solveStep(step, estimate.whitener2, k, model.moments);
    if (status != Status.Ok) return status;
    standardErrors(k, step.bread, scales);
    if (settled(k, from, step.params, scales, LINEAR_TOLERANCE)) return Status.Ok;
  }
  return Status.NotConverged;
}

/** Makes a step the final one. The one-step estimate is kept; the memory of any other earlier step is reused. */
function advance(estimate: Estimate, step: Step): void {
  const old = estimate.before;
  estimate.before = estimate.final;
  estimate.final = step;
  if (changetype<usize>(old) != changetype<usize>(estimate.first)) estimate.spare = old;
  else estimate.spare = newStep(estimate.model.k, estimate.model.n);
}

/** Iterates from the two-step estimate; `fit.converged` says if it settled within `maxIterations` steps. */
export function iterate(estimate: Estimate, options: DpdOptions, fit: DpdFit): Status {
  const k = estimate.model.k;
  const scales = alloc(doubles(k));
  if (exhausted()) return Status.OutOfMemory;
  fit.converged = 0;
  while (fit.iterations <= options.maxIterations) {
    standardErrors(k, estimate.final.bread, scales);
    const from = estimate.before.params;
    if (settled(k, from, estimate.final.params, scales, options.tolerance)) {
      fit.converged = 1;
      return Status.Ok;
    }
    if (fit.iterations == options.maxIterations) return Status.Ok;
    const status = nextStep(estimate, fit);
    if (exhausted()) return Status.OutOfMemory;
    if (status != Status.Ok) return status;
  }
  return Status.Ok;
}

/** scales := the square roots of the diagonal of a covariance. */
export function standardErrors(k: i32, vcov: usize, scales: usize): void {
  for (let j = 0; j < k; ++j) set(scales, j, sqrt<f64>(load<f64>(entry(vcov, k, j, j))));
}

/** Adds the parameters and objective of a step to the trace. */
function recordStep(step: Step, k: i32, fit: DpdFit): void {
  const row = fit.trace + doubles(fit.iterations * (k + 1));
  memory.copy(row, step.params, doubles(k));
  set(row, k, step.objective);
  ++fit.iterations;
}
