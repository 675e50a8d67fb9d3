import type { Input, Output } from '../../core/arguments/inferred.js';
import type { LinearCovariance } from '../linear/model/model.js';
import type { ModelFile } from '../schema/common.js';
import type { olsSchema } from './schema.js';

/** Ordinary or weighted least squares. */
export interface OlsModel extends Omit<Output<typeof olsSchema>, 'vcov'> {
  readonly vcov: LinearCovariance;
}

export interface OlsModelInput extends ModelFile, Input<typeof olsSchema> {}
