/**
 * CV3: the jackknife over clusters, V = (G - 1) / G sum_g (b_(g) - b)(b_(g) - b)' about the full-sample estimate b
 * (MacKinnon, Nielsen and Webb, 2023; not their CV3J, which is about the mean of the b_(g)). No regression is run
 * again: b - b_(g) = (X'X - X_g'X_g)^-1 X_g'e_g, which in the coordinates of `clusterwise` is C (I - B_g)^-1 Z_g'e_g.
 * Without `small` the factor is 1, which gives the CR3 of Bell and McCaffrey (2002). Stata's `vce(hc3 cluster)` and
 * `vce(jackknife, mse)`.
 */
import { getInt } from '../../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../../memory/records';
import { Status } from '../../status';
import { LinearModel } from '../../linear/linear';
import { clusterwise } from '../clusters/clusterwise';

/** The meat (zero on entry), fit.factor and saturated. */
export function clusterJackknife(
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
  meat: usize,
): Status {
  const g = f64(getInt(design.clusterCounts, 0));
  fit.factor = options.small ? (g - 1) / g : 1;
  return clusterwise(model, design, false, fit, meat);
}
