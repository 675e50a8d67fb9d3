/**
 * Influence functions of the coefficients by unit: psi_i such that sum psi_i psi_i' is the covariance before its
 * small-sample factor. Those of two fits therefore give the joint covariance of the two estimates. With g_i = Z_i'e_i
 * at the estimate at which S was computed, P = (Q'W Q)^-1 Q'W of a step and D as in Windmeijer's correction,
 *
 *   robust       psi_i = P g_i
 *   Windmeijer   psi_i = P g_i + D P_before g_i, at a fixed point psi_i = (I - D)^-1 P g_i
 *
 * With a singular weighting matrix the sum differs from Windmeijer's covariance in the cross terms, which take W S as
 * the identity.
 */
import { DpdCovariance, Steps } from '../../../codes';
import { alloc, allocZeroed, exhausted } from '../../../memory/arena';
import { addressOf, doubles, entry } from '../../../memory/layout';
import { DpdFit, DpdOptions } from '../../../memory/dpd-records';
import { Status } from '../../../status';
import { dgemv } from '../../../blas/level2';
import { dgemm } from '../../../blas/level3';
import { NoTrans, Trans } from '../../../blas/options';
import { padded } from '../../../blas/panels';
import { solveFixedPoint } from '../../../gmm/fixed-point';
import { Estimate } from '../steps';
import { usesFixedPoint } from './covariance';
import { linearize, startMoments, unitMomentsAt } from '../moments/unit-moments';
import { openDerivative } from './weight-derivative';

/** Fills fit.influence (K x entering units) and lists the units. */
export function findInfluence(estimate: Estimate, options: DpdOptions, fit: DpdFit): Status {
  const model = estimate.model;
  const k = model.k;
  const n = model.n;
  const psi = allocZeroed(doubles(k * model.nentering));
  const g = allocZeroed(doubles(padded(n)));
  // A continuously updated estimate has its weight computed at its own residuals.
  const updated = options.steps == Steps.ContinuouslyUpdated;
  const residuals = updated ? estimate.final.params : estimate.before.params;
  const map = combinedMap(estimate, options);
  if (exhausted()) return Status.OutOfMemory;
  linearize(estimate.units, residuals);
  startMoments(estimate.units);
  for (let u = 0; u < model.nentering; ++u) {
    unitMomentsAt(estimate.units, u, residuals, g);
    dgemv(Trans, n, k, 1, map, n, g, 0, addressOf(psi, u * k));
  }
  fit.influence = psi;
  fit.nentering = model.nentering;
  fit.entering = model.entering;
  return Status.Ok;
}

/** Returns P' (n x K), (P + D P_before)' or ((I - D)^-1 P)'. Check `exhausted()` afterwards. */
function combinedMap(estimate: Estimate, options: DpdOptions): usize {
  const step = options.covariance == DpdCovariance.WindmeijerStep;
  if (options.covariance != DpdCovariance.Windmeijer && !step) return estimate.final.map;
  const k = estimate.model.k;
  const n = estimate.model.n;
  const rows = padded(n);
  const map = alloc(doubles(n * k));
  const d = alloc(doubles(k * k));
  const derivative = openDerivative(estimate);
  if (exhausted()) return map;
  memory.copy(map, estimate.final.map, doubles(n * k));
  dgemm(Trans, NoTrans, k, k, n, 1, estimate.final.map, n, derivative, rows, 0, d, k);
  if (usesFixedPoint(options)) mapToFixedPoint(k, n, d, map);
  else dgemm(NoTrans, Trans, n, k, k, 1, estimate.before.map, n, d, k, 1, map, n);
  return map;
}

/** map := map (I - D)^-1', with map n x K; the covariance has shown that I - D is not singular. */
function mapToFixedPoint(k: i32, n: i32, d: usize, map: usize): void {
  const rows = alloc(doubles(k * n));
  if (exhausted()) return;
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < n; ++i) store<f64>(entry(rows, k, j, i), load<f64>(entry(map, n, i, j)));
  }
  solveFixedPoint(k, d, n, rows);
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < n; ++i) store<f64>(entry(map, n, i, j), load<f64>(entry(rows, k, j, i)));
  }
}
