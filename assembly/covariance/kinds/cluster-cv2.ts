/**
 * CV2: scores X_g'(I - H_gg)^-1/2 e_g with the symmetric square root (Bell and McCaffrey, 2002), which makes V unbiased
 * under independent homoskedastic errors. There is no small-sample factor. Stata's `vce(hc2 cluster)`.
 */
import { exhausted } from '../../memory/arena';
import { LinearDesign, LinearFit, LinearOptions } from '../../memory/records';
import { Status } from '../../status';
import { LinearModel } from '../../linear/linear';
import { openParts } from '../clusters/cluster-parts';
import { clusterwise } from '../clusters/clusterwise';

/** The meat (zero on entry), fit.factor and saturated; with coefficients in the options also fit.clusterParts. */
export function clusterCV2(
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
  meat: usize,
): Status {
  fit.factor = 1;
  if (fit.clusterParts == 0) return clusterwise(model, design, true, fit, meat);
  const parts = openParts(model, options, fit.clusterParts);
  if (exhausted()) return Status.OutOfMemory;
  return clusterwise(model, design, true, fit, meat, parts);
}
