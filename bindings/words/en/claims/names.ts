/** What verdicts call columns, estimators, bootstraps and methods. */
import { count, series } from '../../text/counts.js';
import type {
  DrawnBy,
  EstimatorCode,
  EstimatorName,
  Method,
  PlaceDetail,
  Sides,
} from '../../vocabulary/claims.js';

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

/** `cluster bootstrap by id (9,999 replicates, seed 1)`. */
export function bootstrapText({ scheme, cluster, replicates, seed }: DrawnBy): string {
  const by = cluster === undefined ? '' : ` by ${cluster}`;
  return `${scheme} bootstrap${by} (${count(replicates)} replicates, seed ${seed})`;
}

/** `wald`, `wald clustered by id`. */
export const methodText = ({ method, cluster }: Method) =>
  cluster === undefined ? method : `${method} clustered by ${cluster}`;

const tests: Readonly<Record<string, string>> = {
  wald: 'Wald',
  cr2: 'CR2',
  suest: 'stacked-scores',
  wild: 'wild bootstrap',
};

/** `Wald test`, `Wald test clustered by id`. */
export function testText({ method, cluster }: Method): string {
  const name = `${tests[method] ?? method} test`;
  return cluster === undefined ? name : `${name} clustered by ${cluster}`;
}

export const sidesText = (sides: Sides) => `${sides}-sided`;
