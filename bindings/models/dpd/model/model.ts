import type { Input, Output } from '../../../core/arguments/inferred.js';
import type { Tests } from '../../../results/fit.js';
import type {
  LikelihoodKeys,
  ResultWith,
  SlopesTest,
  TestsOf,
  UnitKeys,
} from '../../../results/of-estimator.js';
import type { ModelFile } from '../../schema/common.js';
import type { dpdSchema } from './schema.js';

export interface DpdModelInput extends ModelFile, Input<typeof dpdSchema> {}

/** A model as its schema reads it. */
export type WrittenDpd = Output<typeof dpdSchema>;

/** Which equations of a system an instrument serves. */
export type Equation = IvGroup['equation'];

/** How the unit effects are removed. `level` estimates only the level equation. */
export type Transform = WrittenDpd['transform'];

/** `strict` takes no difference across a gap; `bridge` differences from the last complete row before it. */
export type Gaps = NonNullable<WrittenDpd['gaps']>;

/** First and last lag, counted from the named variable; `null` means the deepest possible lag. */
export type Lags = NonNullable<WrittenGroup['lags']>;

export interface DpdCovariance extends Omit<WrittenDpd['vcov'], 'type'> {
  /** The covariance of the estimates by its name. */
  readonly type: DpdCovarianceType;
}

export type DpdCovarianceType = NonNullable<WrittenDpd['vcov']['type']>;

/** A GMM-style group as written: a role may replace its lags. */
export type WrittenGroup = NonNullable<WrittenDpd['gmm']>[number];

/** Instruments with one column per period, or one per lag when collapsed (Holtz-Eakin, Newey and Rosen 1988). */
export interface GmmGroup extends Omit<WrittenGroup, 'lags'> {
  readonly lags: Lags;
}

/** Ordinary instruments, one column per variable. */
export type IvGroup = WrittenDpd['iv'][number];

/** A set of instruments for a difference-in-Hansen test: those of the groups or of the variables, in an equation. */
export type TestedSet = WrittenDpd['diffHansen'][number];

/** Variables by role. */
export type Roles = NonNullable<WrittenDpd['roles']>;

/** A dynamic panel model: difference or system GMM. */
export interface DpdModel extends Omit<WrittenDpd, 'gmm' | 'roles' | 'gaps' | 'vcov'> {
  readonly gmm: readonly GmmGroup[];
  readonly gaps: Gaps;
  readonly vcov: DpdCovariance;
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
