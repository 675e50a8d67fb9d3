/**
 * The results of each estimator: what it always has is required, and what it never has is absent, so that `estimator`
 * tells them apart. Numbers that some data rule out stay optional: R-squared of a constant outcome, for example.
 */
import type { ByName } from './common.js';
import type { FitResult, Tests } from './fit.js';
import type { IdentificationTests } from './identification.js';
import type { Test } from './test.js';

/** Numbers by coefficient, for names that a formula gives. Regressors in `omitted` have none. */
interface Named<Name extends string> {
  /** Estimates of the coefficients. */
  readonly params: ByName & Readonly<Record<Name, number>>;
  /** Their standard errors, of the kind that `vcov.type` names. */
  readonly stdErrors: ByName & Readonly<Record<Name, number>>;
  /** Estimate / standard error: t or z, as `statistic` says. */
  readonly statistics: ByName & Readonly<Record<Name, number>>;
  /** Two-sided p-values of the hypotheses that a coefficient is 0. */
  readonly pValues: ByName & Readonly<Record<Name, number>>;
  /** Confidence intervals of level `level`: lower and upper bound. */
  readonly confInt: ByName<readonly [number, number]> &
    Readonly<Record<Name, readonly [number, number]>>;
}

type InstrumentKeys =
  'ninstruments' | 'rankInstruments' | 'endogenous' | 'kappa' | 'instruments' | StepKeys;
type StepKeys = 'weightingMatrix' | 'iterations' | 'converged' | 'trace';
type DynamicKeys =
  'instrumentCount' | 'components' | 'momentConditions' | 'longRun' | 'baselines' | 'criteria';
type UnitKeys =
  'rsquaredBetween' | 'rsquaredOverall' | 'sigmaU' | 'sigmaE' | 'rho' | 'correlation' | 'theta';
type LikelihoodKeys = 'loglik' | 'aic' | 'bic' | 'rsquaredMcFadden';

/** A result with the keys of `Always`, and without those of `Never`. */
type With<
  Always extends keyof FitResult,
  Never extends keyof FitResult,
  Name extends string,
> = Omit<FitResult, Always | Never | keyof Named<Name> | 'estimator' | 'tests' | 'omitted'> &
  Required<Pick<FitResult, Always | 'omitted'>> & { readonly [Key in Never]?: never } & Named<Name>;

/** The test that all slopes are 0: F with small-sample statistics, otherwise chi-squared. */
export type SlopesTest =
  { readonly f: Test; readonly wald?: never } | { readonly wald: Test; readonly f?: never };

type Optional = 'cTests';
type Identifying = Omit<IdentificationTests, Optional>;
/**
 * Tests of the instruments: all, or none with the warning `no-diagnostics` or with `diagnostics: false`. If `firstStage`
 * is there, so are the others.
 */
export type Identified = (Identifying | { readonly [Key in keyof Identifying]?: never }) &
  Pick<IdentificationTests, Optional>;

/** A result of `ols`. */
export interface OlsResult<Name extends string = string> extends With<
  never,
  InstrumentKeys | DynamicKeys | UnitKeys | 'ngroups',
  Name
> {
  readonly estimator: 'ols';
  /** The test of the slopes. */
  readonly tests: SlopesTest;
}

/** A result of `panel`. */
export interface PanelResult<Name extends string = string> extends With<
  'ngroups',
  InstrumentKeys | DynamicKeys | 'rsquaredMcFadden',
  Name
> {
  readonly estimator: 'panel';
  /** The test of the slopes, and that all absorbed effects are equal. */
  readonly tests: SlopesTest & Pick<Tests, 'effects'>;
}

/** A result of `iv`. */
export interface IvResult<Name extends string = string> extends With<
  Exclude<InstrumentKeys, StepKeys>,
  StepKeys | DynamicKeys | UnitKeys | LikelihoodKeys,
  Name
> {
  readonly estimator: 'iv';
  /** The test of the slopes, and tests of the instruments. */
  readonly tests: SlopesTest & Identified;
}

/** A result of `gmm`. */
export interface GmmResult<Name extends string = string> extends With<
  Exclude<InstrumentKeys, 'kappa' | 'weightingMatrix' | 'trace'>,
  DynamicKeys | UnitKeys | LikelihoodKeys | 'kappa',
  Name
> {
  readonly estimator: 'gmm';
  /** The test of the slopes, Hansen's J under two names, and tests of the instruments. */
  readonly tests: SlopesTest & Identified & Required<Pick<Tests, 'hansen' | 'jTest'>>;
}

/** A result of `dpd`. */
export interface DpdResult<Name extends string = string> extends With<
  | 'ngroups'
  | 'ninstruments'
  | 'rankInstruments'
  | 'instruments'
  | 'instrumentCount'
  | 'momentConditions',
  'endogenous' | 'kappa' | 'weightingMatrix' | UnitKeys | LikelihoodKeys | 'absorbed',
  Name
> {
  readonly estimator: 'dpd';
  /** The test of the slopes, of the overidentifying restrictions, and of serial correlation. */
  readonly tests: SlopesTest & Required<Pick<Tests, 'sargan' | 'hansen' | 'ar' | 'diffHansen'>>;
}

/** The results by the names of the estimators. */
export interface ResultsByEstimator<Name extends string = string> {
  /** Least squares. */
  readonly ols: OlsResult<Name>;
  /** Static panels. */
  readonly panel: PanelResult<Name>;
  /** k-class estimators with instruments. */
  readonly iv: IvResult<Name>;
  /** Linear GMM. */
  readonly gmm: GmmResult<Name>;
  /** Dynamic panels. */
  readonly dpd: DpdResult<Name>;
}
