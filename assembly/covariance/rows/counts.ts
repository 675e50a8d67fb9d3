/**
 * Observations, degrees of freedom and the small-sample factors of Stata. A factor without positive
 * degrees of freedom is NaN, which `covariance` turns into a status.
 */
import { get } from '../../memory/layout';
import { LinearOptions } from '../../memory/records';
import { LinearModel } from '../../linear/linear';

/** Number of observations: rows, or the sum of frequency weights. */
export function observations(model: LinearModel): f64 {
  if (model.nobs > 0) return model.nobs;
  if (model.frequency == 0) return f64(model.n);
  let sum: f64 = 0;
  for (let i = 0; i < model.n; ++i) sum += get(model.frequency, i);
  return sum;
}

/** n / (n - k - absorbed) with `small`, else 1: unadjusted, HAC. */
export function residualFactor(model: LinearModel, options: LinearOptions): f64 {
  return options.small == 0 ? 1 : degreesFactor(model, options);
}

/** n / (n - k - absorbed): HC1, of which it is a part. */
export function degreesFactor(model: LinearModel, options: LinearOptions): f64 {
  const n = observations(model);
  const df = n - f64(model.k) - f64(options.dfAbsorbed);
  return df > 0 ? n / df : NaN;
}

/**
 * G / (G - 1) (n - 1) / (n - k) with `small`, else 1; k counts the absorbed effects that are not nested
 * in the clusters (as regress, xtreg and reghdfe do). G is at least 2.
 */
export function clusterFactor(model: LinearModel, options: LinearOptions, groups: i32): f64 {
  if (options.small == 0) return 1;
  const n = observations(model);
  const df = n - f64(model.k) - f64(options.dfAbsorbed) + f64(options.dfNested);
  if (!(df > 0)) return NaN;
  const g = f64(groups);
  return (g / (g - 1)) * ((n - 1) / df);
}
