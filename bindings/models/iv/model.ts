import type { Input, Output } from '../../core/arguments/inferred.js';
import type {
  DynamicKeys,
  Identified,
  IdentifiedBy,
  InstrumentKeys,
  LikelihoodKeys,
  ResultWith,
  SlopesTest,
  TestsOf,
  StepKeys,
  UnitKeys,
} from '../../results/of-estimator.js';
import type { LinearCovariance } from '../linear/model/model.js';
import type { ModelFile } from '../schema/common.js';
import type { ivSchema } from './schema.js';

/** A linear regression with endogenous regressors, by a k-class estimator. */
export interface IvModel extends Omit<Output<typeof ivSchema>, 'vcov'> {
  readonly vcov: LinearCovariance;
}

export interface IvModelInput extends ModelFile, Input<typeof ivSchema> {}

/**
 * Two-stage least squares, limited-information maximum likelihood, the estimator of Fuller (1977), or the k-class
 * estimator of a given kappa: 0 is least squares, 1 two-stage least squares.
 */
export type IvMethod = IvModel['method'];

/** A result of `iv`. */
export interface IvResult<Name extends string = string> extends ResultWith<
  Exclude<InstrumentKeys, StepKeys>,
  StepKeys | DynamicKeys | UnitKeys | LikelihoodKeys,
  Name
> {
  readonly estimator: 'iv';
  /** The test of the slopes, and tests of the instruments. */
  readonly tests: TestsOf<SlopesTest & Identified>;
}

/** What the options of a call add to the result of `iv`; nothing if the compiler does not know them. */
export type IvFollows<Given> = IdentifiedBy<Given>;
