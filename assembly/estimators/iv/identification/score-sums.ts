/** Sums of outer products of scores of projected rows (`projected-rows.ts`), for a kind of covariance. */
import { alloc, allocMatrix, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry, get, set } from '../../../memory/layout';
import { LinearFit, LinearOptions } from '../../../memory/records';
import { addScores } from '../../../covariance/kinds';
import { mirror } from '../../../blas/triangles';
import { LinearModel } from '../../../linear/linear';
import { Status } from '../../../status';
import { ProjectedRows } from './projected-rows';
import { IvSample } from '../sample';
import { copyOptions } from '../scores';

/** The kind of a sum, and where it goes. */
@unmanaged
export class ScoreSum {
  /** f64, k x k, zero on entry; and the fit with factor and bandwidth. */
  sum: usize;
  fit: LinearFit;
}

/** Allocates an empty sum for k columns; null when memory ends. */
export function openSum(k: i32): ScoreSum | null {
  const sum = changetype<ScoreSum>(alloc(offsetof<ScoreSum>()));
  const fit = changetype<LinearFit>(allocZeroed(offsetof<LinearFit>()));
  const values = allocZeroed(doubles(k * k));
  if (exhausted()) return null;
  fit.factor = 1;
  sum.sum = values;
  sum.fit = fit;
  return sum;
}

/**
 * Adds products of the scores x_ij e_i of k columns x. The factor is that of a regression on `nregressors` columns, not
 * on the columns of the scores.
 */
export function addProducts(
  sample: IvSample,
  model: LinearModel,
  options: LinearOptions,
  nregressors: i32,
  out: ScoreSum,
): Status {
  const k = model.k;
  const scope = mark();
  const rowOptions = prepareProducts(sample, model, options, nregressors);
  if (exhausted()) return Status.OutOfMemory;
  const status = addScores(model, sample.design, rowOptions, out.fit, out.sum);
  mirror(k, out.sum);
  release(scope);
  return status;
}

/** Sets rows, frequencies and root of a model for `addScores`; returns the options of its factor. */
export function prepareProducts(
  sample: IvSample,
  model: LinearModel,
  options: LinearOptions,
  nregressors: i32,
): LinearOptions {
  const k = model.k;
  const rowOptions = copyOptions(options);
  model.n = sample.model.n;
  model.nobs = sample.model.nobs;
  model.frequency = sample.model.frequency;
  model.root = allocZeroed(doubles(k * k));
  if (exhausted()) return rowOptions;
  for (let j = 0; j < k; ++j) store<f64>(entry(model.root, k, j, j), 1);
  rowOptions.dfAbsorbed += nregressors - k;
  return rowOptions;
}

/** Adds products of the scores q_j e_a of all variables, column j + a L; their residuals are at `residuals`. */
export function addVariables(
  sample: IvSample,
  rows: ProjectedRows,
  residuals: usize,
  options: LinearOptions,
  nregressors: i32,
  out: ScoreSum,
): Status {
  const scope = mark();
  const model = changetype<LinearModel>(allocZeroed(offsetof<LinearModel>()));
  if (exhausted() || !pointToVariables(rows, residuals, model)) return Status.OutOfMemory;
  const status = addProducts(sample, model, options, nregressors, out);
  release(scope);
  return status;
}

/** Makes the scores q_j e_a the columns of a model with residuals 1; returns false when memory ends. */
export function pointToVariables(rows: ProjectedRows, residuals: usize, model: LinearModel): bool {
  const n = rows.n;
  const count = rows.ninstruments;
  const scores = allocMatrix(n, count * (1 + rows.nendogenous));
  const ones = alloc(doubles(n));
  if (exhausted()) return false;
  for (let i = 0; i < n; ++i) set(ones, i, 1);
  for (let a = 0; a <= rows.nendogenous; ++a) {
    const e = entry(residuals, n, 0, a);
    for (let j = 0; j < count; ++j) {
      const q = entry(rows.basis, n, 0, j);
      const to = entry(scores, n, 0, a * count + j);
      for (let i = 0; i < n; ++i) set(to, i, get(q, i) * get(e, i));
    }
  }
  model.k = count * (1 + rows.nendogenous);
  model.x = scores;
  model.residuals = ones;
  return true;
}
