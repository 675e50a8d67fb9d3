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

/** Ordinary or weighted least squares. */
export interface OlsModel extends CommonModel {
  readonly estimator: 'ols';
  /** Lags, leads and differences need it. */
  readonly panel?: PanelSpec | undefined;
  readonly weights?: Weights | undefined;
  readonly vcov: LinearCovariance;
  readonly absorb: Absorption;
  readonly multiverse?: MultiverseSpec | undefined;
}

export interface OlsModelInput extends CommonInput {
  /** The estimator by its name. */
  readonly estimator: 'ols';
  /** The columns of units and periods. */
  readonly panel?: PanelInput | undefined;
  /** Weights of rows. */
  readonly weights?: Weights | undefined;
  /** The covariance of the estimates. */
  readonly vcov?: LinearCovarianceInput | CovarianceText | undefined;
  /** When the iterations that absorb fixed effects stop. */
  readonly absorb?: Optional<Absorption> | undefined;
  /** Choices that could have been different. */
  readonly multiverse?: MultiverseInput | undefined;
}
