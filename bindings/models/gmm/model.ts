import type { InstrumentsInput, InstrumentsModel } from '../instruments/model.js';
import type { GmmMethod, WeightMatrix, WeightMatrixInput } from '../linear/model/weight.js';

export type * from '../linear/model/weight.js';

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
