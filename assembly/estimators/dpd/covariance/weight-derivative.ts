import { Estimate } from '../steps';
import { allocZeroed, exhausted } from '../../../memory/arena';
import { doubles } from '../../../memory/layout';
import { padded } from '../../../blas/panels';
import { linearize } from '../moments/unit-moments';
import { weightedMoments } from '../../../gmm/step';
import { derivativeAt } from '../moments/clusters';

/**
 * Returns B (K columns of padded(L)); Windmeijer's D = P B is the derivative of the final estimate with respect to the
 * step before. B = sum (s_c Q_c + g_c a'Q_c), with a = W Z'e at the final estimate, and g_c and s_c = g_c'a at the step
 * before. Check `exhausted()` afterwards.
 */
export function openDerivative(estimate: Estimate): usize {
  const model = estimate.model;
  const weighted = allocZeroed(doubles(padded(model.n)));
  const derivative = allocZeroed(doubles(padded(model.n) * model.k));
  if (exhausted()) return derivative;
  linearize(estimate.units, estimate.final.params);
  weightedMoments(estimate.final, estimate.whitener2, model.k, model.moments, weighted);
  derivativeAt(estimate.clusters, estimate.before.params, weighted, derivative);
  return derivative;
}
