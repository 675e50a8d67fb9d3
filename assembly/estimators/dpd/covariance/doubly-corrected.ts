/**
 * The doubly corrected covariance (Hwang, Kang and Lee, 2022, Journal of Econometrics 229): the sum of outer products
 * of influence functions. They allow for an estimated weight, as Windmeijer's correction does, and for moments that are
 * not zero at the estimate, so the covariance also holds in overidentified models that are misspecified. With Q_i =
 * Z_i'X_i, g_i(b) = Z_i'e_i, their sums Q and g, and P = (Q'W Q)^-1 Q'W of a step,
 *
 *   one-step   psi1_i = P1 g_i + (Q'W1 Q)^-1 Q_i'W1 g - P1 Z_i'H Z_i W1 g              at b1
 *   two-step   psi_i = phi_i + D psi1_i,
 *              phi_i = P2 g_i + (Q'W2 Q)^-1 Q_i'W2 g - P2 g_i(b1) g_i(b1)'W2 g         at b2
 *   iterated   psi_i = (I - D)^-1 phi_i, where b1 is the step before
 *
 * D is that of Windmeijer's correction. Sums over i are over clusters. A cluster may join units but not divide one,
 * because the one-step weight is a sum over units.
 */
import { Steps } from '../../../codes';
import { alloc, allocZeroed, exhausted } from '../../../memory/arena';
import { addressOf, doubles, getInt } from '../../../memory/layout';
import { DpdOptions } from '../../../memory/dpd-records';
import { Status } from '../../../status';
import { ddot } from '../../../blas/level1';
import { dgemm } from '../../../blas/level3';
import { dgemv } from '../../../blas/level2';
import { NoTrans, Trans } from '../../../blas/options';
import { padded } from '../../../blas/panels';
import { solveFixedPoint } from '../../../gmm/fixed-point';
import { momentsAt } from '../moments/moment-block';
import { Step, weightedMoments } from '../../../gmm/step';
import { Whitener } from '../../../gmm/whitener';
import { clusterFactor, clusterOfUnit, groupBlock, groupCount } from '../moments/clusters';
import { enter } from '../model/open';
import { addWeighted } from '../model/one-step-weight';
import { Estimate } from '../steps';
import { symmetrize } from '../../../blas/triangles';
import { openDerivative } from './weight-derivative';


@unmanaged
class DoublyCorrected {
  estimate: Estimate;
  k: i32;
  n: i32;
  ngroups: i32;
  /** f64, K. */
  work: usize;
  /** f64, padded(L): moments of a cluster at the estimate and at the step before, and W g of a step. */
  g: usize;
  earlier: usize;
  weighted: usize;
}

/**
 * Sets estimate.vcov. Returns BadOption if a unit is in several clusters, and NotConverged if I - D of an iterated
 * estimate is singular.
 */
export function doublyCorrected(estimate: Estimate, options: DpdOptions): Status {
  const corrected = openDoublyCorrected(estimate);
  if (exhausted()) return Status.OutOfMemory;
  const k = corrected.k;
  const psi = allocZeroed(doubles(k * corrected.ngroups));
  if (exhausted()) return Status.OutOfMemory;
  if (options.steps != Steps.Iterated) {
    if (!addOneStepInfluence(corrected, psi)) return Status.BadOption;
  }
  if (options.steps != 1) {
    const d = alloc(doubles(k * k));
    const phi = allocZeroed(doubles(k * corrected.ngroups));
    const derivative = openDerivative(estimate);
    if (exhausted()) return Status.OutOfMemory;
    const map = estimate.final.map;
    const rows = padded(corrected.n);
    dgemm(Trans, NoTrans, k, k, corrected.n, 1, map, corrected.n, derivative, rows, 0, d, k);
    addStepInfluence(corrected, phi);
    if (options.steps == Steps.Iterated && !solveFixedPoint(k, d, corrected.ngroups, phi)) {
      return exhausted() ? Status.OutOfMemory : Status.NotConverged;
    }
    if (options.steps != Steps.Iterated) {
      dgemm(NoTrans, NoTrans, k, corrected.ngroups, k, 1, d, k, psi, k, 1, phi, k);
    }
    memory.copy(psi, phi, doubles(k * corrected.ngroups));
  }
  const factor = clusterFactor(estimate.clusters);
  dgemm(NoTrans, Trans, k, k, corrected.ngroups, factor, psi, k, psi, k, 0, estimate.vcov, k);
  symmetrize(k, estimate.vcov);
  return Status.Ok;
}

function openDoublyCorrected(estimate: Estimate): DoublyCorrected {
  const corrected = changetype<DoublyCorrected>(alloc(offsetof<DoublyCorrected>()));
  if (exhausted()) return corrected;
  const model = estimate.model;
  corrected.estimate = estimate;
  corrected.k = model.k;
  corrected.n = model.n;
  corrected.ngroups = groupCount(estimate.clusters);
  corrected.work = alloc(doubles(model.k));
  corrected.g = allocZeroed(doubles(padded(model.n)));
  corrected.earlier = allocZeroed(doubles(padded(model.n)));
  corrected.weighted = allocZeroed(doubles(padded(model.n)));
  return corrected;
}

/** psi (K x clusters) := psi1; returns false if a unit is in several clusters. */
function addOneStepInfluence(corrected: DoublyCorrected, psi: usize): bool {
  const estimate = corrected.estimate;
  const model = estimate.model;
  const first = estimate.first;
  weigh(corrected, first, estimate.whitener1);
  addCommon(corrected, first, psi);
  for (let u = 0; u < model.nentering; ++u) {
    enter(model, getInt(model.entering, u));
    const c = clusterOfUnit(estimate.clusters, u);
    if (c < 0) return false;
    memory.fill(corrected.g, 0, doubles(padded(corrected.n)));
    addWeighted(estimate.oneStep, model.unit, corrected.weighted, corrected.g);
    subtractMapped(corrected, first, 1, corrected.g, psi, c);
  }
  return true;
}

/** phi (K x clusters) := phi of the final step; its last term uses the step before. */
function addStepInfluence(corrected: DoublyCorrected, phi: usize): void {
  const estimate = corrected.estimate;
  const k = corrected.k;
  const n = corrected.n;
  const factor = clusterFactor(estimate.clusters);
  weigh(corrected, estimate.final, estimate.whitener2);
  addCommon(corrected, estimate.final, phi);
  for (let c = 0; c < corrected.ngroups; ++c) {
    momentsAt(k, n, groupBlock(estimate.clusters, c), estimate.before.params, corrected.earlier);
    const share = factor * ddot(padded(n), corrected.earlier, corrected.weighted);
    subtractMapped(corrected, estimate.final, share, corrected.earlier, phi, c);
  }
}

/** corrected.weighted := W g of a step. */
function weigh(corrected: DoublyCorrected, step: Step, whitener: Whitener): void {
  const moments = corrected.estimate.model.moments;
  weightedMoments(step, whitener, corrected.k, moments, corrected.weighted);
}

/** out_c += P g_c + (Q'W Q)^-1 Q_c'W g for every cluster. */
function addCommon(corrected: DoublyCorrected, step: Step, out: usize): void {
  const k = corrected.k;
  const n = corrected.n;
  for (let c = 0; c < corrected.ngroups; ++c) {
    const block = groupBlock(corrected.estimate.clusters, c);
    momentsAt(k, n, block, step.params, corrected.g);
    dgemv(Trans, n, k, 1, step.map, n, corrected.g, 1, addressOf(out, c * k));
    dgemv(Trans, padded(n), k, 1, block, padded(n), corrected.weighted, 0, corrected.work);
    dgemv(NoTrans, k, k, 1, step.bread, k, corrected.work, 1, addressOf(out, c * k));
  }
}

/** out_c -= factor P v. */
function subtractMapped(
  corrected: DoublyCorrected,
  step: Step,
  factor: f64,
  v: usize,
  out: usize,
  c: i32,
): void {
  const k = corrected.k;
  const n = corrected.n;
  dgemv(Trans, n, k, -factor, step.map, n, v, 1, addressOf(out, c * k));
}
