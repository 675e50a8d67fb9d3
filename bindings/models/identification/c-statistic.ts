import { counted } from '../../core/text/messages.js';
import type { Engine } from '../../core/engine/engine.js';
import { cholesky } from '../../core/numerics/cholesky.js';
import {
  forwardSubstitute,
  householder,
  leastSquares,
  type Vector,
} from '../../core/numerics/householder.js';
import { chi2Test } from '../../core/numerics/inference.js';
import type { Test } from '../../results/fit.js';

/** Moments of linear GMM in an orthonormal basis Q = Z R^-1 of all q instruments, exogenous regressors included. */
export interface GmmMoments {
  /** R, q x q, row by row. */
  readonly triangle: readonly Vector[];
  /** Columns Q'x of the k regressors and Q'y. */
  readonly regressors: readonly Vector[];
  readonly outcome: Vector;
  /** Covariance (q x q) of the moments, a sum over rows like Q'y, at one estimate with all instruments. */
  readonly weight: readonly Vector[];
}

/**
 * The C statistic (difference in J; Hayashi 2000, Econometrics, page 220) of some instruments: J with all instruments
 * minus J without them. Both use blocks of one weighting matrix, so C cannot be negative. It is chi-squared with as
 * many degrees of freedom as instruments tested.
 *
 * @param tested positions of the tested instruments among the q
 * @returns a test with a reason, and without a statistic, if the rest does not identify the model or the weighting
 *   matrix is singular
 */
export function cStatistic(engine: Engine, moments: GmmMoments, tested: readonly number[]): Test {
  const all = moments.triangle.map((_, i) => i);
  const kept = all.filter((i) => !tested.includes(i));
  if (kept.length < moments.regressors.length) {
    const without = `${counted(kept.length, 'instrument')} for ${counted(moments.regressors.length, 'coefficient')}`;
    const reason = `without the tested instruments the model is not identified: ${without}`;
    return { stat: null, pValue: null, reason };
  }
  const whole = objective(moments, all);
  const without = objective(moments, kept);
  if (whole === undefined || without === undefined) {
    return { stat: null, pValue: null, reason: 'the weighting matrix is singular' };
  }
  return chi2Test(engine, whole - without, tested.length);
}

/** Minimum over b of (m - A b)'S^-1 (m - A b) for the instruments at `places`. */
function objective(
  { triangle, regressors, outcome, weight }: GmmMoments,
  places: readonly number[],
): number | undefined {
  const basis = householder(places.map((j) => triangle.map((row) => row[j]!)));
  const project = (x: Vector) => orthonormal(basis, x);
  const half = weight.map(project);
  const s = places.map((_, i) => project(half.map((row) => row[i]!)));
  const root = cholesky(s);
  if (root === undefined) return undefined;
  const whiten = (x: Vector) => forwardSubstitute(root, project(x));
  return leastSquares(regressors.map(whiten), whiten(outcome)).rss;
}

/** Coordinates of x in the orthonormal basis of the factored columns. */
function orthonormal({ apply, triangle }: ReturnType<typeof householder>, x: Vector): number[] {
  return apply(x).slice(0, triangle.length);
}
