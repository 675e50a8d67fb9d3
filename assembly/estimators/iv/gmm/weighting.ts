/**
 * The covariance matrix of the moments, S = sum q_i e_i e_i' q_i' over rows, clusters or lags, in the orthonormal basis
 * of the instruments. Its inverse is GMM's weighting matrix, and it is the meat of the sandwich. Unadjusted it is (rss
 * / n) I.
 *
 * With centring, the mean is subtracted from each row's scores before they are summed over clusters or lags; a row of
 * frequency f counts as f rows. `unadjusted` has nothing to centre.
 */
import { alloc, allocMatrix, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry, get, set } from '../../../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../../../memory/records';
import { ddot } from '../../../blas/level1';
import { triangleEntry, triangleSize } from '../../../blas/panels';
import { Covariance, addScores } from '../../../covariance/kinds';
import { LinearModel } from '../../../linear/linear';
import { packTriangle } from '../../../blas/triangles';
import { Status } from '../../../status';
import { IvSample } from '../sample';

/**
 * out (q x q triangle in panels) := S of a model of scores. Statuses are those of `covariance`; `fit` receives the
 * factor, the bandwidth and the detail.
 */
export function momentMatrix(
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
  out: usize,
): Status {
  const q = model.k;
  memory.fill(out, 0, doubles(triangleSize(q)));
  if (options.covariance == Covariance.Unadjusted) {
    const variance = ddot(model.n, model.residuals, model.residuals) / fit.nobs;
    for (let j = 0; j < q; ++j) store<f64>(triangleEntry(out, j, j), variance);
    fit.factor = options.small ? fit.nobs / fit.dfResid : 1;
    return Status.Ok;
  }
  const scope = mark();
  const sum = allocZeroed(doubles(q * q));
  if (exhausted()) return Status.OutOfMemory;
  const status = addScores(model, design, options, fit, sum);
  packTriangle(q, sum, q, out);
  release(scope);
  return status;
}

/** Returns the same scores minus their means, with residuals of ones, in memory of the caller's scope. */
export function centered(sample: IvSample, model: LinearModel): LinearModel {
  const n = model.n;
  const copy = changetype<LinearModel>(alloc(offsetof<LinearModel>()));
  const scores = allocMatrix(n, model.k);
  const ones = alloc(doubles(n));
  if (exhausted()) return model;
  memory.copy(changetype<usize>(copy), changetype<usize>(model), offsetof<LinearModel>());
  copy.x = scores;
  copy.residuals = ones;
  for (let i = 0; i < n; ++i) set(ones, i, 1);
  for (let j = 0; j < model.k; ++j) {
    const from = entry(model.x, n, 0, j);
    const to = entry(scores, n, 0, j);
    const mean = ddot(n, from, model.residuals) / sample.weights.nobs;
    for (let i = 0; i < n; ++i) {
      const count = model.frequency == 0 ? 1 : get(model.frequency, i);
      set(to, i, get(from, i) * get(model.residuals, i) - count * mean);
    }
  }
  return copy;
}
