import type { Input } from '../../core/arguments/inferred.js';
import type { Tests } from '../../results/fit.js';
import type {
  LikelihoodKeys,
  ResultWith,
  SlopesTest,
  TestsOf,
  UnitKeys,
} from '../../results/of-estimator.js';
import type { DynamicModel } from '../dynamic/model/model.js';
import type { ModelFile } from '../schema/common.js';
import type { dpdSchema } from './schema.js';

export type {
  DpdCovariance,
  DpdCovarianceType,
  Equation,
  Gaps,
  GmmGroup,
  IvGroup,
  Lags,
  Roles,
  TestedSet,
  Transform,
  WrittenDynamic as WrittenDpd,
  WrittenGroup,
} from '../dynamic/model/model.js';

export interface DpdModelInput extends ModelFile, Input<typeof dpdSchema> {}

/** A dynamic panel model: difference or system GMM. */
export interface DpdModel extends DynamicModel {
  readonly estimator: 'dpd';
}

/** The parts of a model as they are written. */
export type GmmGroupInput = NonNullable<DpdModelInput['gmm']>[number];
export type IvGroupInput = NonNullable<DpdModelInput['iv']>[number];
export type TestedSetInput = NonNullable<DpdModelInput['diffHansen']>[number];
export type RolesInput = NonNullable<DpdModelInput['roles']>;
export type DpdCovarianceInput = Exclude<NonNullable<DpdModelInput['vcov']>, string>;

/** A result of `dpd`. */
export interface DpdResult<Name extends string = string> extends ResultWith<
  | 'ngroups'
  | 'ninstruments'
  | 'rankInstruments'
  | 'instruments'
  | 'instrumentCount'
  | 'momentConditions',
  'endogenous' | 'kappa' | 'weightingMatrix' | UnitKeys | LikelihoodKeys | 'absorbed',
  Name
> {
  readonly estimator: 'dpd';
  /** The test of the slopes, of the overidentifying restrictions, and of serial correlation. */
  readonly tests: TestsOf<
    SlopesTest & Required<Pick<Tests, 'sargan' | 'hansen' | 'ar' | 'diffHansen'>>
  >;
}
