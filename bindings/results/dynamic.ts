/** Parts of a result that only dynamic panels have. */
import type { Telling } from '../words/phrase.js';
import type { ByName } from './common.js';

/** Estimates of the coefficients of the lagged outcome by another estimator, standard errors clustered by unit. */
export interface Baseline {
  readonly params: ByName;
  readonly stdErrors: ByName;
}

/** The reason why a baseline does not exist. */
export interface MissingBaseline {
  readonly params: null;
  readonly reason: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

/**
 * Other estimators on the rows of the sample. In a model with unit effects pooled least squares overstates the
 * first lag and within estimates understate it (Nickell 1981; Bond 2002).
 */
export interface Baselines {
  readonly pooledOls: Baseline | MissingBaseline;
  readonly within: Baseline | MissingBaseline;
  /** The within estimator, corrected for its bias of order 1/T; standard errors are those of the within estimator. */
  readonly hahnKuersteiner: Baseline | MissingBaseline;
  /** First differences, with y(t-2) as the instrument of the first lag. */
  readonly andersonHsiao: Baseline | MissingBaseline;
}

/** b / (1 - sum of the coefficients of the lagged outcome), its standard error by the delta method. */
export interface LongRunEffect {
  readonly estimate: number;
  readonly stdError: number;
  readonly statistic: number;
  readonly pValue: number;
  readonly confInt: readonly [number, number];
}

/** Model and moment selection criteria of Andrews and Lu (2001); smaller is better. */
export interface SelectionCriteria {
  readonly bic: number;
  readonly aic: number;
  readonly hqic: number;
}

export type InstrumentGrade = 'none' | 'moderate' | 'high' | 'more than units';

/** A change of the instruments, and the number of nonzero columns that it leaves. */
export interface Reduction {
  /** In English words. */
  readonly change: string;
  readonly columns: number;
  /** True if the change collapses the instruments. */
  readonly collapse?: boolean;
  /** Lags of each window of instruments, if the change shortens them. */
  readonly lags?: number;
}

/** How many instruments there are per unit, and what would reduce their number. */
export interface InstrumentCount {
  readonly columns: number;
  /** Potential columns that are zero in every row. */
  readonly zeroColumns: number;
  readonly rank: number;
  readonly units: number;
  /** rank / units. */
  readonly ratio: number;
  /** Concern: none below 0.5, moderate below 0.8, high up to 1. */
  readonly grade: InstrumentGrade;
  readonly reductions: readonly Reduction[];
}

/** The moment conditions that a group of instruments assumes in one equation. */
export interface MomentCondition {
  readonly group: string;
  readonly equation: 'diff' | 'level' | 'both';
  readonly role?: 'endogenous' | 'predetermined' | 'exogenous';
  /** `E[n(t-s) D.e(t)] = 0, s = 2 to 4, each t`; u is the unit effect, e the error. */
  readonly condition: string;
  readonly words: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

/** Principal components that replace the GMM-style instruments. */
export interface PrincipalComponents {
  /** GMM-style columns that are not zero in every row. */
  readonly columns: number;
  readonly kept: number;
  /** Eigenvalues of their correlations over the rows of the sample, from the largest down. */
  readonly eigenvalues: readonly number[];
  /** Share of the variance in the components kept. */
  readonly share: number;
  /** Kaiser, Meyer and Olkin's measure of sampling adequacy; null where the correlations are singular. */
  readonly kmo: number | null;
}
