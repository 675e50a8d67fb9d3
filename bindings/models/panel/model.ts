import type { Input, Output } from '../../core/arguments/inferred.js';
import type { Tests } from '../../results/fit.js';
import type {
  DynamicKeys,
  InstrumentKeys,
  ResultWith,
  SlopesTest,
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
