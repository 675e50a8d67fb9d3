import type { Telling } from '../words/phrase.js';
import type { EngineInfo } from '../core/engine/engine.js';
import type { Built } from '../data/index.js';
import type { BootstrapResult } from './bootstrap/bootstrap.js';
import type {
  Baselines,
  InstrumentCount,
  LongRunEffect,
  MomentCondition,
  PrincipalComponents,
  SelectionCriteria,
} from './dynamic.js';
import type { IdentificationTests } from './identification.js';
import type { Test } from './test.js';
import type { ByName, Labelled, Omitted, Warning } from './common.js';
import type { CovarianceKind } from '../words/details/covariance.js';

export type { CovarianceKind };

export type * from './bootstrap/bootstrap.js';
export type * from './identification.js';
export type * from './test.js';

/**
 * The plain, read-only result of every estimator: what the library returns and what `--json` prints.
 * Numbers that do not exist are absent or carry a reason; nothing here computes.
 */
export type { EngineInfo };

/** Arellano-Bond test of order `order`: z statistic, and the pairs, units and periods on which it is based. */
export interface ArTest {
  readonly order: number;
  readonly stat: number | null;
  readonly pValue: number | null;
  readonly pairs: number;
  readonly units: number;
  /** First and last period of the later residual of a pair. */
  readonly periods?: readonly [number | string, number | string];
  readonly residuals: 'differenced' | 'level';
  readonly reason?: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

/** Difference-in-Hansen test of one group of instruments. */
export interface DiffHansen {
  readonly group: string;
  readonly excluding: Test;
  readonly difference: Test;
}

export interface Tests extends Partial<IdentificationTests> {
  readonly wald?: Test;
  /** F that all slopes are 0. With CV2 and CV3 errors its second df is G - 1, as Stata's; `wald` has HTZ for CV2. */
  readonly f?: Test;
  /** Test that all absorbed effects of a panel are equal. */
  readonly effects?: Test;
  readonly hansen?: Test;
  readonly jTest?: Test;
  readonly ar?: readonly ArTest[];
  readonly diffHansen?: readonly DiffHansen[];
}

/**
 * One instrument column, in words: `name` such as `L2.n, 1979`. Parts that a kind of instrument does not have are
 * absent. For iv and gmm, `group` is `included` for exogenous regressors and `excluded` for other instruments.
 */
export interface Instrument {
  readonly name: string;
  readonly group: string;
  readonly equation?: 'diff' | 'level' | 'both';
  /** The transformation of its transformed equation, if it is not the model's. */
  readonly transform?: 'fd' | 'fod';
  /** Present when its values are not transformed. */
  readonly passthru?: true;
  readonly lag?: number;
  readonly period?: number | string;
  /** Rows in which the column is not zero. */
  readonly nonzero?: number;
  /** Why the column was left out, if it was. */
  readonly dropped?: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

/** Why rows of the file were not used; each row counts under the first rule that removed it. */
export interface Lost {
  readonly reason: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
  readonly rows: number;
}

export interface Sample {
  /** Rows of the file, after `reshape`. */
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly lost: readonly Lost[];
  /** The unit of the panel's periods if they are dates, and how many units or numbers are between neighbours. */
  readonly frequency?: string;
  readonly step?: number;
  /** First and last period of the panel. */
  readonly periods?: readonly [number | string, number | string];
  /** True if every unit of the panel has a row in every period. */
  readonly balanced?: boolean;
  readonly unitSizes?: { readonly min: number; readonly mean: number; readonly max: number };
  /** Changes made to the data before the model: merged files, built columns. */
  readonly built?: Built;
}

/** An absorbed effect: its levels, and how they count towards the degrees of freedom. */
export interface AbsorbedEffect {
  readonly name: string;
  readonly levels: number;
  /** Levels that other effects make redundant. */
  readonly redundant: number;
  /** True if each level is in one cluster; a clustered small-sample factor does not count these levels. */
  readonly nested: boolean;
}

/**
 * How effects of units that are not estimated are dealt with: removed by first differences or by forward orthogonal
 * deviations, uncorrelated with the instruments of the level equation, or a part of the error.
 */
export interface UnitEffects {
  /** The column of units. */
  readonly unit: string;
  readonly treatment: 'differenced' | 'deviations' | 'instrumented' | 'random';
}

export interface Covariance extends CovarianceKind {
  readonly names: readonly string[];
  /** Row by row; symmetric. */
  readonly values: readonly (readonly number[])[];
  /**
   * The small-sample factor included in `values`, 1 if there is none; that of HC1 is n / (n - k) with and without
   * `small`.
   */
  readonly factor: number;
}

/** The covariance of the moments; its inverse is GMM's weighting matrix. */
export interface WeightingMatrix extends CovarianceKind {
  /** True if the moments are centred in it. */
  readonly center: boolean;
  /** Below the number of instruments its Moore-Penrose inverse is used. */
  readonly rank: number;
}

/** Estimates under one weighting matrix, and their J. */
export interface IterationStep {
  readonly params: ByName;
  readonly objective: number;
}

export interface FitResult extends Labelled {
  readonly kind: 'fit';
  /** The key `name` of the model. */
  readonly name?: string;
  readonly estimator: string;
  readonly title: string;
  readonly depvar: string;
  readonly nobs: number;
  /** Number of units with a row in the sample, for panel models. */
  readonly ngroups?: number;
  /** Number of instrument columns and their rank, for models with instruments. */
  readonly ninstruments?: number;
  readonly rankInstruments?: number;
  /** Regressors that are instrumented. */
  readonly endogenous?: readonly string[];
  /** kappa of a k-class estimator: 1 is two-stage least squares. */
  readonly kappa?: number;
  readonly weightingMatrix?: WeightingMatrix;
  /** Number of weighting matrices that GMM computed, and whether an iteration ended by its tolerance. */
  readonly iterations?: number;
  readonly converged?: boolean;
  readonly trace?: readonly IterationStep[];
  /** The column with the weights, and their type. */
  readonly weights?: {
    readonly column: string;
    readonly type: 'analytic' | 'frequency' | 'probability';
  };
  readonly dfModel: number;
  readonly dfResid: number;
  readonly level: number;
  readonly params: ByName;
  readonly stdErrors: ByName;
  readonly statistics: ByName;
  readonly statistic: 't' | 'z';
  readonly pValues: ByName;
  readonly confInt: ByName<readonly [number, number]>;
  readonly vcov: Covariance;
  /** Collinear regressors that were omitted; they appear nowhere else in the result. */
  readonly omitted?: readonly Omitted[];
  /** 1 - rss / tss. tss is about the mean, or about 0 without an intercept. */
  readonly rsquared?: number;
  readonly rsquaredAdj?: number;
  /** Squared correlations of y and X b within units, between unit means and over all rows, as Stata's xtreg. */
  readonly rsquaredWithin?: number;
  readonly rsquaredBetween?: number;
  readonly rsquaredOverall?: number;
  /**
   * `rsquared` and `rsquaredAdj` once more if they describe transformed rows: demeaned, differenced, or means of units.
   * Absent if they describe the outcome itself.
   */
  readonly rsquaredTransformed?: number;
  readonly rsquaredTransformedAdj?: number;
  /** Standard deviations of unit effects and of errors; rho = sigmaU^2 / (sigmaU^2 + sigmaE^2). */
  readonly sigmaU?: number;
  readonly sigmaE?: number;
  readonly rho?: number;
  /** Correlation of the unit effects with X b. */
  readonly correlation?: number;
  /** Share of its mean that random effects subtract from each unit: a summary over units. */
  readonly theta?: { readonly min: number; readonly median: number; readonly max: number };
  readonly absorbed?: readonly AbsorbedEffect[];
  /** Effects of units that the model has and does not estimate. */
  readonly unitEffects?: UnitEffects;
  /** McFadden's 1 - l / l0, l the log-likelihood and l0 that of the intercept alone. */
  readonly rsquaredMcFadden?: number;
  readonly sigma2: number;
  readonly rss: number;
  /** Normal log-likelihood; AIC and BIC count coefficients and absorbed effects (R counts sigma2 too). */
  readonly loglik?: number;
  readonly aic?: number;
  readonly bic?: number;
  readonly tests: Tests;
  readonly instruments?: readonly Instrument[];
  readonly instrumentCount?: InstrumentCount;
  /** Present in dynamic panels with `pca`. */
  readonly components?: PrincipalComponents;
  readonly momentConditions?: readonly MomentCondition[];
  /** Present in dynamic models, by regressor; `w + L1.w` sums all lags of w. */
  readonly longRun?: ByName<LongRunEffect>;
  readonly baselines?: Baselines;
  readonly criteria?: SelectionCriteria;
  readonly bootstrap?: BootstrapResult;
  /** Present in a model of another program: its statistics by path, and nothing else of the model is known. */
  readonly reported?: ByName;
  readonly sample: Sample;
  readonly warnings: readonly Warning[];
  readonly engine: EngineInfo;
}
