/** The kind of a fit's covariance. */
import type { CovarianceKind, FitResult } from '../../results/fit.js';

/** The covariance of a fit without its numbers; without clusters, the column of the units of its effects. */
export function covarianceKindOf({
  vcov,
  unitEffects,
}: Pick<FitResult, 'unitEffects'> & { readonly vcov: CovarianceKind }): CovarianceKind {
  const { type, clusters, unit = unitEffects?.unit, kernel, bandwidth, order, keys } = vcov;
  return {
    type,
    ...(clusters ? { clusters } : unit !== undefined && { unit }),
    ...(kernel !== undefined && { kernel }),
    ...(bandwidth !== undefined && { bandwidth }),
    ...(order !== undefined && { order }),
    ...(keys && { keys }),
  };
}
