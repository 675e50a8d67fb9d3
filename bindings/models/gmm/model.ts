import type { Vars } from '../schema/common.js';
import type { InstrumentsInput, InstrumentsModel } from '../instruments/model.js';
import type { Lags } from '../linear/model/covariance.js';

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

/** A linear regression with endogenous regressors, by the generalised method of moments. */
export interface GmmModel extends InstrumentsModel {
  readonly estimator: 'gmm';
  readonly method: GmmMethod;
  readonly weight: WeightMatrix;
  /** Iterated GMM and CUE stop at this relative change of the coefficients. */
  readonly tolerance?: number | undefined;
  readonly maxIterations?: number | undefined;
}

export interface GmmModelInput extends InstrumentsInput {
  /** The estimator by its name. */
  readonly estimator: 'gmm';
  /** How often the weighting matrix is estimated; default `two-step`. */
  readonly method?: GmmMethod | undefined;
  /** The weighting matrix of the moments. */
  readonly weight?: WeightMatrixInput | undefined;
  /** Iterated GMM and CUE stop at this relative change of the coefficients; default 1e-8. */
  readonly tolerance?: number | undefined;
  /** Most iterations of iterated GMM and CUE; default 100. */
  readonly maxIterations?: number | undefined;
}
