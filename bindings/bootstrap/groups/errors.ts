/** The errors of a comparison: the model's, by cluster, by unit, or HC1. */
import { isKeyed } from '../../core/arguments.js';
import { parseModel } from '../../models/reading/model-file.js';
import type { Model, ModelInput } from '../../models/model.js';
import { withCanonicalFormula } from '../../models/reading/written-formula.js';
import { inAnyReading } from '../../models/reading/written-names.js';

/**
 * The model with the errors of a comparison: clustered by `cluster`, else its own `vcov`, else clustered by the unit of
 * its panel, else HC1. Those of a dynamic panel are clustered by unit without that.
 *
 * @throws InputError as `parseModel`
 */
export function withErrors(model: ModelInput, cluster: string | undefined): Model {
  const parsed = parseModel(model);
  if (parsed.estimator === 'dpd') {
    if (cluster === undefined || cluster === parsed.panel.unit) return parsed;
    return parseModel({ ...parsed, vcov: { ...parsed.vcov, cluster: [cluster] } });
  }
  const { small } = parsed.vcov;
  // Options of the formula may set vcov.
  const keys = inAnyReading(model, withCanonicalFormula).read as ModelInput;
  const written = isWritten(keys.vcov) || ('weight' in keys && isWritten(keys.weight));
  const between = parsed.estimator === 'panel' && parsed.effects === 'between';
  if (cluster === undefined && written) return parsed;
  const column = cluster ?? (between ? undefined : parsed.panel?.unit);
  const vcov =
    column === undefined ? { type: 'HC1', small } : { type: 'cluster', cluster: [column], small };
  return parseModel({ ...parsed, vcov });
}

/** Whether a covariance names its type or clusters, not only its small-sample factor. */
function isWritten(vcov: unknown): boolean {
  return isKeyed(vcov) && (vcov['type'] !== undefined || vcov['cluster'] !== undefined);
}
