/**
 * Covariance of the coefficients. After the first step it uses S2 = S(b of the step before), the matrix that weights
 * the step:
 *
 *   unadjusted          (A'W A)^-1 of the step, times sigma2 after one step
 *   robust              P S2 P'
 *   Windmeijer (2005)   with the one-step estimate; of iterated estimates at the fixed point
 *   windmeijer-step     the same with the step before in the role of the one-step estimate, for iterated estimates
 *   doubly corrected    `doubly-corrected.ts`
 */
import { DpdCovariance, Steps } from '../../../codes';
import { alloc, exhausted } from '../../../memory/arena';
import { doubles } from '../../../memory/layout';
import { DpdOptions } from '../../../memory/dpd-records';
import { Status } from '../../../status';
import { sandwich } from '../../../gmm/sandwich';
import { factorOf } from '../../../gmm/whitener';
import { doublyCorrected } from './doubly-corrected';
import { Estimate } from '../steps';
import { windmeijer, windmeijerAtFixedPoint } from '../../../gmm/windmeijer';
import { openDerivative } from './weight-derivative';

/**
 * Returns BadOption if the covariance is not defined: a correction of a continuously updated estimate, which has no
 * step before it, or a double correction with clusters in several dimensions.
 */
export function covarianceStatus(options: DpdOptions): Status {
  const corrected =
    options.covariance == DpdCovariance.Windmeijer ||
    options.covariance == DpdCovariance.WindmeijerStep ||
    options.covariance == DpdCovariance.DoublyCorrected;
  if (options.steps == Steps.ContinuouslyUpdated && corrected) return Status.BadOption;
  if (options.steps == 1 && options.covariance == DpdCovariance.Windmeijer) return Status.BadOption;
  if (options.steps != Steps.Iterated && options.covariance == DpdCovariance.WindmeijerStep) {
    return Status.BadOption;
  }
  if (options.covariance == DpdCovariance.DoublyCorrected && options.nclusterings > 1) {
    return Status.BadOption;
  }
  const plain = options.covariance != DpdCovariance.DoublyCorrected && options.nclusterings == 0;
  const allowed = plain && options.steps != 1;
  return options.nonlinear == 0 || allowed ? Status.Ok : Status.BadOption;
}

/** Sets estimate.vcov, before sigma2 and the small-sample factor. */
export function findCovariance(estimate: Estimate, options: DpdOptions): Status {
  const k = estimate.model.k;
  const n = estimate.model.n;
  const final = estimate.final;
  if (options.covariance == DpdCovariance.Unadjusted) {
    memory.copy(estimate.vcov, final.bread, doubles(k * k));
    return Status.Ok;
  }
  const factor = factorOf(estimate.whitener2);
  if (options.covariance == DpdCovariance.Robust) {
    return sandwich(k, n, final.map, estimate.s2, factor, estimate.vcov);
  }
  if (options.covariance == DpdCovariance.DoublyCorrected) {
    return doublyCorrected(estimate, options);
  }
  const derivative = openDerivative(estimate);
  if (exhausted()) return Status.OutOfMemory;
  if (usesFixedPoint(options)) {
    return windmeijerAtFixedPoint(k, n, final.map, derivative, final.bread, estimate.vcov);
  }
  const robust = alloc(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  const status = sandwich(k, n, estimate.before.map, estimate.s2, factor, robust);
  if (status != Status.Ok) return status;
  return windmeijer(k, n, final.map, derivative, final.bread, robust, estimate.vcov);
}

/** True if Windmeijer's correction is that of the fixed point, to which iterations lead. */
export function usesFixedPoint(options: DpdOptions): bool {
  return options.covariance == DpdCovariance.Windmeijer && options.steps == Steps.Iterated;
}
