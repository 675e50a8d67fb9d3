import { Estimate } from '../steps';
import { allocZeroed, exhausted } from '../../../memory/arena';
import { doubles } from '../../../memory/layout';
import { padded } from '../../../blas/panels';
import { linearize } from '../moments/unit-moments';
import { weightedMoments } from '../../../gmm/step';
import { derivativeAt } from '../moments/clusters';

/**
 * B, K columns of padded(L), with D = P B the derivative of the final estimate by that of the step
 * before: B = sum (s_c Q_c + g_c a'Q_c), a = W Z'e at the final estimate, g_c and s_c = g_c'a at the one
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
