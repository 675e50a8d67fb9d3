import type { Input, Output } from '../../core/arguments/inferred.js';
import type { Tests } from '../../results/fit.js';
import type {
  DynamicKeys,
  Following,
  InstrumentKeys,
  LikelihoodKeys,
  OptionOf,
  ResultWith,
  SlopesTest,
  Tested,
  TestsOf,
} from '../../results/of-estimator.js';
import type { LinearCovariance } from '../linear/model/model.js';
import type { ModelFile } from '../schema/common.js';
import type { panelSchema } from './schema.js';

/** A static panel model. */
export interface PanelModel extends Omit<Output<typeof panelSchema>, 'vcov'> {
  readonly vcov: LinearCovariance;
}

export interface PanelModelInput extends ModelFile, Input<typeof panelSchema> {}

/**
 * How a panel estimator treats the units. `within` takes out unit effects, `twoway` period effects too. `random` uses
 * the variance components of Swamy and Arora (1972). `between` regresses unit means, `first-difference` changes by
 * calendar time, `pooled` the rows unchanged.
 */
export type PanelEffects = PanelModel['effects'];

/** A result of `panel`. */
export interface PanelResult<Name extends string = string> extends ResultWith<
  'ngroups',
  InstrumentKeys | DynamicKeys | 'rsquaredMcFadden',
  Name
> {
  readonly estimator: 'panel';
  /** The test of the slopes, and that all absorbed effects are equal. */
  readonly tests: TestsOf<SlopesTest & Pick<Tests, 'effects'>>;
}

type Deviations = 'theta' | 'sigmaU' | 'sigmaE' | 'rho' | 'correlation';
type Without<Keys extends Deviations | 'absorbed' | LikelihoodKeys> = Following<never, Keys> &
  Tested<{ readonly [Key in 'effects']?: never }>;
type Absorbing = Following<'absorbed', 'theta' | 'unitEffects'> &
  Tested<Required<Pick<Tests, 'effects'>>>;

/** What a result has and lacks by the effects of the model. */
type ByEffects<Effects> = Effects extends 'random'
  ? Following<'theta' | 'unitEffects'> & Without<'absorbed' | 'correlation' | LikelihoodKeys>
  : Effects extends 'first-difference'
    ? Following<'unitEffects'> & Without<Deviations | 'absorbed'>
    : Effects extends 'between' | 'pooled'
      ? Without<Deviations | 'absorbed'>
      : Effects extends 'twoway'
        ? Absorbing & Following<never, 'sigmaU' | 'rho' | 'correlation'>
        : Absorbing;

/** What the options of a call add to the result of `panel`; nothing if the compiler does not know them. */
export type PanelFollows<Given> = unknown extends Given
  ? unknown
  : ByEffects<OptionOf<Given, 'effects'>>;
