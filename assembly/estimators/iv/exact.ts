/**
 * An outcome that the regressors explain exactly: y = X b. The same b then solves the moment conditions of every
 * k-class and GMM estimator, but weak instruments magnify its rounding errors. Least squares does not, so it gives b
 * here.
 *
 *   exact     |y - X b| <= 64 e (|y| + sum_j |b_j| l_j),  l_j the length of column j, e the relative precision
 *
 * Columns of R (`basis.ts`) replace the rows. R loses some digits against the compensated residuals of least squares,
 * so the limit is above that of `covariance/rounding.ts`.
 */
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { doubles, entry, get } from '../../memory/layout';
import { LinearOptions } from '../../memory/records';
import { dnrm2 } from '../../blas/level1';
import { dtrsv } from '../../blas/level2';
import { NoTrans, Upper } from '../../blas/options';
import { dgeqr2 } from '../../lapack/dgeqr2';
import { EXACT_ROUNDINGS, precisionOf } from '../../covariance/rounding';
import { Basis } from './basis';
import { IvSample } from './sample';

/** True if the regressors explain the outcome exactly; params (k) are then their coefficients. */
export function solveExactly(
  sample: IvSample,
  basis: Basis,
  options: LinearOptions,
  params: usize,
): bool {
  const k = sample.k;
  const rows = basis.width;
  const scope = mark();
  const stack = alloc(doubles(rows * (k + 1)));
  if (exhausted()) return false;
  for (let j = 0; j <= k; ++j) {
    const source = sourceOf(sample, basis, j);
    memory.copy(entry(stack, rows, 0, j), entry(basis.triangle, rows, 0, source), doubles(rows));
  }
  dgeqr2(rows, k + 1, stack, rows);
  const outcome = entry(stack, rows, 0, k);
  const residual = abs(get(outcome, k));
  dtrsv(Upper, NoTrans, k, stack, rows, outcome);
  let size = lengthOf(sample, basis, options, k);
  for (let j = 0; j < k; ++j) size += abs(get(outcome, j)) * lengthOf(sample, basis, options, j);
  const exact = residual <= EXACT_ROUNDINGS * precisionOf(options) * size && size < Infinity;
  if (exact) memory.copy(params, outcome, doubles(k));
  release(scope);
  return exact;
}

/** The column of R of a regressor, X1 before W, or of the outcome. */
function sourceOf(sample: IvSample, basis: Basis, j: i32): i32 {
  if (j < sample.nendogenous) return basis.q + j;
  return j < sample.k ? j - sample.nendogenous : basis.width - 1;
}

/** The length of a regressor or of the outcome, before effects were taken out. */
function lengthOf(sample: IvSample, basis: Basis, options: LinearOptions, j: i32): f64 {
  if (options.lengths != 0) return get(options.lengths, j);
  const rows = basis.width;
  return dnrm2(rows, entry(basis.triangle, rows, 0, sourceOf(sample, basis, j)));
}
