/** Printed columns and their estimators, as data and in English. */
import { series } from './text/counts.js';

/** The estimators of printed columns. */
export type EstimatorCode =
  | 'ols'
  | 'wls'
  | '2sls'
  | 'liml'
  | 'fuller'
  | 'kclass'
  | 'one-step-gmm'
  | 'two-step-gmm'
  | 'iterated-gmm'
  | 'cue-gmm'
  | 'system-gmm'
  | 'difference-gmm'
  | 'level-gmm'
  | 'within'
  | 'twoway'
  | 'random'
  | 'between'
  | 'first-difference'
  | 'pooled';

/** The estimator of a column: a first stage or a reduced form, an estimator, or the title of an unknown one. */
export type EstimatorName =
  | { readonly part: 'first'; readonly of?: string }
  | { readonly part: 'reduced' }
  | { readonly code: EstimatorCode; readonly how?: 'within' | 'first-difference' }
  | { readonly title: string };

/** Printed columns of a table. */
export interface PlaceDetail {
  readonly table: string;
  readonly panel?: string;
  readonly columns: readonly number[];
  readonly estimator?: EstimatorName;
}

const estimators: Readonly<Record<EstimatorCode, string>> = {
  ols: 'OLS',
  wls: 'WLS',
  '2sls': '2SLS',
  liml: 'LIML',
  fuller: 'Fuller LIML',
  kclass: 'k-class',
  'one-step-gmm': 'one-step GMM',
  'two-step-gmm': 'two-step GMM',
  'iterated-gmm': 'iterated GMM',
  'cue-gmm': 'continuously updated GMM',
  'system-gmm': 'system GMM',
  'difference-gmm': 'difference GMM',
  'level-gmm': 'level GMM',
  within: 'within',
  twoway: 'two-way fixed effects',
  random: 'random effects',
  between: 'between',
  'first-difference': 'first differences',
  pooled: 'pooled OLS',
};

const effects = { within: ' within units', 'first-difference': ' in first differences' };

/** `2SLS`, `system GMM`, `first stage of Gov`. */
export function estimatorText(name: EstimatorName): string {
  if ('title' in name) return name.title;
  if ('code' in name) {
    return estimators[name.code] + (name.how === undefined ? '' : effects[name.how]);
  }
  if (name.part === 'reduced') return 'reduced form';
  return `first stage${name.of === undefined ? '' : ` of ${name.of}`}`;
}

/** `column (2)`, `columns (1) and (2)`. */
export function columnsText(columns: readonly number[]): string {
  const numbers = columns.map((column) => `(${column})`);
  return `${columns.length === 1 ? 'column' : 'columns'} ${series(numbers, 'and')}`;
}

/** `T5 column (2)`, `T5 panel B column (2), OLS`. */
export function placeText({ table, panel, columns, estimator }: PlaceDetail): string {
  const place = panel === undefined ? table : `${table} panel ${panel}`;
  const named = columns.length === 0 ? place : `${place} ${columnsText(columns)}`;
  return estimator === undefined ? named : `${named}, ${estimatorText(estimator)}`;
}
