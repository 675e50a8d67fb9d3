import type {
  CommonInput,
  CommonModel,
  Optional,
  PanelInput,
  PanelSpec,
} from '../schema/common.js';
import type {
  Absorption,
  LinearCovariance,
  LinearCovarianceInput,
  Weights,
} from '../linear/model/model.js';
import type { CovarianceText } from '../covariances/text.js';
import type { MultiverseInput, MultiverseSpec } from '../multiverse/choices.js';

/**
 * How a panel estimator treats the units. `within` takes out unit effects, `twoway` period effects too. `random` uses
 * the variance components of Swamy and Arora (1972). `between` regresses unit means, `first-difference` changes by
 * calendar time, `pooled` the rows unchanged.
 */
export type PanelEffects =
  'within' | 'twoway' | 'random' | 'between' | 'first-difference' | 'pooled';

/** A static panel model. */
export interface PanelModel extends CommonModel {
  readonly estimator: 'panel';
  readonly panel: PanelSpec;
  readonly effects: PanelEffects;
  readonly weights?: Weights | undefined;
  readonly vcov: LinearCovariance;
  readonly absorb: Absorption;
  readonly multiverse?: MultiverseSpec | undefined;
}

export interface PanelModelInput extends CommonInput {
  /** The estimator by its name. */
  readonly estimator: 'panel';
  /** The columns of units and periods. */
  readonly panel: PanelInput;
  /** How the units are treated. */
  readonly effects?: PanelEffects | undefined;
  /** Weights of rows. */
  readonly weights?: Weights | undefined;
  /** The covariance of the estimates. */
  readonly vcov?: LinearCovarianceInput | CovarianceText | undefined;
  /** When the iterations that absorb fixed effects stop. */
  readonly absorb?: Optional<Absorption> | undefined;
  /** Choices that could have been different. */
  readonly multiverse?: MultiverseInput | undefined;
}
