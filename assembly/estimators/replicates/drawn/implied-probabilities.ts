/**
 * Probabilities of the rows or clusters of linear GMM under which its moment conditions hold at the estimate. Brown and
 * Newey (2002) draw units with these probabilities instead of centring the moments.
 */
import { alloc, allocMatrix, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry } from '../../../memory/layout';
import { BootstrapPlan } from '../../../memory/records';
import { Status } from '../../../status';
import { padded } from '../../../blas/panels';
import { empiricalLikelihood } from '../../../gmm/empirical-likelihood';
import { GmmResample } from './gmm';
import { multiplyUnit } from '../rows';

/**
 * out (nunits doubles) := empirical likelihood probabilities of the units of a prepared plan of GMM, whose moments in
 * the orthonormal basis are g_i = (G_i e)_q. Returns NotConverged if no probabilities make the moments zero.
 */
export function resample_implied_probabilities(planAddress: usize, out: usize): Status {
  const plan = changetype<BootstrapPlan>(planAddress);
  const sample = changetype<GmmResample>(plan.state).pairs.sample;
  const width = sample.width;
  const q = sample.task.basis.q;
  const left = entry(sample.task.basis.triangle, width, 0, width - 1);
  const stride = doubles(padded(q));
  const scope = mark();
  const unitMoments = alloc(doubles(width));
  const g = allocMatrix(plan.nunits, padded(q));
  if (exhausted()) return Status.OutOfMemory;
  for (let i = 0; i < plan.nunits; ++i) {
    multiplyUnit(sample, i, left, unitMoments);
    memory.copy(g + usize(i) * stride, unitMoments, doubles(q));
  }
  const status = empiricalLikelihood(plan.nunits, q, g, out);
  release(scope);
  return status;
}
