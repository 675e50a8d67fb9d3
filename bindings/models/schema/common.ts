import type { DeclaredFrequency } from '../../data/panel/coarser.js';
import type { ByName } from '../../results/common.js';
import type { DataPlace, DataSteps, DataStepsInput } from './data-keys.js';
import type {
  BootstrapScheme,
  SchemeKeys,
  IntervalMethod,
  PValueMethod,
  Recentring,
} from '../../results/scheme.js';

/**
 * Keys that models of all estimators share. A model is plain data in two forms: the input is what a user writes; the
 * model has every default filled in. A model is a valid input.
 */

export interface PanelSpec {
  readonly unit: string;
  readonly time: string;
  /** Calendar distance between two neighbouring periods. */
  readonly step: number;
  /** Unit of the periods, which contain the dates of `time`; by default the longest unit that all dates fit. */
  readonly frequency?: DeclaredFrequency | undefined;
}

export interface BootstrapSpec extends SchemeKeys {
  /** What is drawn or multiplied; by default `cluster` if there are units or clusters, otherwise `pairs`. */
  readonly scheme?: BootstrapScheme | undefined;
  readonly reps: number;
  /** Seed of the random numbers; default 1. */
  readonly seed: number;
  /** By default `inverted` for a wild bootstrap, otherwise `percentile`. */
  readonly ci?: readonly IntervalMethod[] | undefined;
  /**
   * GMM only: centre the moments of every replicate at those of the sample, or draw units with unequal probabilities.
   */
  readonly recenter?: Recentring | undefined;
  /** How p-values are formed: of both tails together, of the smaller tail, or one-sided. */
  readonly pValue: PValueMethod;
  /** Tests by name, and expressions in the coefficients. */
  readonly statistics?: readonly string[] | undefined;
  /** Also estimate without each unit, row or cluster in turn, and list the most influential ones. */
  readonly jackknife?: boolean | undefined;
  /** Whether each replicate builds the indices of the model again; true by default. */
  readonly rebuild?: boolean | undefined;
  /** Stop at this Monte Carlo error of the standard errors, relative to them, as 0.01; `reps` is then the maximum. */
  readonly precision?: number | undefined;
  /** `true` always reports progress, `false` never. By default only a terminal shows it. */
  readonly progress?: boolean | undefined;
}

/** What is done with a regressor that others explain: it is left out with a warning, or the fit is refused. */
export type Collinear = 'omit' | 'error';

export interface CommonModel extends DataSteps {
  readonly data?: DataPlace | undefined;
  readonly where?: string | undefined;
  readonly formula: string;
  readonly collinear: Collinear;
  readonly bootstrap?: BootstrapSpec | undefined;
  readonly level: number;
  /** What reports call variables and coefficients, by name; estimates do not depend on it. */
  readonly labels?: ByName<string> | undefined;
  /** What results, tables and errors call the model; estimates do not depend on it. */
  readonly name?: string | undefined;
}

/** One name, several in one string separated by spaces, or a list. */
export type Vars = string | readonly string[];

/** The panel of the data. */
export interface PanelInput {
  /** Column of the units. */
  readonly unit: string;
  /** Column of the periods: numbers or dates. */
  readonly time: string;
  /** Calendar distance between two neighbouring periods; default 1. */
  readonly step?: number | undefined;
  /** Unit of the periods, which contain the dates of `time`; by default the longest unit that all dates fit. */
  readonly frequency?: DeclaredFrequency | undefined;
}

/** Makes all keys optional; they may also be `undefined` under `exactOptionalPropertyTypes`. */
export type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };

export interface BootstrapInput extends Optional<Omit<BootstrapSpec, 'ci' | 'statistics'>> {
  /** Number of replicates. */
  readonly reps: number;
  /** Methods of the intervals; default `inverted` for a wild bootstrap, otherwise `percentile`. */
  readonly ci?: IntervalMethod | readonly IntervalMethod[] | undefined;
  /** One expression, or several. */
  readonly statistics?: string | readonly string[] | undefined;
}

export interface CommonInput extends DataStepsInput {
  /** The JSON Schema by which an editor checks the file; estimates do not depend on it. */
  readonly $schema?: string | undefined;
  /** Path of the data relative to the model file, or the file with options of its reader, or a query. */
  readonly data?: string | DataPlace | undefined;
  /** Rows that enter, as an expression over columns: `year >= 2018 && region == "east"`. */
  readonly where?: string | undefined;
  /** `y ~ x1 + x2 | effects | endogenous ~ instruments`; `L.x` is a lag, `D.x` a difference, `i(x)` are dummies. */
  readonly formula: string;
  /** What is done with a regressor that others explain; default `omit`, with a warning. */
  readonly collinear?: Collinear | undefined;
  /** Replicates of the estimate, for standard errors, intervals and tests. */
  readonly bootstrap?: BootstrapInput | undefined;
  /** Level of confidence intervals; default 0.95. */
  readonly level?: number | undefined;
  /** What reports call variables and coefficients, by name; estimates do not depend on it. */
  readonly labels?: ByName<string> | undefined;
  /** What results, tables and errors call the model; estimates do not depend on it. */
  readonly name?: string | undefined;
}
