/**
 * Covariance of a k-class estimator: that of a regression with bread N^-1 and scores x~_i e_i,
 *
 *   x~ = (1 - share) x + share P x,  P the projection on the instruments,   e = y - X b
 *
 * Exogenous regressors have x~ = x. `share` is a given kappa; it is 1 for LIML and Fuller, whose kappa tends to 1, as
 * in Stata's ivregress. The endogenous columns of the rows hold x~ while the covariance is computed and are restored
 * afterwards; a copy of all regressors would be most of the memory.
 */
import { Covariance } from '../../covariance/kinds';
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { doubles, entry } from '../../memory/layout';
import { LinearOptions } from '../../memory/records';
import { dscal } from '../../blas/level1';
import { dgemv } from '../../blas/level2';
import { NoTrans } from '../../blas/options';
import { covariance } from '../../covariance/covariance';
import { Status } from '../../status';
import { Basis } from './basis';
import { addCombination } from './residuals';
import { IvSample } from './sample';
import { IvTask } from './task';

/** Fills the task's covariance. */
export function kClassCovariance(task: IvTask, share: f64, options: LinearOptions): Status {
  const model = task.regression;
  const sample = task.sample;
  const design = sample.design;
  if (options.covariance == Covariance.Unadjusted) {
    return covariance(model, design, options, task.linear);
  }
  const endogenous = doubles(sample.model.n * sample.nendogenous);
  const scope = mark();
  const kept = alloc(endogenous);
  if (exhausted()) return Status.OutOfMemory;
  memory.copy(kept, sample.model.x, endogenous);
  let status = projectEndogenous(sample, task.basis, share);
  if (status == Status.Ok) status = covariance(model, design, options, task.linear);
  memory.copy(sample.model.x, kept, endogenous);
  release(scope);
  return status;
}

/** Endogenous columns := x~, with P x = [W Z] R11^-1 (Q'x). */
export function projectEndogenous(sample: IvSample, basis: Basis, share: f64): Status {
  const n = sample.model.n;
  const q = basis.q;
  const scope = mark();
  const coefficients = alloc(doubles(q));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < sample.nendogenous; ++j) {
    const column = entry(sample.model.x, n, 0, j);
    dgemv(NoTrans, q, q, 1, basis.root, q, entry(basis.moments, q, 0, j), 0, coefficients);
    dscal(n, 1 - share, column);
    addCombination(n, q, basis.instruments, coefficients, share, column);
  }
  release(scope);
  return Status.Ok;
}
