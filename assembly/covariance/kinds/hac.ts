/**
 * HAC: kernel-weighted sums of the products of scores j periods apart, within units if there are units, times n / (n -
 * k) with `small` (Newey and West, 1987; Stata's newey).
 */
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { doubles } from '../../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../../memory/records';
import { Status } from '../../status';
import { LinearModel } from '../../linear/linear';
import { neweyWestBandwidth, varyingColumns } from '../series/bandwidth';
import { residualFactor } from '../rows/counts';
import { kernelWeights, lastLag } from '../series/kernels';
import { Series, kernelSum, orderedScores, whiten } from '../series/series';

/**
 * The meat, fit.factor and bandwidth. ShapeMismatch: `detail` is the second row of a unit and period; TooManyLags: see
 * `kernelMeat`.
 */
export function hac(
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
  meat: usize,
): Status {
  const scope = mark();
  const series = orderedScores(model, design);
  if (series == null) return Status.OutOfMemory;
  if (series.duplicate >= 0) {
    fit.detail = series.duplicate;
    return Status.ShapeMismatch;
  }
  fit.bandwidth = options.bandwidth;
  if (fit.bandwidth < 0) {
    const wanted = varyingColumns(design, model.k);
    if (wanted == 0) return Status.OutOfMemory;
    fit.bandwidth = neweyWestBandwidth(options.kernel, wanted, series);
  }
  if (fit.bandwidth < 0) return Status.OutOfMemory;
  fit.factor = residualFactor(model, options);
  const status = kernelMeat(model, series, options.kernel, fit, meat);
  release(scope);
  return status;
}

/**
 * The meat of a series of scores, which are overwritten by C's, with the kernel and fit.bandwidth. From as many lags as
 * periods on, no pair of rows is that far apart: all weights tend to 1 and the meat to the square of the sum of the
 * scores, which is 0. TooManyLags: `detail` is the number of periods.
 */
export function kernelMeat(
  model: LinearModel,
  series: Series,
  kernel: i32,
  fit: LinearFit,
  meat: usize,
): Status {
  if (!(fit.bandwidth < f64(series.periods))) {
    fit.detail = series.periods;
    return Status.TooManyLags;
  }
  const scope = mark();
  const last = lastLag(kernel, fit.bandwidth, series.periods);
  const weights = alloc(doubles(last + 1));
  if (exhausted()) return Status.OutOfMemory;
  if (!whiten(model, series)) return Status.OutOfMemory;
  kernelWeights(kernel, fit.bandwidth, last, weights);
  if (!kernelSum(series, weights, last, meat)) return Status.OutOfMemory;
  release(scope);
  return Status.Ok;
}
