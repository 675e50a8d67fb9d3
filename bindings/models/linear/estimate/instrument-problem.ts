/** What the core computes with instruments. */
import type { LinearCovariance, WeightType } from '../model/model.js';
import type { TransformedModel } from './transformation.js';

/** How the coefficients are computed. Numbers that a method does not use are absent. */
export interface InstrumentMethod {
  readonly kind: 'kclass' | 'liml' | 'fuller' | 'gmm';
  /** kappa of the k-class, or alpha of Fuller's estimator. */
  readonly kappa?: number | undefined;
  /** Steps of GMM: 1, 2, 3 for iterated, 4 for continuously updated. */
  readonly steps?: number;
  readonly weight?: LinearCovariance;
  readonly center?: boolean;
  readonly tolerance?: number | undefined;
  readonly maxIterations?: number | undefined;
}

/** An estimation problem with instruments. */
export interface InstrumentProblem extends Pick<TransformedModel, 'absorb' | 'transformation'> {
  readonly estimator: string;
  readonly weightType: WeightType | undefined;
  readonly vcov: LinearCovariance;
  readonly method: InstrumentMethod;
  /** Covariance of the scores in tests of the instruments; undefined without tests. */
  readonly tests: LinearCovariance | undefined;
}
