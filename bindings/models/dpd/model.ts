import type { Input } from '../../core/arguments/inferred.js';
import type { MissingTest, Tests } from '../../results/fit.js';
import type {
  Following,
  LikelihoodKeys,
  OptionOf,
  ResultWith,
  SlopesTest,
  StepKeys,
  Tested,
  TestsOf,
  UnitKeys,
} from '../../results/of-estimator.js';
import type {
  GmmGroupSchema,
  IvGroupSchema,
  TestedSetSchema,
  VcovSchema,
} from '../dynamic/model/keys.js';
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

/** Instruments of lags as they are written. */
export interface GmmGroupInput extends Input<GmmGroupSchema> {}
/** Instruments that enter as they are, as they are written. */
export interface IvGroupInput extends Input<IvGroupSchema> {}
/** A set of instruments to test, as it is written. */
export interface TestedSetInput extends Input<TestedSetSchema> {}
export type RolesInput = NonNullable<DpdModelInput['roles']>;
/** The covariance as it is written. */
export interface DpdCovarianceInput extends Input<VcovSchema> {}

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

type Iterations = Exclude<StepKeys, 'weightingMatrix'>;

/** What a result has and lacks by the steps of the model. Hansen's test needs two. */
type BySteps<Steps> = Steps extends 'iterated' | 'cue'
  ? Following<Iterations>
  : Following<never, Iterations> &
      (Steps extends 1 ? Tested<Readonly<Record<'hansen', MissingTest>>> : unknown);

type ByComponents<Pca> = [Pca] extends [true]
  ? Following<'components'>
  : [Pca] extends [false | undefined]
    ? Following<never, 'components'>
    : unknown;

/** What the options of a call add to the result of `dpd`; nothing if the compiler does not know them. */
export type DpdFollows<Given> = unknown extends Given
  ? unknown
  : BySteps<OptionOf<Given, 'steps'>> & ByComponents<OptionOf<Given, 'pca'>>;
