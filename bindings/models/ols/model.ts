import type { Input, Output } from '../../core/arguments/inferred.js';
import type {
  DynamicKeys,
  InstrumentKeys,
  ResultWith,
  SlopesTest,
  TestsOf,
  UnitKeys,
} from '../../results/of-estimator.js';
import type { LinearCovariance } from '../linear/model/model.js';
import type { ModelFile } from '../schema/common.js';
import type { olsSchema } from './schema.js';

/** Ordinary or weighted least squares. */
export interface OlsModel extends Omit<Output<typeof olsSchema>, 'vcov'> {
  readonly vcov: LinearCovariance;
}

export interface OlsModelInput extends ModelFile, Input<typeof olsSchema> {}

/** A result of `ols`. */
export interface OlsResult<Name extends string = string> extends ResultWith<
  never,
  InstrumentKeys | DynamicKeys | UnitKeys | 'ngroups',
  Name
> {
  readonly estimator: 'ols';
  /** The test of the slopes. */
  readonly tests: TestsOf<SlopesTest>;
}
