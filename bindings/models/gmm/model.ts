import type { Vars } from '../schema/common.js';
import type { InstrumentsInput, InstrumentsModel } from '../instruments/model.js';
import type { Lags } from '../linear/model/covariance.js';

/**
 * One step weighs the moments as two-stage least squares do; two steps weigh them by the inverse of their covariance
 * at the first estimates; iterated GMM goes on until the estimates do not change; `cue` lets the weight move with
 * the coefficients (Hansen, Heaton and Yaron, 1996).
 */
export type GmmMethod = 'one-step' | 'two-step' | 'iterated' | 'cue';

export type WeightMatrixType = 'unadjusted' | 'robust' | 'cluster' | 'hac' | 'driscoll-kraay';

/** Which covariance of the moments the weighting matrix is the inverse of. */
export interface WeightMatrix extends Lags {
  readonly type: WeightMatrixType;
  /** Columns whose values are the clusters. */
  readonly cluster?: readonly string[] | undefined;
  /** Whether it is about the mean of the moments and not about 0. */
  readonly center: boolean;
}

export interface WeightMatrixInput extends Lags {
  readonly type?: WeightMatrixType | undefined;
  readonly cluster?: Vars | undefined;
  readonly center?: boolean | undefined;
}

/** A linear regression with endogenous regressors, by the generalised method of moments. */
export interface GmmModel extends InstrumentsModel {
  readonly estimator: 'gmm';
  readonly method: GmmMethod;
  readonly weight: WeightMatrix;
  /** Largest relative change of the coefficients in the last iteration; of iterated GMM and CUE. */
  readonly tolerance?: number | undefined;
  readonly maxIterations?: number | undefined;
}

export interface GmmModelInput extends InstrumentsInput {
  readonly estimator: 'gmm';
  readonly method?: GmmMethod | undefined;
  readonly weight?: WeightMatrixInput | undefined;
  readonly tolerance?: number | undefined;
  readonly maxIterations?: number | undefined;
}
