/** The key `multiverse`: choices of a model that could have been different. */
import type { IntervalMethod, Recentring, SchemeKeys } from '../../results/scheme.js';
import type { BootstrapSpec, Optional, Vars } from '../schema/common.js';
import type { Role, Steps } from '../schema/dynamic-words.js';
import type { Lags } from '../linear/model/covariance.js';

/** Last lag of a window; `null` means the deepest possible lag. */
export type LastLag = number | null;

/** Terms of a formula in one text or in a list; `null` means none. */
export type TermSet = string | readonly string[] | null;

/** A covariance as `vcov` of a model; keys that are left out have the defaults of its type. */
export interface CovarianceChoice extends Lags {
  readonly type?: string | undefined;
  readonly cluster?: Vars | undefined;
  /** By default as in the model. */
  readonly small?: boolean | undefined;
}

/**
 * How the coefficients are estimated: effects of `panel`, also as `fe`, `re`, `be` and `fd`; methods of `iv` and `gmm`,
 * where `gmm` means two-step GMM.
 */
export type MethodChoice =
  | ('within' | 'twoway' | 'random' | 'between' | 'first-difference' | 'pooled')
  | ('fe' | 're' | 'be' | 'fd')
  | ('2sls' | 'liml' | 'fuller')
  | ('one-step' | 'two-step' | 'iterated' | 'cue' | 'gmm');

/** Values of each choice. A choice without values stays as in the model. */
export interface Choices {
  /** Every subset of the regressors other than the one of interest, or the sets of controls. */
  readonly controls?: 'all' | readonly TermSet[] | undefined;
  /** Row filters by name, which the model's `where` is combined with; `null` means no other filter. */
  readonly samples?: Readonly<Record<string, string | null>> | undefined;
  /** Left sides of the formula. Lags of the outcome among the regressors change with it. */
  readonly outcomes?: readonly string[] | undefined;
  /** Sets of absorbed effects. */
  readonly fixedEffects?: readonly TermSet[] | undefined;
  /** Sets of excluded instruments. */
  readonly instruments?: readonly TermSet[] | undefined;
  /** A type such as `HC1`, a type with its clusters or lags such as `cluster:id`, or keys of `vcov`. */
  readonly vcov?: readonly (string | CovarianceChoice)[] | undefined;
  readonly methods?: readonly MethodChoice[] | undefined;
  /** One list for all GMM-style groups together, or a list for each group, in every combination. */
  readonly lastLag?: readonly LastLag[] | readonly (readonly LastLag[])[] | undefined;
  /** Applies to all GMM-style groups. */
  readonly collapse?: readonly boolean[] | undefined;
  readonly transform?: readonly ('fd' | 'fod')[] | undefined;
  readonly system?: readonly boolean[] | undefined;
  readonly steps?: readonly Steps[] | undefined;
  readonly h?: readonly (1 | 2 | 3)[] | undefined;
  /** Roles by variable, in every combination. The role sets the first lag of the variable's group. */
  readonly roles?: Readonly<Record<string, readonly Role[]>> | undefined;
}

/** Decides which specifications of a dynamic panel count. Unavailable tests are ignored. */
export interface AdmissibilityRule {
  /** The p-value of AR(2) must be above it. */
  readonly ar2: number;
  /** The p-value of Hansen's test must be between them. */
  readonly hansen: readonly [number, number];
  /** The rank of the instruments is at most this many times the units. */
  readonly instrumentsPerUnit: number;
}

/** A bootstrap of every specification, with one kind of interval. */
export interface SpecificationBootstrap
  extends Pick<BootstrapSpec, 'reps' | 'seed' | 'pValue' | 'scheme'>, SchemeKeys {
  readonly ci: Exclude<IntervalMethod, 'inverted'>;
  /** GMM only. */
  readonly recenter?: Recentring | undefined;
}

export interface MultiverseSpec {
  /** Name of the coefficient of interest; the first regressor when left out. */
  readonly coefficient?: string | undefined;
  /** The choices, by what they vary. */
  readonly over?: Choices | undefined;
  /** Dynamic panels only. */
  readonly admissible?: AdmissibilityRule | undefined;
  /** Without it specifications are not bootstrapped, whatever the model's key `bootstrap` says. */
  readonly bootstrap?: SpecificationBootstrap | undefined;
  /** Largest number of specifications that run without confirmation; with a bootstrap, 500 times as many replicates. */
  readonly cap: number;
}

export interface MultiverseInput extends Optional<
  Pick<MultiverseSpec, 'coefficient' | 'over' | 'cap'>
> {
  /** The rule by which a specification counts as admissible. */
  readonly admissible?: Optional<AdmissibilityRule> | undefined;
  /** Bootstraps each specification. */
  readonly bootstrap?:
    (Optional<SpecificationBootstrap> & Pick<SpecificationBootstrap, 'reps'>) | undefined;
}
