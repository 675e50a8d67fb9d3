/**
 * Probabilities of the units under which the moment conditions hold at an estimate. Brown and Newey (2002) draw units
 * with these probabilities instead of centring the moments.
 */
import { alloc, allocMatrix, exhausted, mark, release } from '../../../memory/arena';
import { doubles, getInt } from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import { Status } from '../../../status';
import { padded } from '../../../blas/panels';
import { empiricalLikelihood } from '../../../gmm/empirical-likelihood';
import { blockSize, momentsAt } from '../moments/moment-block';
import { KEPT_BYTES } from '../stack/kept-units';
import { enter, openModel, sampleStatus } from '../model/open';
import { addUnitMoments } from '../moments/unit-moments';

/**
 * out := empirical likelihood probabilities of the units with rows, in the order of the design, at `params` (K
 * doubles). `out` must have one double per unit. Returns NotConverged if no probabilities make the moments zero.
 */
export function dpd_implied_probabilities(designAddress: usize, params: usize, out: usize): Status {
  const design = changetype<DpdDesign>(designAddress);
  if (design.size != i32(offsetof<DpdDesign>())) return Status.BadRecord;
  const scope = mark();
  const model = openModel(design, 0, KEPT_BYTES);
  if (exhausted()) return Status.OutOfMemory;
  const sample = sampleStatus(model);
  if (sample != Status.Ok) return sample;
  const block = alloc(doubles(blockSize(model.k, model.n)));
  const g = allocMatrix(model.nentering, padded(model.n));
  if (exhausted()) return Status.OutOfMemory;
  for (let u = 0; u < model.nentering; ++u) {
    enter(model, getInt(model.entering, u));
    memory.fill(block, 0, doubles(blockSize(model.k, model.n)));
    addUnitMoments(model, block);
    momentsAt(model.k, model.n, block, params, g + doubles(u * padded(model.n)));
  }
  const status = empiricalLikelihood(model.nentering, model.n, g, out);
  release(scope);
  return status;
}
