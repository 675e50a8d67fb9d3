/** The errors of a comparison: the model's, by cluster, by unit, or HC1. */
import { isByRow } from '../../../models/covariances/registry.js';
import { isKeyed } from '../../../core/arguments/arguments.js';
import { effectsOf } from '../../../models/linear/model/effects.js';
import { parseModel } from '../../../models/reading/model-file.js';
import { has } from '../../../models/registry.js';
import type { Model, ModelInput } from '../../../models/model.js';
import { withCanonicalFormula } from '../../../models/reading/written-formula.js';
import { inAnyReading } from '../../../models/reading/written-names.js';

/** Whether a model itself specifies its errors: a type, clusters or a weighting matrix. */
export function writesErrors(model: ModelInput): boolean {
  // Options of the formula may set vcov.
  const keys = inAnyReading(model, withCanonicalFormula).read as ModelInput;
  return isWritten(keys.vcov) || ('weight' in keys && isWritten(keys.weight));
}

/**
 * The model with errors clustered by the unit of its panel if it has errors by row. Errors of unit means stay by row;
 * errors of a dynamic panel are by unit already.
 *
 * @throws InputError as `parseModel`
 */
export function withUnitErrors(model: Model): Model {
  return hasRowErrors(model) ? clusteredBy(model, model.panel!.unit) : model;
}

/** Whether a panel model has errors by row and does not regress unit means. */
export function hasRowErrors(model: Model): boolean {
  const { panel, vcov } = model;
  const { ofMeans: means } = effectsOf(model);
  return panel !== undefined && !has(model).unitErrors && !means && isByRow(vcov.type);
}

export function clusteredBy(model: Model, column: string): Model {
  const { small } = model.vcov;
  return parseModel({ ...model, vcov: { type: 'cluster', cluster: [column], small } });
}

/**
 * The model with the errors of a comparison: clustered by `cluster`; otherwise the model's `vcov`; otherwise clustered
 * by the unit of its panel; otherwise HC1. Errors of a dynamic panel are always clustered by unit.
 *
 * @throws InputError as `parseModel`
 */
export function withErrors(model: ModelInput, cluster: string | undefined): Model {
  const parsed = parseModel(model);
  if (has(parsed).unitErrors) {
    if (cluster === undefined || cluster === parsed.panel?.unit) return parsed;
    return parseModel({ ...parsed, vcov: { ...parsed.vcov, cluster: [cluster] } });
  }
  const { small } = parsed.vcov;
  const written = writesErrors(model);
  if (cluster === undefined && written) return parsed;
  const column = cluster ?? (effectsOf(parsed).ofMeans ? undefined : parsed.panel?.unit);
  const vcov =
    column === undefined ? { type: 'HC1', small } : { type: 'cluster', cluster: [column], small };
  return parseModel({ ...parsed, vcov });
}

/** Whether a covariance names its type or clusters, not only the small-sample factor. */
function isWritten(vcov: unknown): boolean {
  return isKeyed(vcov) && (vcov['type'] !== undefined || vcov['cluster'] !== undefined);
}
