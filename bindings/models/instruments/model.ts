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
import type { CovarianceText } from '../schema/covariance-words.js';
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
  readonly panel?: PanelInput | undefined;
  readonly effects?: IvEffects | undefined;
  readonly weights?: Weights | undefined;
  readonly vcov?: LinearCovarianceInput | CovarianceText | undefined;
  readonly absorb?: Optional<Absorption> | undefined;
  readonly multiverse?: MultiverseInput | undefined;
  readonly diagnostics?: boolean | undefined;
  readonly cTests?: readonly { readonly vars: Vars }[] | undefined;
}
