/** A model with another covariance, on the same data. */
import type { Engine } from '../../core/engine/engine.js';
import type { FitResult } from '../../results/fit.js';
import { estimatorOf } from '../estimators.js';
import { covarianceKeys } from '../covariances/text.js';
import { requireContext } from '../context.js';
import type { ModelInput } from '../model.js';
import { parseModel } from '../reading/model-file.js';
import { withTableWarnings } from '../reading/table-warnings.js';
import { checkUnchanged } from '../refits/unchanged.js';

/** `HC3`, `cluster:id`, `hac:4`, or the keys of `vcov` in a model of any estimator. */
export type CovarianceSpec = NonNullable<ModelInput['vcov']>;

/**
 * Estimates the model of a fit with another covariance. The small-sample factor stays unless the covariance sets it. A
 * bootstrap is not taken over, because its replicates belong to the model's covariance.
 *
 * @throws InputError `result-without-data`, `data-changed`, and as `parseModel` for a covariance that the model cannot
 *   have
 */
export function withCovariance(engine: Engine, fit: FitResult, spec: CovarianceSpec): FitResult {
  const context = requireContext('table', fit);
  checkUnchanged('table', context);
  const { small } = context.model.vcov;
  const vcov = { small, ...covarianceKeys(spec) };
  const model = parseModel({ ...context.model, vcov, bootstrap: undefined });
  const estimator = estimatorOf(model);
  const table = estimator.table(context);
  const { result } = estimator.fit(engine, model, table);
  const warned = withTableWarnings(result, table, model);
  return fit.labels === undefined ? warned : { ...warned, labels: fit.labels };
}
