/** Types of choices of a model that could have been different, which all estimators share. */
import type { Input, Output } from '../../core/arguments/inferred.js';
import type { CovarianceWord } from '../covariances/registry.js';
import type { covarianceChoice } from '../linear/model/schema.js';
import type { DpdCovarianceWord } from '../schema/dynamic-covariance.js';
import type { linearSpecificationBootstrap } from '../schema/bootstrap-schema.js';

/** Terms of a formula in one text or in a list; `null` means none. */
export type TermSet = string | readonly string[] | null;

/**
 * How the coefficients are estimated: effects of `panel`, also as `fe`, `re`, `be` and `fd`; methods of `iv` and `gmm`,
 * where `gmm` means two-step GMM.
 */
export type MethodChoice =
  | ('within' | 'twoway' | 'random' | 'between' | 'first-difference' | 'pooled')
  | ('fe' | 're' | 'be' | 'fd')
  | ('2sls' | 'liml' | 'fuller')
  | ('one-step' | 'two-step' | 'iterated' | 'cue' | 'gmm');

/** A covariance as `vcov` of a model; keys that are left out have the defaults of its type. */
export interface CovarianceChoice extends Omit<Input<typeof covarianceChoice>, 'type'> {
  /** The kind of covariance, such as `HC1`. */
  readonly type?: CovarianceWord | DpdCovarianceWord | undefined;
}

/** A bootstrap of every specification, with one kind of interval. */
export interface SpecificationBootstrap extends Output<typeof linearSpecificationBootstrap> {}
