import type { Weights } from '../../linear/model/model.js';
import type {
  CommonInput,
  CommonModel,
  Optional,
  PanelInput,
  PanelSpec,
  Vars,
} from '../../schema/common.js';
import type { CovarianceText } from '../../covariances/text.js';
import type { MultiverseInput, MultiverseSpec } from '../../multiverse/choices.js';
import type { Role, Steps } from '../../schema/dynamic-words.js';

/** Which equations of a system an instrument serves. */
export type Equation = 'both' | 'diff' | 'level';

/** How the unit effects are removed. `level` estimates only the level equation. */
export type Transform = 'fd' | 'fod' | 'level';

/** `strict` takes no difference across a gap; `bridge` differences from the last complete row before it. */
export type Gaps = 'strict' | 'bridge';

/** First and last lag, counted from the named variable; `null` means the deepest possible lag. */
export type Lags = readonly [number, number | null];

export type DpdCovarianceType =
  'unadjusted' | 'robust' | 'windmeijer' | 'windmeijer-step' | 'doubly-corrected';

export interface DpdCovariance {
  /** The covariance of the estimates by its name. */
  readonly type: DpdCovarianceType;
  /** Columns of the clusters, at most four. By default the units are the clusters. */
  readonly cluster?: readonly string[] | undefined;
  /** Use Stata's small-sample factor, with t and F instead of z and chi-squared. */
  readonly small: boolean;
}

/** Instruments with one column per period, or one per lag when collapsed (Holtz-Eakin, Newey and Rosen 1988). */
export interface GmmGroup {
  /** Variables or lags of them, such as `L1.n`. */
  readonly vars: readonly string[];
  readonly lags: Lags;
  /** One column per lag instead of one per lag and period. */
  readonly collapse: boolean;
  /** The equations that the instruments enter. */
  readonly equation: Equation;
  /** The transformation of its transformed equation, where it differs from the model's. */
  readonly transform?: 'fd' | 'fod' | undefined;
  /** Use the values untransformed, also in the level equation: levels instead of differences. */
  readonly passthru: boolean;
  /** The role that sets the lags, or against which they are checked. */
  readonly role?: Role | undefined;
}

/** Ordinary instruments, one column per variable. */
export interface IvGroup {
  readonly vars: readonly string[];
  /** The equations that the instruments enter. */
  readonly equation: Equation;
  /** The transformation of its transformed equation, where it differs from the model's. */
  readonly transform?: 'fd' | 'fod' | undefined;
  /** Use the values untransformed. */
  readonly passthru: boolean;
  /** Replace a missing value by 0 and keep the row. */
  readonly mz: boolean;
}

/** A set of instruments for a difference-in-Hansen test: those of the groups or of the variables, in an equation. */
export interface TestedSet {
  readonly name: string;
  /** Names of groups as printed, or `gmm[0]`, `iv[1]`, `timeEffects`; all groups when left out. */
  readonly groups?: readonly string[] | undefined;
  /** Variables of the groups; all when left out. */
  readonly vars?: readonly string[] | undefined;
  readonly equation: Equation;
}

/** A dynamic panel model: difference or system GMM. */
export interface DpdModel extends CommonModel {
  readonly estimator: 'dpd';
  readonly panel: PanelSpec;
  /** How unit effects are removed: first differences, forward orthogonal deviations, or levels without a transformation. */
  readonly transform: Transform;
  /** How lags and differences treat absent periods: `bridge` takes differences across gaps. */
  readonly gaps: Gaps;
  /** Weights of rows. */
  readonly weights?: Weights | undefined;
  /**
   * Replace the GMM-style instruments by principal components: `true` chooses by eigenvalue, a number says how many.
   */
  readonly pca: boolean | number;
  /** Also estimate the level equation (Blundell and Bond 1998). */
  readonly system: boolean;
  readonly gmm: readonly GmmGroup[];
  readonly iv: readonly IvGroup[];
  /** Dummies of the periods. */
  readonly timeEffects: boolean;
  /** Weighting matrices in turn: 1, 2, `iterated`, or `cue`. */
  readonly steps: Steps;
  /** The one-step weighting matrix H: xtabond2's h(1), h(2) or h(3). */
  readonly h: 1 | 2 | 3;
  /** Add the conditions of Ahn and Schmidt (1995) on serially uncorrelated errors: one per period, or their sum. */
  readonly nonlinear: boolean | 'collapse';
  /** Largest order of the Arellano-Bond tests; default 2. */
  readonly arOrders: number;
  /** Test the level residuals of a system, not their differences. */
  readonly arLevels: boolean;
  /** Sets to test in addition to the groups. */
  readonly diffHansen: readonly TestedSet[];
  /** Also estimate the lagged outcome's coefficients by pooled least squares, within, and by Anderson and Hsiao. */
  readonly baselines: boolean;
  /** The program whose conventions apply where programs differ. */
  readonly compat: 'xtabond2' | 'gretl' | 'plm' | 'xtdpdgmm';
  readonly vcov: DpdCovariance;
  /** Choices that `multiverse` varies. */
  readonly multiverse?: MultiverseSpec | undefined;
}

export interface GmmGroupInput extends Optional<Omit<GmmGroup, 'vars' | 'lags'>> {
  /** Variables whose lags are the instruments, each lag in each period one instrument. */
  readonly vars: Vars;
  /** May be left out where `role` gives them. */
  readonly lags?: Lags | undefined;
}

/** Variables by role. A variable that no group names gets the lags that are valid for its role. */
export interface RolesInput {
  /** Variables that shocks of the same period move. */
  readonly endogenous?: Vars | undefined;
  /** Variables that only past shocks move. */
  readonly predetermined?: Vars | undefined;
  /** Variables that no shock moves. */
  readonly exogenous?: Vars | undefined;
  /** One instrument per lag instead of one per lag and period. */
  readonly collapse?: boolean | undefined;
}

export interface DpdCovarianceInput extends Optional<Omit<DpdCovariance, 'cluster'>> {
  /** Columns of clusters; default the units. */
  readonly cluster?: string | readonly string[] | undefined;
}

export interface IvGroupInput extends Optional<Omit<IvGroup, 'vars'>> {
  /** Variables that are instruments as they are, one column each. */
  readonly vars: Vars;
}

export interface TestedSetInput {
  /** What results call the set. */
  readonly name: string;
  /** Groups of instruments by number. */
  readonly groups?: string | readonly string[] | undefined;
  /** Variables whose instruments are tested. */
  readonly vars?: Vars | undefined;
  /** The equation whose instruments are tested. */
  readonly equation?: Equation | undefined;
}

type Defaulted =
  | 'transform'
  | 'gaps'
  | 'weights'
  | 'pca'
  | 'system'
  | 'timeEffects'
  | 'steps'
  | 'h'
  | 'arOrders'
  | 'arLevels'
  | 'nonlinear'
  | 'baselines'
  | 'compat';

export interface DpdModelInput extends CommonInput, Optional<Pick<DpdModel, Defaulted>> {
  /** The estimator by its name. */
  readonly estimator: 'dpd';
  /** The columns of units and periods. */
  readonly panel: PanelInput;
  /** Instruments from lags of variables. Required unless `roles` are given. */
  readonly gmm?: readonly GmmGroupInput[] | undefined;
  /** Variables by what they are correlated with, which sets their lags. */
  readonly roles?: RolesInput | undefined;
  /** Instruments that enter as they are. */
  readonly iv?: readonly IvGroupInput[] | undefined;
  /** Sets of instruments to test by the difference of Hansen statistics. */
  readonly diffHansen?: readonly TestedSetInput[] | undefined;
  /** The covariance of the estimates. */
  readonly vcov?: DpdCovarianceInput | CovarianceText | undefined;
  /** Choices that could have been different. */
  readonly multiverse?: MultiverseInput | undefined;
}
