import type { Input, Output } from '../../core/arguments/inferred.js';
import type { Tests } from '../../results/fit.js';
import type {
  DynamicKeys,
  Identified,
  IdentifiedBy,
  InstrumentKeys,
  LikelihoodKeys,
  ResultWith,
  SlopesTest,
  TestsOf,
  UnitKeys,
} from '../../results/of-estimator.js';
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

/** A result of `gmm`. */
export interface GmmResult<Name extends string = string> extends ResultWith<
  Exclude<InstrumentKeys, 'kappa' | 'weightingMatrix' | 'trace'>,
  DynamicKeys | UnitKeys | LikelihoodKeys | 'kappa',
  Name
> {
  readonly estimator: 'gmm';
  /** The test of the slopes, Hansen's J under two names, and tests of the instruments. */
  readonly tests: TestsOf<SlopesTest & Identified & Required<Pick<Tests, 'hansen' | 'jTest'>>>;
}

/** What the options of a call add to the result of `gmm`; nothing if the compiler does not know them. */
export type GmmFollows<Given> = IdentifiedBy<Given>;
