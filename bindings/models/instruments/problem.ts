import type { LinearCovariance, WeightType } from '../linear/model/model.js';
import type { InstrumentSample } from './sample.js';
import type { TransformedModel } from '../linear/estimate/transformation.js';

/** How the coefficients are computed; numbers that a method does not read are left out. */
export interface InstrumentMethod {
  readonly kind: 'kclass' | 'liml' | 'fuller' | 'gmm';
  /** kappa of the k-class, alpha of Fuller. */
  readonly kappa?: number | undefined;
  /** Of GMM: 1, 2, 3 iterated, 4 continuously updated. */
  readonly steps?: number;
  readonly weight?: LinearCovariance;
  readonly center?: boolean;
  readonly tolerance?: number | undefined;
  readonly maxIterations?: number | undefined;
}

/** An estimate with instruments to be made. */
export interface InstrumentProblem extends Pick<TransformedModel, 'absorb' | 'transformation'> {
  readonly estimator: string;
  readonly weightType: WeightType | undefined;
  readonly vcov: LinearCovariance;
  readonly method: InstrumentMethod;
  /** Covariance of the scores that tests of the instruments take; undefined without tests. */
  readonly tests: LinearCovariance | undefined;
}

/** The rows of a result and what was asked of them. */
export interface EstimatedRows {
  readonly sample: InstrumentSample;
  readonly problem: InstrumentProblem;
}
