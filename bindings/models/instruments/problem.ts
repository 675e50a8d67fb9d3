import type { Omitted } from '../../results/common.js';
import type { LinearCovariance, WeightType } from '../linear/model/model.js';
import type { InstrumentSample } from './sample.js';
import type { TransformedModel } from '../linear/estimate/transformation.js';

/** How the coefficients are computed. A method leaves out numbers that it does not use. */
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

/** The rows of an estimate and the problem that it solves. */
export interface EstimatedRows {
  readonly sample: InstrumentSample;
  readonly problem: InstrumentProblem;
}

/** The same with the collinear regressors that the sample lacks. */
export interface KeptRows extends EstimatedRows {
  readonly omitted: readonly Omitted[];
}
