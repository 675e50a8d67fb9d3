import type { Labelled, Warning } from './common.js';
import type { CovarianceKind } from './fit.js';
import type { MarginalEffect } from './postestimation/margins.js';
import type { Test } from './test.js';

/**
 * `wald`, `cr2` and `suest` are analytic; `permutation` exchanges labels; `bootstrap` draws units; `wild` multiplies residuals
 * of clusters.
 */
export type GroupMethod = 'wald' | 'cr2' | 'suest' | 'permutation' | 'bootstrap' | 'wild';

/** Another program whose p-value is added. It does not test the difference at its nominal level. */
export type GroupCompat = 'bdiff';

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
}

/** The second group of `between` minus the first, by one method. Numbers that the method does not have are null. */
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
  /** By `wald` and `suest` from the standard error, by `bootstrap` the percentile interval. */
  readonly confInt: readonly [low: number, high: number] | null;
  /** The true difference that a two-sided test at 1 - `level` detects with a probability of 0.8. */
  readonly minimumDetectable: number | null;
  /** Permutations or replicates used. */
  readonly replicates: number | null;
  /** Share of rejections at 5 % of equal coefficients in simulated samples like this one; null if none are. */
  readonly size?: number | null;
  readonly reason?: string;
}

/** A test that was not asked for and may change a conclusion; `errors` where they are not those of the comparison. */
export type GroupCheck = GroupDifference & { readonly errors?: CovarianceKind };

/** The product of a regressor and a moderator, by one method. Numbers that the method does not have are null. */
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
  /** The product looked at, and all of them. */
  readonly product: string;
  readonly products: readonly string[];
  /** The hypothesis that the product is 0, by each method. */
  readonly tests: readonly ModeratorTest[];
  /** The effect over the range of the moderator. */
  readonly effects: readonly MarginalEffect[];
}

/** A test that all groups have the same coefficient, or of all products, and by groups the covariance that it rests on. */
export type JointTest = Test & {
  readonly method?: 'wald' | 'cr2' | 'suest';
  readonly errors?: CovarianceKind;
  readonly size?: number | null;
};

/** The method to report, or the least wrong one where no simulated size is from 4 to 6 %. */
export interface ChosenMethod {
  readonly method: GroupMethod;
  readonly why: string;
  /** False if no method has a simulated size from 4 to 6 %, null if no simulated sample is like this one. */
  readonly reliable?: boolean | null;
  /** Share of rejections at 5 % of equal coefficients in simulated samples like this one. */
  readonly size?: number | null;
}

/** A coefficient in each group of rows, and the differences between groups. */
export interface GroupComparison extends Labelled {
  readonly kind: 'groups';
  readonly estimator: string;
  readonly by: string;
  readonly of: string;
  readonly depvar: string;
  /** True if the other coefficients are the same in all groups. */
  readonly common: boolean;
  readonly groups: readonly GroupEstimate[];
  /** Each pair of groups by each method. */
  readonly differences: readonly GroupDifference[];
  /** The hypothesis that the coefficient is the same in all groups, for three groups and more. */
  readonly joint?: JointTest;
  /** CR2 if `methods` leaves it out, and `wald` with errors by unit if those of the model are by row. */
  readonly checks?: readonly GroupCheck[];
  readonly jointChecks?: readonly JointTest[];
  /** With `continuous`, instead of groups and differences; `joint` is then the test of all products. */
  readonly moderator?: Moderator;
  /** Units with rows in several groups. */
  readonly switchingUnits: number;
  /** The method whose p-value to report. */
  readonly chosen: ChosenMethod;
  /** The errors of the estimates and of `wald`. */
  readonly errors: CovarianceKind;
  /** The column whose values are exchanged and drawn; null for rows. */
  readonly units: string | null;
  readonly reps: number;
  readonly seed: number;
  readonly level: number;
  readonly warnings: readonly Warning[];
}
