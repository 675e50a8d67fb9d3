/** Types of the key `multiverse` for models of any estimator, from the schemas of all. */
import type { StrictObjectSchema } from 'valibot';
import type { Input, Output } from '../core/arguments/inferred.js';
import type { CovarianceText } from './covariances/registry.js';
import type { dynamicChoices, multiverseSchema } from './dynamic/model/multiverse.js';
import type {
  CovarianceChoice,
  MethodChoice,
  SpecificationBootstrap,
} from './multiverse/choices.js';
import type { instrumentChoices } from './multiverse/schema.js';
import type { Optional } from './schema/common.js';
import type { DpdCovarianceText } from './schema/dynamic-covariance.js';

export type * from './multiverse/choices.js';

type Linear = Input<StrictObjectSchema<typeof instrumentChoices, undefined>>;
type Dynamic = Input<StrictObjectSchema<typeof dynamicChoices, undefined>>;

/** Values of each choice. A choice without values stays as in the model. */
export interface Choices extends Omit<Linear, 'vcov' | 'methods'>, Omit<Dynamic, 'vcov'> {
  /** A type such as `HC1`, a type with its clusters or lags such as `cluster:id`, or keys of `vcov`. */
  readonly vcov?: readonly (CovarianceText | DpdCovarianceText | CovarianceChoice)[] | undefined;
  /** How the coefficients are estimated. */
  readonly methods?: readonly MethodChoice[] | undefined;
}

/** Last lag of a window; `null` means the deepest possible lag. */
export type LastLag = number | null;

type Read = Output<typeof multiverseSchema>;

/** Decides which specifications of a dynamic panel count. Unavailable tests are ignored. */
export type AdmissibilityRule = Read['admissible'];

/** Choices that were checked. */
export interface ReadChoices extends Omit<Choices, 'roles'> {
  readonly roles?: NonNullable<Read['over']>['roles'];
}

export interface MultiverseSpec extends Omit<Read, 'over' | 'admissible' | 'bootstrap'> {
  readonly over?: ReadChoices | undefined;
  /** Dynamic panels only. */
  readonly admissible?: AdmissibilityRule | undefined;
  /** Without it specifications are not bootstrapped, whatever the model's key `bootstrap` says. */
  readonly bootstrap?: SpecificationBootstrap | undefined;
}

export interface MultiverseInput extends Omit<
  Input<typeof multiverseSchema>,
  'over' | 'bootstrap'
> {
  readonly over?: Choices | undefined;
  /** Bootstraps each specification. */
  readonly bootstrap?:
    (Optional<SpecificationBootstrap> & Pick<SpecificationBootstrap, 'reps'>) | undefined;
}
