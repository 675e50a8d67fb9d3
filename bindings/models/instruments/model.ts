import type {
  CommonInput,
  CommonModel,
  Optional,
  PanelInput,
  PanelSpec,
  Vars,
} from '../schema/common.js';
import type {
  Absorption,
  LinearCovariance,
  LinearCovarianceInput,
  Weights,
} from '../linear/model/model.js';
import type { CovarianceText } from '../covariances/text.js';
import type { MultiverseInput, MultiverseSpec } from '../multiverse/choices.js';

/** How a model with instruments removes unit effects: within units or by first differences. */
export type IvEffects = 'within' | 'first-difference';

/** Instruments whose validity a C test doubts: terms of the formula, excluded or exogenous regressors. */
export interface CTestSpec {
  readonly vars: readonly string[];
}

/** What models with instruments have in common. */
export interface InstrumentsModel extends CommonModel {
  /** Lags, leads, differences and `effects` need it. */
  readonly panel?: PanelSpec | undefined;
  readonly effects?: IvEffects | undefined;
  readonly weights?: Weights | undefined;
  readonly vcov: LinearCovariance;
  readonly absorb: Absorption;
  readonly multiverse?: MultiverseSpec | undefined;
  /** Whether first stages and tests of the instruments are computed. */
  readonly diagnostics: boolean;
  readonly cTests: readonly CTestSpec[];
}

export interface InstrumentsInput extends CommonInput {
  /** The columns of units and periods; lags, differences and `effects` need them. */
  readonly panel?: PanelInput | undefined;
  /** How unit effects are removed. */
  readonly effects?: IvEffects | undefined;
  /** Weights of rows. */
  readonly weights?: Weights | undefined;
  /** The covariance of the estimates: a name such as `HC1`, or an object with `type`, `cluster` and others. */
  readonly vcov?: LinearCovarianceInput | CovarianceText | undefined;
  /** When the iterations that absorb fixed effects stop. */
  readonly absorb?: Optional<Absorption> | undefined;
  /** Choices that could have been different. */
  readonly multiverse?: MultiverseInput | undefined;
  /** Whether first stages and tests of the instruments are computed; default true. */
  readonly diagnostics?: boolean | undefined;
  /** Sets of instruments whose exogeneity is tested. */
  readonly cTests?: readonly { readonly vars: Vars }[] | undefined;
}
