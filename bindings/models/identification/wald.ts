import { cholesky } from '../../core/numerics/cholesky.js';
import { dot, forwardSubstitute, type Vector } from '../../core/numerics/householder.js';

/** g'V^-1 g; undefined if V is indefinite or singular, for example with fewer clusters than instruments. */
export function waldStatistic(g: Vector, v: readonly Vector[]): number | undefined {
  const triangle = cholesky(v);
  if (triangle === undefined) return undefined;
  const whitened = forwardSubstitute(triangle, g);
  return dot(whitened, whitened);
}

/** Why a test that needs V^-1 is not available. */
export const singularCovariance =
  'the covariance of the scores is not positive definite: there are more instruments than clusters, or it sums over several clusterings or lags';
