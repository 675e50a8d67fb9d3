/**
 * Results of one estimator: what it always has is required, and what it never has is absent, so that `estimator`
 * tells them apart. Numbers that some data rule out stay optional: R-squared of a constant outcome, for example.
 */
import type { ByName } from './common.js';
import type { FitResult, Tests } from './fit.js';
import type { IdentificationTests } from './identification.js';
import type { Test } from './test.js';

/** By coefficient: of a literal formula only names that it gives, otherwise any. Regressors in `omitted` have none. */
type ByCoefficient<Name extends string, T> = string extends Name
  ? ByName<T>
  : Readonly<Record<Name, T>> & { readonly _cons?: T };

/** Numbers by coefficient. */
interface Named<Name extends string> {
  /** Estimates of the coefficients. */
  readonly params: ByCoefficient<Name, number>;
  /** Their standard errors, of the kind that `vcov.type` names. */
  readonly stdErrors: ByCoefficient<Name, number>;
  /** Estimate / standard error: t or z, as `statistic` says. */
  readonly statistics: ByCoefficient<Name, number>;
  /** Two-sided p-values of the hypotheses that a coefficient is 0. */
  readonly pValues: ByCoefficient<Name, number>;
  /** Confidence intervals of level `level`: lower and upper bound. */
  readonly confInt: ByCoefficient<Name, readonly [number, number]>;
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

/** What an option adds to a result, and what it rules out. */
export type Following<
  Always extends keyof FitResult,
  Never extends keyof FitResult = never,
> = Required<Pick<FitResult, Always>> & { readonly [Key in Never]?: never };

type KeysIn<Each> = Each extends unknown ? keyof Each : never;
/** Tests that an estimator has, and no others. */
export type TestsOf<Has> = Has & {
  readonly [Key in Exclude<keyof Tests, KeysIn<Has>>]?: never;
};

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

/** What a call gives as an option, where the compiler knows its options. */
export type OptionOf<Given, Key extends string> =
  Given extends Readonly<Record<Key, infer Value>> ? Value : never;

/** A result whose tests are narrower. */
export interface Tested<Narrower> {
  /** Tests that the options of the call decide on. */
  readonly tests: Narrower;
}

/** Without diagnostics there are no tests of the instruments. */
export type IdentifiedBy<Given> = unknown extends Given
  ? unknown
  : OptionOf<Given, 'diagnostics'> extends false
    ? Tested<{ readonly [Key in keyof IdentificationTests]?: never }>
    : unknown;
