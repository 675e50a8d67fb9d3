/**
 * The residual bootstrap of least squares: each row gets a residual drawn from all residuals about their mean, as if
 * they were independent of the regressors (Efron, 1979). In the orthonormal basis X = Z R of the regressors
 *
 *   b* = b + R^-1 sum_i e*_i z_i
 *
 * is again a weighted sum; its weights are the drawn residuals.
 */
import { alloc, exhausted } from '../../../memory/arena';
import { doubles, get, set } from '../../../memory/layout';
import { dtrsv } from '../../../blas/level2';
import { NoTrans, Upper } from '../../../blas/options';
import { Status } from '../../../status';
import { Resample } from '../rows';


@unmanaged
export class ResidualDraws {
  sample: Resample;
  /** f64, nrows: the table that residuals are drawn from; k: a distance. */
  drawTable: usize;
  params: usize;
}

export function openResidualDraws(draws: ResidualDraws, sample: Resample): Status {
  const model = sample.task.sample.model;
  draws.sample = sample;
  draws.drawTable = alloc(doubles(model.n));
  draws.params = alloc(doubles(sample.k));
  if (exhausted()) return Status.OutOfMemory;
  let sum: f64 = 0;
  for (let i = 0; i < model.n; ++i) sum += get(model.y, i);
  const mean = sum / f64(model.n);
  for (let i = 0; i < model.n; ++i) set(draws.drawTable, i, get(model.y, i) - mean);
  return Status.Ok;
}

/** One replicate from the sums of the rows times their residuals. */
export function writeResidualReplicate(
  state: usize,
  _residuals: usize,
  sums: usize,
  out: usize,
): i32 {
  const draws = changetype<ResidualDraws>(state);
  const sample = draws.sample;
  const k = sample.k;
  memory.copy(draws.params, sums, doubles(k));
  dtrsv(Upper, NoTrans, k, sample.task.basis.triangle, sample.width, draws.params);
  for (let j = 0; j < k; ++j) {
    set(out, j, get(sample.resampling.params, j) + get(draws.params, j));
  }
  return Status.Ok;
}
