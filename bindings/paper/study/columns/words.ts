/** Names of printed columns and their estimators in sentences. */
import type { EstimatorName, PlaceDetail } from '../../../words/vocabulary/claims.js';
import { estimatorText } from '../../../words/places.js';
import type { StudyColumn } from '../result.js';
import { estimatorOf } from '../../tables/paper/parts/estimators.js';

export { estimatorOf };

/** `2SLS`, `system GMM`, `first stage of Gov`. */
export const estimatorName = (...args: Parameters<typeof estimatorOf>) =>
  estimatorText(estimatorOf(...args));

/** Columns of a table with the estimator of one, if it is known. */
export function placeOf(
  { table, panel }: Pick<StudyColumn, 'table' | 'panel'>,
  columns: readonly number[],
  estimator?: EstimatorName,
): PlaceDetail {
  return {
    table,
    ...(panel !== undefined && { panel }),
    columns,
    ...(estimator !== undefined && { estimator }),
  };
}
