/** The sample of an estimate on a table in which built columns have other values. */
import type { Engine } from '../../core/engine/engine.js';
import type { Table } from '../../data/index.js';
import { estimatorOf } from '../estimators.js';
import type { Resampled } from '../protocol.js';
import type { RefitModel } from './refit-model.js';

/**
 * Makes the sample of a model on a table, without the regressors that its estimate left out.
 *
 * @throws IdentificationError `rank-deficient` if the table has other regressors; and as the estimators
 */
export function refitSample(engine: Engine, { model, names }: RefitModel, table: Table): Resampled {
  return estimatorOf(model).resampled!(engine, model, table, names);
}
