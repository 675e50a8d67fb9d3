/** Names of printed columns and their estimators in sentences. */
import type { FitResult } from '../../../results/fit.js';
import type {
  EstimatorCode,
  EstimatorName,
  PlaceDetail,
} from '../../../words/vocabulary/claims.js';
import { estimatorText } from '../../../words/places.js';
import type { StudyColumn } from '../result.js';
import type { ColumnPart } from '../../tables/paper/table.js';

/** Titles of results, by their start, and the estimator. */
const codes: readonly (readonly [title: string, code: EstimatorCode])[] = [
  ['Ordinary least squares', 'ols'],
  ['Weighted least squares', 'wls'],
  ['Least squares, frequency weights', 'ols'],
  ['Two-stage least squares', '2sls'],
  ['Limited-information maximum likelihood', 'liml'],
  ["Fuller's", 'fuller'],
  ['k-class', 'kclass'],
  ['Linear GMM, one-step', 'one-step-gmm'],
  ['Linear GMM, two-step', 'two-step-gmm'],
  ['Linear GMM, iterated', 'iterated-gmm'],
  ['Linear GMM, continuously updated', 'cue-gmm'],
  ['System GMM', 'system-gmm'],
  ['Difference GMM', 'difference-gmm'],
  ['Level GMM', 'level-gmm'],
  ['Fixed effects (within)', 'within'],
  ['Two-way fixed effects', 'twoway'],
  ['Random effects', 'random'],
  ['Between estimator', 'between'],
  ['First differences', 'first-difference'],
  ['Pooled least squares', 'pooled'],
];

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
  const [, code] = codes.find(([start]) => title?.startsWith(start)) ?? [];
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
