/**
 * Results of one estimator: what it always has is required, and what it never has is absent, so that `estimator`
 * tells them apart. Numbers that some data rule out stay optional: R-squared of a constant outcome, for example.
 */
import type { ByName } from './common.js';
import type { FitResult } from './fit.js';
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

export type InstrumentKeys =
  'ninstruments' | 'rankInstruments' | 'endogenous' | 'kappa' | 'instruments' | StepKeys;
export type StepKeys = 'weightingMatrix' | 'iterations' | 'converged' | 'trace';
export type DynamicKeys =
  'instrumentCount' | 'components' | 'momentConditions' | 'longRun' | 'baselines' | 'criteria';
export type UnitKeys =
  'rsquaredBetween' | 'rsquaredOverall' | 'sigmaU' | 'sigmaE' | 'rho' | 'correlation' | 'theta';
export type LikelihoodKeys = 'loglik' | 'aic' | 'bic' | 'rsquaredMcFadden';

/** A result with the keys of `Always`, and without those of `Never`. */
export type ResultWith<
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
