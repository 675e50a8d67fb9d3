/** The scores z_i e_i of the instruments, and the lags of a HAC matrix of them. */
import { Covariance } from '../../covariance/kinds';
import { alloc, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { integers, setInt } from '../../memory/layout';
import { LinearDesign, LinearOptions } from '../../memory/records';
import { neweyWestBandwidth } from '../../covariance/series/bandwidth';
import { orderedScores } from '../../covariance/series/series';
import { LinearModel } from '../../linear/linear';
import { Basis } from './basis';
import { IvSample } from './sample';

/** The instruments as a model whose scores, in the orthonormal basis, are q_i e_i; its memory is the caller's scope. */
export function instrumentModel(sample: IvSample, basis: Basis, residuals: usize): LinearModel {
  const model = changetype<LinearModel>(allocZeroed(offsetof<LinearModel>()));
  if (exhausted()) return model;
  model.n = sample.model.n;
  model.k = basis.q;
  model.x = basis.instruments;
  model.root = basis.root;
  model.residuals = residuals;
  model.frequency = sample.model.frequency;
  return model;
}

/**
 * Returns a copy of the options with a bandwidth for HAC. An automatic bandwidth is that of Newey and West (1994) from
 * the scores of all instruments, as in Stata's ivregress and ivreg2, even if the covariance sums other scores. `hac`
 * refuses rows that share a unit and period.
 */
export function withBandwidth(
  sample: IvSample,
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
): LinearOptions {
  const copy = copyOptions(options);
  if (exhausted()) return options;
  if (options.covariance != Covariance.Hac || options.bandwidth >= 0 || design.period == 0) {
    return copy;
  }
  const scope = mark();
  const wanted = alloc(integers(model.k));
  const series = orderedScores(model, design);
  if (series == null || exhausted()) return options;
  for (let j = 0; j < model.k; ++j) {
    const constant = sample.constant && j == sample.nexogenous - 1 && model.k > 1;
    setInt(wanted, j, i32(!constant));
  }
  copy.bandwidth = 0;
  if (series.duplicate < 0) {
    copy.bandwidth = neweyWestBandwidth(options.kernel, wanted, series);
  }
  if (!exhausted()) release(scope);
  return copy;
}

/** A copy of options, whose degrees of freedom or bandwidth may be set. */
export function copyOptions(options: LinearOptions): LinearOptions {
  const copy = changetype<LinearOptions>(alloc(offsetof<LinearOptions>()));
  if (exhausted()) return options;
  memory.copy(changetype<usize>(copy), changetype<usize>(options), offsetof<LinearOptions>());
  return copy;
}
