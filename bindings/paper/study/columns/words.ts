/** What sentences call a printed column and its estimator. */
import type { FitResult } from '../../../results/fit.js';
import { series } from '../../../core/text/counts.js';
import type { ColumnPart } from '../../tables/paper/table.js';

/** Titles of results, by their start, and the short name of the estimator. */
const names: readonly (readonly [title: string, name: string])[] = [
  ['Ordinary least squares', 'OLS'],
  ['Weighted least squares', 'WLS'],
  ['Least squares, frequency weights', 'OLS'],
  ['Two-stage least squares', '2SLS'],
  ['Limited-information maximum likelihood', 'LIML'],
  ["Fuller's", 'Fuller LIML'],
  ['k-class', 'k-class'],
  ['Linear GMM, one-step', 'one-step GMM'],
  ['Linear GMM, two-step', 'two-step GMM'],
  ['Linear GMM, iterated', 'iterated GMM'],
  ['Linear GMM, continuously updated', 'continuously updated GMM'],
  ['System GMM', 'system GMM'],
  ['Difference GMM', 'difference GMM'],
  ['Level GMM', 'level GMM'],
  ['Fixed effects (within)', 'within'],
  ['Two-way fixed effects', 'two-way fixed effects'],
  ['Random effects', 'random effects'],
  ['Between estimator', 'between'],
  ['First differences', 'first differences'],
  ['Pooled least squares', 'pooled OLS'],
];

const effects: readonly (readonly [title: string, name: string])[] = [
  [', fixed effects (within)', ' within units'],
  [', first differences', ' in first differences'],
];

/** `2SLS`, `system GMM`, `first stage of Gov`. */
export function estimatorName(
  { title, estimator }: Pick<FitResult, 'title' | 'estimator'>,
  stage?: { readonly part?: ColumnPart | undefined; readonly of?: string | undefined },
): string {
  if (stage?.part === 'reduced') return 'reduced form';
  if (stage?.part === 'first')
    return `first stage${stage.of === undefined ? '' : ` of ${stage.of}`}`;
  const [, name = title ?? estimator] = names.find(([start]) => title?.startsWith(start)) ?? [];
  const [, how = ''] = effects.find(([end]) => title?.endsWith(end)) ?? [];
  return name + how;
}

/** `column (2)`, `columns (1) and (2)`. */
export function columnWords(columns: readonly number[]): string {
  const numbers = series(
    columns.map((column) => `(${column})`),
    'and',
  );
  return `${columns.length === 1 ? 'column' : 'columns'} ${numbers}`;
}

/** `T5 column (2)`, `T5 panel B column (2)`. */
export function placeName(
  { table, panel }: { readonly table: string; readonly panel?: string | undefined },
  columns: readonly number[],
): string {
  const place = panel === undefined ? table : `${table} panel ${panel}`;
  return columns.length === 0 ? place : `${place} ${columnWords(columns)}`;
}
