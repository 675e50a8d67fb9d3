import type { Input, Output } from '../../../core/arguments/inferred.js';
import type { ExtraKeys } from '../../covariances/registry.js';
import type { LinearCovarianceType } from '../../covariances/traits.js';
import type { absorb, vcov, weights } from './schema.js';

export interface LinearCovarianceInput extends Input<typeof vcov> {}

export type { LinearCovarianceType };

/** Which covariance matrix a linear model reports. */
export interface LinearCovariance extends Omit<Output<typeof vcov>, 'type'>, ExtraKeys {
  /** The covariance of the estimates by its name. */
  readonly type: LinearCovarianceType;
}

export type Kernel = NonNullable<LinearCovariance['kernel']>;

/**
 * Weights of rows, in Stata's sense. `analytic` weights are inverse variances up to a factor; they are scaled to sum to
 * the number of rows. `frequency` weights are numbers of identical rows, `probability` weights inverse sampling
 * probabilities.
 */
export interface Weights extends Output<typeof weights> {}

export type WeightType = Weights['type'];

/** When the iterations that absorb several effects end. */
export interface Absorption extends Output<typeof absorb> {}
