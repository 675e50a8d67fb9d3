import type { Input, Output } from '../../core/arguments/inferred.js';
import type { LinearCovariance } from '../linear/model/model.js';
import type { ModelFile } from '../schema/common.js';
import type { WeightMatrix } from '../linear/model/weight.js';
import type { gmmSchema } from './schema.js';

export type * from '../linear/model/weight.js';

/** A linear regression with endogenous regressors, by the generalised method of moments. */
export interface GmmModel extends Omit<Output<typeof gmmSchema>, 'vcov' | 'weight'> {
  readonly weight: WeightMatrix;
  readonly vcov: LinearCovariance;
}

export interface GmmModelInput extends ModelFile, Input<typeof gmmSchema> {}
