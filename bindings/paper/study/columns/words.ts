/** Names of printed columns and their estimators in sentences. */
import { codeOfTitle } from '../../../models/companions/titles.js';
import type { FitResult } from '../../../results/fit.js';
import type { EstimatorName, PlaceDetail } from '../../../words/vocabulary/claims.js';
import { estimatorText } from '../../../words/places.js';
import type { StudyColumn } from '../result.js';
import type { ColumnPart } from '../../tables/paper/table.js';

/** Endings of titles of estimates whose rows are transformed. */
const effects = [
  [', fixed effects (within)', 'within'],
  [', first differences', 'first-difference'],
] as const;

/** What a column shows of a model. */
interface Stage {
  readonly part?: ColumnPart | undefined;
  readonly of?: string | undefined;
}

export function estimatorOf(
  { title, estimator }: Pick<FitResult, 'title' | 'estimator'>,
  { part = 'second', of }: Stage = {},
): EstimatorName {
  if (part === 'reduced') return { part };
  if (part === 'first') return { part, ...(of !== undefined && { of }) };
  const code = codeOfTitle(title);
  const [, how] = effects.find(([end]) => title?.endsWith(end)) ?? [];
  if (code === undefined) return { title: title ?? estimator };
  return { code, ...(how !== undefined && { how }) };
}

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
