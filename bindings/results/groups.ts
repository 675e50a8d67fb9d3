import type { Labelled, Warning } from './common.js';
import type { CovarianceKind } from './fit.js';
import type { Test } from './test.js';

/** `wald` and `suest` are analytic; `permutation` exchanges labels; `bootstrap` draws units. */
export type GroupMethod = 'wald' | 'suest' | 'permutation' | 'bootstrap';

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
  readonly method: GroupMethod;
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
  readonly reason?: string;
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
  readonly joint?: Test;
  /** Units with rows in several groups. */
  readonly switchingUnits: number;
  /** The method whose p-value to report. */
  readonly chosen: { readonly method: GroupMethod; readonly why: string };
  /** The errors of the estimates and of `wald`. */
  readonly errors: CovarianceKind;
  /** The column whose values are exchanged and drawn; null for rows. */
  readonly units: string | null;
  readonly reps: number;
  readonly seed: number;
  readonly level: number;
  readonly warnings: readonly Warning[];
}
