import type { Engine } from '../../core/engine/engine.js';
import { fingerprintOf, labelsOf, type Table } from '../../data/index.js';
import type { FitResult } from '../../results/fit.js';
import { withContextLater } from '../context.js';
import { estimatorOf } from '../estimators.js';
import { nameOf } from '../fit.js';
import type { Model } from '../model.js';
import { namedColumns } from '../reading/named-columns.js';
import { withTableWarnings } from '../reading/table-warnings.js';

/**
 * A result that another thread computed from the table. Its context is made when it is first read: the estimate again,
 * without the tests.
 */
export function fittedElsewhere(
  engine: Engine,
  table: Table,
  model: Model,
  computed: FitResult,
): FitResult {
  const estimator = estimatorOf(model);
  const columns = namedColumns(model);
  const warned = withTableWarnings(computed, table, model);
  const result = Object.assign(warned, labelsOf(table, columns), nameOf(model));
  return withContextLater(result, () => ({
    ...estimator.fit(engine, model, table, result),
    fingerprint: fingerprintOf(table, columns),
  }));
}
