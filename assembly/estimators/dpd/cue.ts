/**
 * Continuously updated GMM (Hansen, Heaton and Yaron, 1996): b = argmin Q(b) = g(b)'S(b)^-1 g(b), with S computed at b
 * itself. With v = S^-1 g and Q_c = Z_c'X_c for cluster c,
 *
 *   dQ/db_j = -2 (Z'x_j)'v + 2 sum factor (v'g_c) (v'Q_c)_j
 *
 * S(b) comes from the moment blocks, so no row is read again. BFGS starts from the two-step and from the one-step
 * estimate, and the lower minimum is kept. The first inverse Hessian is half of (A'W A)^-1 of the two-step estimate, so
 * the steps do not depend on units of measurement.
 */
import { alloc, exhausted } from '../../memory/arena';
import { doubles, set } from '../../memory/layout';
import { DpdFit, DpdOptions } from '../../memory/dpd-records';
import { Status } from '../../status';
import { ddot, dscal } from '../../blas/level1';
import { padded } from '../../blas/panels';
import { totalAt } from './moments/moment-block';
import { Search, minimize } from '../../gmm/minimize';
import { solveStep } from '../../gmm/step';
import { factorize, whiten, whitenTransposed } from '../../gmm/whitener';
import { covarianceAt, derivativeAt } from './moments/clusters';
import { Estimate, standardErrors, weigh } from './steps';


@unmanaged
class Objective {
  estimate: Estimate;
  /** f64, padded(L): S^-1 g. */
  weighted: usize;
  /** f64, K columns of padded(L): half the derivative of S v. */
  derivative: usize;
}

/**
 * Starts from the two-step estimate. Returns SingularWeighting if S is singular there, because Q is then constant on a
 * set instead of minimal at a point. It also does so with as many instruments as clusters, G, because Q is then G
 * everywhere.
 */
export function continuouslyUpdate(estimate: Estimate, options: DpdOptions, fit: DpdFit): Status {
  const k = estimate.model.k;
  const clusters = estimate.clusters;
  if (estimate.whitener2.singular) return Status.SingularWeighting;
  if (clusters.nterms <= 1 && clusters.smallest <= fit.rankTwoStep) return Status.SingularWeighting;
  const objective = openObjective(estimate);
  const scales = alloc(doubles(k));
  const second = openSearch(estimate, objective, options, estimate.final.params);
  const first = openSearch(estimate, objective, options, estimate.first.params);
  if (exhausted()) return Status.OutOfMemory;
  standardErrors(k, estimate.final.bread, scales);
  let status = minimize(second, scales);
  if (status == Status.Ok) status = minimize(first, scales);
  if (status != Status.Ok) return status;
  const best = first.value < second.value ? first : second;
  fit.trace = best.trace;
  fit.iterations = best.iterations + 1;
  fit.converged = best.converged;
  return adopt(estimate, best, fit);
}

/** Makes a minimum the final estimate; its map and bread are those of a step weighted by S at the minimum. */
function adopt(estimate: Estimate, best: Search, fit: DpdFit): Status {
  const model = estimate.model;
  let status = weigh(estimate, best.params, fit);
  if (status == Status.Ok) {
    status = solveStep(estimate.spare, estimate.whitener2, model.k, model.moments);
  }
  if (status != Status.Ok) return status;
  estimate.final = estimate.spare;
  memory.copy(estimate.final.params, best.params, doubles(model.k));
  estimate.final.objective = best.value;
  fit.hansen = best.value;
  return Status.Ok;
}

function openObjective(estimate: Estimate): Objective {
  const rows = padded(estimate.model.n);
  const objective = changetype<Objective>(alloc(offsetof<Objective>()));
  if (exhausted()) return objective;
  objective.estimate = estimate;
  objective.weighted = alloc(doubles(rows));
  objective.derivative = alloc(doubles(rows * estimate.model.k));
  return objective;
}

function openSearch(
  estimate: Estimate,
  objective: Objective,
  options: DpdOptions,
  start: usize,
): Search {
  const k = estimate.model.k;
  const search = changetype<Search>(alloc(offsetof<Search>()));
  if (exhausted()) return search;
  search.k = k;
  search.objective = criterion.index;
  search.state = changetype<usize>(objective);
  search.tolerance = options.tolerance;
  search.maxIterations = options.maxIterations;
  search.params = alloc(doubles(k));
  search.inverse = alloc(doubles(k * k));
  search.trace = alloc(doubles((options.maxIterations + 1) * (k + 1)));
  if (exhausted()) return search;
  memory.copy(search.params, start, doubles(k));
  memory.copy(search.inverse, estimate.final.bread, doubles(k * k));
  dscal(k * k, 0.5, search.inverse);
  return search;
}

/** Returns Q at `params`, NaN if S has no inverse, and fills `gradient` unless it is 0. */
function criterion(state: usize, params: usize, gradient: usize): f64 {
  const objective = changetype<Objective>(state);
  const estimate = objective.estimate;
  const model = estimate.model;
  const k = model.k;
  const n = model.n;
  const v = objective.weighted;
  covarianceAt(estimate.clusters, params, estimate.gram, estimate.s2);
  if (factorize(estimate.whitener2, estimate.s2) != Status.Ok) return NaN;
  if (estimate.whitener2.singular) return NaN;
  totalAt(k, n, model.moments, params, v);
  whiten(estimate.whitener2, 1, v, v);
  const value = ddot(n, v, v);
  if (gradient == 0) return value;
  whitenTransposed(estimate.whitener2, v);
  memory.fill(objective.derivative, 0, doubles(padded(n) * k));
  derivativeAt(estimate.clusters, params, v, objective.derivative);
  for (let j = 0; j < k; ++j) {
    const moments = ddot(n, model.moments + doubles(j * n), v);
    const change = ddot(n, objective.derivative + doubles(j * padded(n)), v);
    set(gradient, j, change - 2 * moments);
  }
  return value;
}
