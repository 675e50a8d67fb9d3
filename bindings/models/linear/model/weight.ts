/** How the moments of linear GMM are weighted. */
import type { Input, Output } from '../../../core/arguments/inferred.js';
import type { gmmMethods, weight } from './schema.js';

/**
 * `one-step` weights the moments as two-stage least squares do. `two-step` weights them by the inverse of their
 * covariance at the first estimates. `iterated` repeats this until the estimates converge. `cue` lets the weight change
 * with the coefficients (Hansen, Heaton and Yaron, 1996).
 */
export type GmmMethod = (typeof gmmMethods)[number];

export interface WeightMatrixInput extends Input<typeof weight> {}

export type WeightMatrixType = NonNullable<WeightMatrixInput['type']>;

/** The covariance of the moments whose inverse is the weighting matrix. */
export interface WeightMatrix extends Omit<Output<typeof weight>, 'type'> {
  readonly type: WeightMatrixType;
}
