import type { GenericSchema } from 'valibot';
import type { Output } from '../../../core/arguments/inferred.js';
import type { dynamicSchema } from './schema.js';

/** A model as its schema reads it. */
export type WrittenDynamic = Output<
  ReturnType<typeof dynamicSchema<{ readonly estimator: GenericSchema<string> }>>
>;

/** Which equations of a system an instrument serves. */
export type Equation = IvGroup['equation'];

/** How the unit effects are removed. `level` estimates only the level equation. */
export type Transform = WrittenDynamic['transform'];

/** `strict` takes no difference across a gap; `bridge` differences from the last complete row before it. */
export type Gaps = NonNullable<WrittenDynamic['gaps']>;

/** First and last lag, counted from the named variable; `null` means the deepest possible lag. */
export type Lags = NonNullable<WrittenGroup['lags']>;

export interface DpdCovariance extends Omit<WrittenDynamic['vcov'], 'type'> {
  /** The covariance of the estimates by its name. */
  readonly type: DpdCovarianceType;
}

export type DpdCovarianceType = NonNullable<WrittenDynamic['vcov']['type']>;

/** A GMM-style group as written: a role may replace its lags. */
export type WrittenGroup = NonNullable<WrittenDynamic['gmm']>[number];

/** Instruments with one column per period, or one per lag when collapsed (Holtz-Eakin, Newey and Rosen 1988). */
export interface GmmGroup extends Omit<WrittenGroup, 'lags'> {
  readonly lags: Lags;
}

/** Ordinary instruments, one column per variable. */
export type IvGroup = WrittenDynamic['iv'][number];

/** A set of instruments for a difference-in-Hansen test: those of the groups or of the variables, in an equation. */
export type TestedSet = WrittenDynamic['diffHansen'][number];

/** Variables by role. */
export type Roles = NonNullable<WrittenDynamic['roles']>;

/** A dynamic panel model whose instruments are lags, and its moment conditions sums over units. */
export interface DynamicModel extends Omit<WrittenDynamic, 'gmm' | 'roles' | 'gaps' | 'vcov'> {
  readonly gmm: readonly GmmGroup[];
  readonly gaps: Gaps;
  readonly vcov: DpdCovariance;
}
