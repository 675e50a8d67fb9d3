import { isKeyed } from '../../../core/arguments/arguments.js';
import { checkFit } from '../../../models/context.js';
import { checkedResult } from '../../../results/read.js';
import type { FitResult } from '../../../results/fit.js';
import { r2Of } from '../../../results/r2.js';
import type { Columns } from '../../../results/postestimation/columns.js';

/** Words of a result, and numbers that are not inside lists or tests. */
const texts = ['estimator', 'title', 'depvar', 'statistic'] as const;
// prettier-ignore
const numbers = [
  'nobs', 'ngroups', 'ninstruments', 'rankInstruments', 'kappa', 'iterations', 'dfModel',
  'dfResid', 'level', 'rsquared', 'rsquaredAdj', 'rsquaredWithin', 'rsquaredBetween',
  'rsquaredOverall', 'rsquaredTransformed', 'rsquaredTransformedAdj', 'rsquaredMcFadden', 'sigmaU', 'sigmaE', 'rho', 'correlation', 'sigma2', 'rss',
  'loglik', 'aic', 'bic',
] as const;

/**
 * A fit in one row: its words and numbers under the keys of the result, the kind of its covariance as `vcov_type`, and
 * each test as `<test>_stat`, `<test>_df` (for an F test `<test>_df1` and `<test>_df2`) and `<test>_pValue`. Tests in
 * lists have their order, group or variable in the name, as in `ar_1_stat` or `diffHansen_<group>_difference_stat`.
 *
 * @throws InputError `bad-value` for anything but a fit
 */
export function glance(fit: FitResult): Columns {
  checkFit('glance', fit);
  checkedResult(fit, ['fit']);
  const columns: Record<string, Float64Array | readonly string[]> = {};
  for (const key of texts) columns[key] = [fit[key]];
  columns['vcov_type'] = [fit.vcov.type];
  for (const { column, count } of fit.vcov.clusters ?? []) {
    columns[`nclusters_${column}`] = Float64Array.of(count);
  }
  for (const key of numbers) {
    const value = fit[key];
    if (value !== undefined) columns[key] = Float64Array.of(value);
  }
  for (const [key, value] of Object.entries(r2Of(fit))) columns[key] = Float64Array.of(value);
  for (const [name, value] of testNumbers(fit.tests, '')) columns[name] = Float64Array.of(value);
  for (const [name, value] of Object.entries(fit.criteria ?? {})) {
    columns[`criteria_${name}`] = Float64Array.of(value as number);
  }
  return columns;
}

/** The numbers of all tests inside a value, with their names. */
function testNumbers(value: unknown, path: string): [string, number][] {
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown, i) => testNumbers(one, `${path}_${partName(one, i)}`));
  }
  if (!isKeyed(value)) return [];
  if ('stat' in value) return numbersOf(value, path);
  return Object.entries(value).flatMap(([key, part]) =>
    testNumbers(part, path === '' ? key : `${path}_${key}`),
  );
}

/** What distinguishes the parts of a list: an order, a group or a variable; otherwise the position. */
function partName(part: unknown, place: number): string {
  if (!isKeyed(part)) return String(place + 1);
  const { order, group, endogenous, variable, instruments } = part;
  const name = order ?? group ?? endogenous ?? variable ?? instruments;
  if (Array.isArray(name)) return name.join(' ');
  return typeof name === 'string' || typeof name === 'number' ? String(name) : String(place + 1);
}

function numbersOf(test: Readonly<Record<string, unknown>>, path: string): [string, number][] {
  const { stat, df, pValue } = test;
  const number = (key: string, value: unknown): [string, number][] =>
    value === undefined ? [] : [[`${path}_${key}`, typeof value === 'number' ? value : NaN]];
  const degrees = Array.isArray(df)
    ? df.flatMap((one: unknown, i) => number(`df${i + 1}`, one))
    : number('df', df);
  return [...number('stat', stat), ...degrees, ...number('pValue', pValue)];
}
