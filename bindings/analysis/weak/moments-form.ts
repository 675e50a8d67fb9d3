/**
 * The moment conditions of a dynamic panel in the form of a reduced form, so that one set of tests serves
 * instrumental variables and dynamic panels. Equation 0 is the outcome's, with coefficients sum Z_i'y_i; the others
 * are the regressors', with sum Z_i'x_i. The combination (1, -b) is the moment sum g(b), with covariance sum g_i(b)
 * g_i(b)'.
 *
 * Decision: second moments about zero, not about the mean. Then S at the continuously updated estimate is its J, K is
 * 0 there, and S stays below the number of units N. With the centred covariance the statistic would be S / (1 - S /
 * N), which rejects more.
 */
import { IdentificationError } from '../../core/errors/errors.js';
import type { MomentSums } from '../../models/dynamic/estimate/estimate.js';
import { type ReducedForm, square } from '../../models/identification/reduced-form.js';
import { sandwich } from '../../models/identification/rank.js';
import { cholesky } from '../../core/numerics/cholesky.js';
import { forwardSubstitute } from '../../core/numerics/householder.js';
import { independent, type Matrix, pick } from './independent.js';
import { singularMoments } from '../../words/errors/analysis/weak.js';

/**
 * The form in a basis in which the covariance of the moments at `params` is the identity, without moments that depend
 * on earlier ones. The vectors of "residuals" have inner products N tr(V_ab) / L, V_ab the covariance of equations a
 * and b. Under V = E (x) I the rank statistic is then Cragg and Donald's.
 *
 * @param params the estimate (nparams)
 * @throws IdentificationError `singular-moments` if the covariance has a lower rank than the instruments
 */
export function momentsForm(moments: MomentSums, params: Float64Array): ReducedForm {
  const count = params.length + 1;
  const error = [...params].map((b) => -b);
  const weights = [...error, 1];
  const kept = independent(momentCovariance(moments, weights));
  if (kept.length < moments.rank) throw singular(moments, kept.length);
  const whitening = cholesky(pick(momentCovariance(moments, weights), kept));
  if (whitening === undefined) throw singular(moments, kept.length);
  const whiten = (x: readonly number[]) => forwardSubstitute(whitening, x);
  const order = [count - 1, ...params.keys()];
  const coefficients = order.map((column) =>
    whiten(kept.map((l) => moments.sum[column * moments.ninstruments + l]!)),
  );
  const blocks = order.map((a) =>
    order.map((b) => sandwich(pick(block(moments, b, a), kept), whiten)),
  );
  const { nclusters } = moments;
  const traces = blocks.map((row) => row.map((one) => (nclusters * trace(one)) / kept.length));
  const errors = cholesky(traces);
  if (errors === undefined) throw singular(moments, kept.length);
  return {
    nobs: nclusters,
    nexogenous: 0,
    ninstruments: kept.length,
    nendogenous: params.length,
    dfResid: nclusters,
    dfReference: nclusters,
    factor: 1,
    triangle: triangleOf(coefficients, errors),
    covariance: covarianceOf(blocks),
  };
}

function singular({ rank, nclusters }: MomentSums, covarianceRank: number): IdentificationError {
  return new IdentificationError(
    singularMoments({ rank, found: covarianceRank, nclusters }),
    'weak',
  );
}

/** V_ab (ninstruments x ninstruments) of the columns a and b of the blocks. */
function block({ products, order, stride, ninstruments }: MomentSums, a: number, b: number) {
  return square(ninstruments, (i, j) => {
    const [p, q] = [a * stride + i, b * stride + j];
    return products[Math.min(p, q) + order * Math.max(p, q)]!;
  });
}

/** Covariance of the moments, with `weights` for the columns of the blocks. */
function momentCovariance(moments: MomentSums, weights: readonly number[]): number[][] {
  const sum = square(moments.ninstruments, () => 0);
  weights.forEach((wa, a) =>
    weights.forEach((wb, b) =>
      block(moments, a, b).forEach((row, i) =>
        row.forEach((value, j) => (sum[i]![j]! += wa * wb * value)),
      ),
    ),
  );
  return sum;
}

function trace(matrix: Matrix): number {
  return matrix.reduce((sum, row, i) => sum + row[i]!, 0);
}

/** The form's triangle; the outcome comes first here, and last in the triangle. */
function triangleOf(coefficients: Matrix, errors: Matrix): Float64Array {
  const [count, length] = [coefficients.length, coefficients[0]!.length];
  const order = length + count;
  const triangle = new Float64Array(order * order);
  coefficients.forEach((column, a) => {
    const start = order * (a === 0 ? order - 1 : length + a - 1);
    triangle.set(column, start);
    triangle.set(
      errors.map((row) => row[a]!),
      start + length,
    );
  });
  return triangle;
}

/** The matrix of the blocks, row by row. */
function covarianceOf(blocks: readonly (readonly Matrix[])[]): Float64Array {
  return Float64Array.from(
    blocks.flatMap((row) => row[0]!.flatMap((_, i) => row.flatMap((matrix) => matrix[i]!))),
  );
}
