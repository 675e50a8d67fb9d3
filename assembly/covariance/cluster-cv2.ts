/**
 * CV2: scores X_g'(I - H_gg)^-1/2 e_g with the symmetric square root (Bell and McCaffrey, 2002), which
 * makes V unbiased under independent errors of one variance. No factor; Stata's `vce(hc2 cluster)`.
 */
import { LinearDesign, LinearFit } from '../memory/records';
import { Status } from '../status';
import { LinearModel } from '../linear/linear';
import { clusterwise } from './clusterwise';

/** The meat (zero on entry), fit.factor and saturated. */
export function clusterCV2(
  model: LinearModel,
  design: LinearDesign,
  fit: LinearFit,
  meat: usize,
): Status {
  fit.factor = 1;
  return clusterwise(model, design, true, fit, meat);
}
