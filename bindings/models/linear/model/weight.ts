/** How the moments of linear GMM are weighted. */
import type { Vars } from '../../schema/common.js';
import type { Lags } from './covariance.js';

/**
 * `one-step` weights the moments as two-stage least squares do. `two-step` weights them by the inverse of their
 * covariance at the first estimates. `iterated` repeats this until the estimates converge. `cue` lets the weight change
 * with the coefficients (Hansen, Heaton and Yaron, 1996).
 */
export type GmmMethod = 'one-step' | 'two-step' | 'iterated' | 'cue';

export type WeightMatrixType = 'unadjusted' | 'robust' | 'cluster' | 'hac' | 'driscoll-kraay';

/** The covariance of the moments whose inverse is the weighting matrix. */
export interface WeightMatrix extends Lags {
  readonly type: WeightMatrixType;
  /** Columns whose values are the clusters. */
  readonly cluster?: readonly string[] | undefined;
  /** True when the covariance is about the mean of the moments, not about 0. */
  readonly center: boolean;
}

export interface WeightMatrixInput extends Lags {
  /** What the moments are assumed to be: of equal variance, heteroskedastic, clustered or autocorrelated. */
  readonly type?: WeightMatrixType | undefined;
  /** Columns of clusters. */
  readonly cluster?: Vars | undefined;
  /** Whether the moments are centred in the weighting matrix. */
  readonly center?: boolean | undefined;
}
