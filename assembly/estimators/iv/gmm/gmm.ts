/**
 * Linear GMM with moments g(b) = Q'(y - X b) in the orthonormal basis Q of the instruments (`basis.ts`),
 *
 *   b = argmin g(b)' S^-1 g(b),   J = g(b)' S^-1 g(b),   S the moments' covariance matrix at other coefficients,
 *
 *   one-step    two-stage least squares, S = (rss / n) I at its residuals
 *   two-step    S at the one-step residuals
 *   iterated    S at the residuals before, until no coefficient changes by more than `tolerance` times itself or,
 *               if larger, times its standard error
 *
 * as in Stata's ivregress (Hansen, 1982). V = factor P S P' with b = P s, and S at the final residuals in the
 * covariance's type. An automatic bandwidth of the weighting matrix is computed at the one-step residuals and kept.
 */
import { Covariance } from '../../../covariance/kinds';
import { alloc, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry, get, set } from '../../../memory/layout';
import { LinearOptions } from '../../../memory/records';
import { ddot, dscal } from '../../../blas/level1';
import { dgemv } from '../../../blas/level2';
import { NoTrans } from '../../../blas/options';
import { padded, triangleSize } from '../../../blas/panels';
import { LinearModel } from '../../../linear/linear';
import { findIndefinite } from '../../../covariance/indefinite';
import { momentInfluence } from '../../../covariance/influence';
import { sandwich } from '../../../gmm/sandwich';
import { Step, openStep, solveStep } from '../../../gmm/step';
import { mirror, unpackTriangle } from '../../../blas/triangles';
import { Whitener, factorize, openWhitener, whiten, whitenTransposed } from '../../../gmm/whitener';
import { Status } from '../../../status';
import { findResiduals } from '../residuals';
import { instrumentModel, withBandwidth } from '../scores';
import { IvTask } from '../task';
import { centered, momentMatrix } from './weighting';


@unmanaged
export class Gmm {
  /** Options of the weighting matrix, with its bandwidth. */
  weight: LinearOptions;
  /** Instruments and the current residuals. */
  scores: LinearModel;
  /** S at the current residuals in panels, its root, and the step solved with it. */
  matrix: usize;
  whitener: Whitener;
  step: Step;
  /** f64, q and padded(q): moments at the current coefficients, and S^-1 times them. */
  moments: usize;
  weighted: usize;
  /** Maximum number of rows of the trace. */
  capacity: i32;
}

/** Starts from the one-step estimate, whose coefficients and residuals the task has. */
export function openGmm(task: IvTask, gmm: Gmm): Status {
  const q = task.basis.q;
  const k = task.sample.k;
  gmm.capacity = max(task.options.maxIterations, 2);
  task.fit.trace = alloc(doubles((gmm.capacity + 1) * (k + 1)));
  gmm.matrix = alloc(doubles(triangleSize(q)));
  gmm.whitener = changetype<Whitener>(alloc(offsetof<Whitener>()));
  gmm.step = changetype<Step>(alloc(offsetof<Step>()));
  if (exhausted() || !openStep(gmm.step, k, q)) return Status.OutOfMemory;
  if (!openWhitener(gmm.whitener, q, k + 1)) return Status.OutOfMemory;
  gmm.scores = instrumentModel(task.sample, task.basis, task.regression.residuals);
  gmm.weight = withBandwidth(task.sample, gmm.scores, task.weightRows, task.weight);
  if (exhausted()) return Status.OutOfMemory;
  gmm.moments = alloc(doubles(q));
  gmm.weighted = alloc(doubles(padded(q)));
  if (exhausted()) return Status.OutOfMemory;
  findMoments(task, gmm);
  const variance = task.regression.rss / task.linear.nobs;
  task.fit.objective = ddot(q, gmm.moments, gmm.moments) / variance;
  task.fit.momentCovariance = allocZeroed(doubles(q * q));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < q; ++j) store<f64>(entry(task.fit.momentCovariance, q, j, j), variance);
  recordIteration(task);
  return Status.Ok;
}

/** gmm.moments := g(b). */
function findMoments(task: IvTask, gmm: Gmm): void {
  const q = task.basis.q;
  const k = task.sample.k;
  memory.copy(gmm.moments, entry(task.basis.moments, q, 0, k), doubles(q));
  dgemv(NoTrans, q, k, -1, task.basis.moments, q, task.fit.params, 1, gmm.moments);
}

/** Adds the current coefficients and objective to the trace. */
export function recordIteration(task: IvTask): void {
  const fit = task.fit;
  const k = fit.nparams;
  const row = fit.trace + doubles(fit.iterations * (k + 1));
  memory.copy(row, fit.params, doubles(k));
  set(row, k, fit.objective);
  ++fit.iterations;
}

/** Returns the scores at the current residuals for a matrix of the options' kind. */
function scoresFor(task: IvTask, gmm: Gmm, options: LinearOptions): LinearModel {
  const plain = !task.options.center || options.covariance == Covariance.Unadjusted;
  return plain ? gmm.scores : centered(task.sample, gmm.scores);
}

/** Computes S at the current residuals, and its root; sets the rank and bandwidth of the weighting matrix. */
function weigh(task: IvTask, gmm: Gmm): Status {
  const scope = mark();
  const scores = scoresFor(task, gmm, gmm.weight);
  if (exhausted()) return Status.OutOfMemory;
  let status = momentMatrix(scores, task.weightRows, gmm.weight, task.linear, gmm.matrix);
  task.fit.detail = task.linear.detail;
  task.fit.weightBandwidth = task.linear.bandwidth;
  task.fit.bandwidth = task.linear.bandwidth;
  release(scope);
  unpackTriangle(task.basis.q, gmm.matrix, task.fit.momentCovariance, task.basis.q);
  mirror(task.basis.q, task.fit.momentCovariance);
  if (status == Status.Ok) status = factorize(gmm.whitener, gmm.matrix);
  task.fit.rankWeight = gmm.whitener.rank;
  return status;
}

/** Solves the step with the current S, without changing the coefficients. */
function solveWeighted(task: IvTask, gmm: Gmm): Status {
  const status = solveStep(gmm.step, gmm.whitener, task.sample.k, task.basis.moments);
  return status == Status.RankDeficient ? Status.SingularWeighting : status;
}

/** Takes one step with the current S: coefficients, residuals and objective. */
export function nextStep(task: IvTask, gmm: Gmm): Status {
  const model = task.regression;
  let status = weigh(task, gmm);
  if (status == Status.Ok) status = solveWeighted(task, gmm);
  if (status != Status.Ok) return status;
  memory.copy(model.params, gmm.step.params, doubles(model.k));
  model.rss = findResiduals(task.sample, model.params, model.residuals);
  task.fit.objective = gmm.step.objective;
  recordIteration(task);
  return Status.Ok;
}

/**
 * Computes residuals, S and objective at the task's coefficients; with `linearize` also the map of a step from there.
 */
export function evaluate(task: IvTask, gmm: Gmm, linearize: bool): Status {
  const model = task.regression;
  model.rss = findResiduals(task.sample, model.params, model.residuals);
  let status = weigh(task, gmm);
  if (status == Status.Ok && linearize) status = solveWeighted(task, gmm);
  if (status != Status.Ok) return status;
  findMoments(task, gmm);
  memory.fill(gmm.weighted, 0, doubles(padded(task.basis.q)));
  whiten(gmm.whitener, 1, gmm.moments, gmm.weighted);
  task.fit.objective = ddot(gmm.whitener.rows, gmm.weighted, gmm.weighted);
  whitenTransposed(gmm.whitener, gmm.weighted);
  return Status.Ok;
}

/** Iterates; returns NotConverged, with the last coefficients, after `maxIterations` weighting matrices. */
export function iterate(task: IvTask, gmm: Gmm): Status {
  const k = task.sample.k;
  const before = alloc(doubles(k));
  if (exhausted()) return Status.OutOfMemory;
  task.fit.converged = 0;
  while (task.fit.iterations <= task.options.maxIterations) {
    memory.copy(before, task.fit.params, doubles(k));
    const status = nextStep(task, gmm);
    if (status != Status.Ok) return status;
    if (settled(k, before, task.fit.params, gmm.step.bread, task.options.tolerance)) {
      task.fit.converged = 1;
      return Status.Ok;
    }
  }
  return Status.NotConverged;
}

/** True if no coefficient changed by more than `tolerance` times itself or its standard error. */
export function settled(k: i32, before: usize, after: usize, vcov: usize, tolerance: f64): bool {
  for (let j = 0; j < k; ++j) {
    const error = sqrt<f64>(load<f64>(entry(vcov, k, j, j)));
    const size = max<f64>(abs(get(after, j)), error);
    if (!(abs(get(after, j) - get(before, j)) <= tolerance * size)) return false;
  }
  return true;
}

/** The task's covariance from the last step. */
export function gmmCovariance(task: IvTask, gmm: Gmm): Status {
  const k = task.sample.k;
  const q = task.basis.q;
  const linear = task.linear;
  const scope = mark();
  const options = withBandwidth(task.sample, gmm.scores, task.sample.design, task.covariance);
  if (exhausted()) return Status.OutOfMemory;
  // The factor counts coefficients, not the columns of the scores.
  options.dfAbsorbed -= q - k;
  const scores = scoresFor(task, gmm, options);
  if (exhausted()) return Status.OutOfMemory;
  let status = momentMatrix(scores, task.sample.design, options, linear, gmm.matrix);
  task.fit.detail = linear.detail;
  task.fit.bandwidth = linear.bandwidth;
  if (status == Status.Ok) status = sandwich(k, q, gmm.step.map, gmm.matrix, 0, linear.vcov);
  dscal(k * k, linear.factor, linear.vcov);
  if (status == Status.Ok) status = findIndefinite(k, linear);
  if (status == Status.Ok && options.influenceOf > 0) {
    const map = entry(gmm.step.map, q, 0, options.influenceOf - 1);
    if (!momentInfluence(scores, map, linear.influence)) status = Status.OutOfMemory;
  }
  release(scope);
  return status;
}
