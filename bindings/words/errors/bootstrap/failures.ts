/** Why a replicate has no estimate, in English. */
import { says } from '../../told.js';

export const EmptySample = says('empty-sample/replicate', 'the resample has no complete rows');
export const TooFewClusters = says('too-few-clusters/replicate', 'the resample has one cluster');
export const NoDegreesOfFreedom = says(
  'no-degrees-of-freedom/replicate',
  'the resample has no degrees of freedom',
);
export const SingularWeighting = says(
  'singular-weighting/replicate',
  'the weighting matrix is singular',
);
export const NotConverged = says('not-converged/replicate', 'the iterations do not converge');
export const ExtremeColumn = says(
  'extreme-column/replicate',
  'a column is too large or too small for its products',
);
export const RankDeficient = says(
  'rank-deficient/replicate',
  'the parameters are not identified in the resample',
);
export const UnderIdentified = says(
  'under-identified/replicate',
  'the resample has fewer instruments than parameters',
);
export const NotPositiveDefinite = says(
  'not-positive-definite/replicate',
  'a matrix is not positive definite',
);
export const Overflow = says('overflow/replicate', 'the estimates are not finite');
