import { checkFit } from '../../../models/context.js';
import { checkedResult } from '../../../results/read.js';
import type { FitResult } from '../../../results/fit.js';
import type { Columns } from '../../../results/postestimation/columns.js';

/**
 * The coefficients as columns: `term`, `estimate`, `stdError`, `statistic`, `pValue`, `low` and `high`; after a
 * bootstrap also `bootstrapStdError`, `bootstrapPValue`, and `bootstrapLow` and `bootstrapHigh` of its first interval.
 *
 * @throws InputError `bad-value` for anything but a fit
 */
export function tidy(fit: FitResult): Columns {
  checkFit('tidy', fit);
  checkedResult(fit, ['fit']);
  const terms = Object.keys(fit.params);
  const column = (value: (name: string) => number | null | undefined) =>
    Float64Array.from(terms, (name) => value(name) ?? NaN);
  const { params, stdErrors, statistics, pValues, confInt, bootstrap } = fit;
  const bounds = (list: Readonly<Record<string, readonly (number | null)[]>> | undefined) =>
    [0, 1].map((end) => column((name) => list?.[name]?.[end]));
  const [low, high] = bounds(confInt);
  const analytic = {
    term: terms,
    estimate: column((name) => params[name]),
    stdError: column((name) => stdErrors[name]),
    statistic: column((name) => statistics[name]),
    pValue: column((name) => pValues[name]),
    low: low!,
    high: high!,
  };
  if (bootstrap === undefined) return analytic;
  const [first] = Object.values(bootstrap.confInt);
  const [bootstrapLow, bootstrapHigh] = bounds(first);
  return {
    ...analytic,
    bootstrapStdError: column((name) => bootstrap.stdErrors[name]),
    bootstrapPValue: column((name) => bootstrap.pValues[name]),
    ...(first !== undefined && { bootstrapLow: bootstrapLow!, bootstrapHigh: bootstrapHigh! }),
  };
}
