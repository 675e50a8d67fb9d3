import { cholesky } from '../numerics/cholesky.js';
import { dot, forwardSubstitute } from '../numerics/householder.js';
import type { Vector } from '../numerics/vector.js';

/** g'V^-1 g, or undefined where V is singular, with fewer clusters than instruments say, or indefinite. */
export function quadratic(g: Vector, v: readonly Vector[]): number | undefined {
  const triangle = cholesky(v);
  if (triangle === undefined) return undefined;
  const whitened = forwardSubstitute(triangle, g);
  return dot(whitened, whitened);
}

/** Why a statistic that needs V^-1 does not exist. */
export const singularCovariance =
  'the covariance of the scores is not positive definite: more instruments than clusters or independent scores, or a sum over several clusterings or lags';
