/** Estimators of columns, as data. */
import { codeOfTitle } from '../../../../models/companions/titles.js';
import { stageOfTitle } from '../../../../models/companions/stage-titles.js';
import type { FitResult } from '../../../../results/fit.js';
import type { EstimatorName } from '../../../../words/places.js';
import type { ColumnPart } from '../table.js';

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
  const stage = stageOfTitle(title);
  if (stage !== undefined) return { part: stage };
  const code = codeOfTitle(title);
  const [, how] = effects.find(([end]) => title?.endsWith(end)) ?? [];
  if (code === undefined) return { title: title ?? estimator };
  return { code, ...(how !== undefined && { how }) };
}
