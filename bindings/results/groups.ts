import type { Telling } from '../words/phrase.js';
import type { Told } from '../words/told.js';
import type { GroupCompat, GroupMethod } from '../words/vocabulary/methods.js';
import type { Labelled, Warning } from './common.js';
import type { CovarianceKind } from './fit.js';
import type { MarginalEffect } from './postestimation/margins.js';
import type { Test } from './test.js';

export type { GroupCompat, GroupMethod };

/** The coefficient in one group. Its numbers are null, with a reason, if the group cannot be estimated. */
export interface GroupEstimate {
  readonly value: string;
  readonly nobs: number;
  /** Units with a row in the group; null without units. */
  readonly ngroups: number | null;
  readonly estimate: number | null;
  readonly stdError: number | null;
  readonly pValue: number | null;
  readonly reason?: string;
  /** The reason as data, for other languages. */
  readonly told?: Told;
}

/** The second group of `between` minus the first, by one method. Numbers that a method does not have are null. */
export interface GroupDifference {
  readonly between: readonly [first: string, second: string];
  readonly method: GroupMethod | GroupCompat;
  readonly estimate: number | null;
  readonly stdError: number | null;
  readonly statistic: 't' | 'z' | null;
  readonly stat: number | null;
  readonly df: number | null;
  /** Null, with a reason, if the method cannot be used. */
  readonly pValue: number | null;
  /** Monte Carlo error of the p-value. */
  readonly monteCarloError: number | null;
  /** From the standard error for `wald` and `suest`; the percentile interval for `bootstrap`. */
  readonly confInt: readonly [low: number, high: number] | null;
  /** The true difference that a two-sided test at level 1 - `level` detects with power 0.8. */
  readonly minimumDetectable: number | null;
  /** Number of permutations or replicates used. */
  readonly replicates: number | null;
  /**
   * Simulated size at 5 %: share of rejections of equal coefficients in samples like this one; null without simulation.
   */
  readonly size?: number | null;
  readonly reason?: string;
  /** The reason as data, for other languages. */
  readonly told?: Told;
}

/** A test that was not requested but may change a conclusion; `errors` if they differ from the comparison's. */
export type GroupCheck = GroupDifference & { readonly errors?: CovarianceKind };

/** The product of a regressor and a moderator, by one method. Numbers that a method does not have are null. */
export interface ModeratorTest extends Omit<
  GroupDifference,
  'between' | 'method' | 'estimate' | 'stdError' | 'replicates'
> {
  readonly method: 'wald' | 'wild';
  readonly estimate: number;
  readonly stdError: number;
}

/** How an effect changes with a continuous moderator. */
export interface Moderator {
  readonly by: string;
  /** The formula with all products. */
  readonly formula: string;
  /** The product of interest, and all products. */
  readonly product: string;
  readonly products: readonly string[];
  /** Tests by each method that the product is 0. */
  readonly tests: readonly ModeratorTest[];
  /** The effect over the range of the moderator. */
  readonly effects: readonly MarginalEffect[];
}

/**
 * A test that all groups have the same coefficient, or that all products are 0; for groups, with the covariance on
 * which it is based.
 */
export type JointTest = Test & {
  readonly method?: 'wald' | 'cr2' | 'suest';
  readonly errors?: CovarianceKind;
  readonly size?: number | null;
};

/** The method to report; the least wrong one if no simulated size is between 4 and 6 %. */
export interface ChosenMethod {
  readonly method: GroupMethod;
  readonly why: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
  /** False if no method has a simulated size between 4 and 6 %; null without simulation. */
  readonly reliable?: boolean | null;
  /**
   * Simulated size at 5 %: share of rejections of equal coefficients in samples like this one; null without simulation.
   */
  readonly size?: number | null;
}

/** A coefficient in each group of rows, and the differences between groups. */
export interface GroupComparison extends Labelled {
  readonly kind: 'groups';
  readonly estimator: string;
  readonly by: string;
  readonly of: string;
  readonly depvar: string;
  /** True if the other coefficients are restricted to be the same in all groups. */
  readonly common: boolean;
  readonly groups: readonly GroupEstimate[];
  /** Each pair of groups by each method. */
  readonly differences: readonly GroupDifference[];
  /** Test that the coefficient is the same in all groups, for three or more groups. */
  readonly joint?: JointTest;
  /** CR2 if `methods` leaves it out; `wald` with errors by unit if the model's errors are by row. */
  readonly checks?: readonly GroupCheck[];
  readonly jointChecks?: readonly JointTest[];
  /** With `continuous`, instead of groups and differences; `joint` is then the test of all products. */
  readonly moderator?: Moderator;
  /** Units with rows in several groups. */
  readonly switchingUnits: number;
  /** The method whose p-value to report. */
  readonly chosen: ChosenMethod;
  /** The covariance used for the estimates and for `wald`. */
  readonly errors: CovarianceKind;
  /** The column whose values are permuted and drawn; null for rows. */
  readonly units: string | null;
  readonly reps: number;
  readonly seed: number;
  readonly level: number;
  readonly warnings: readonly Warning[];
}
