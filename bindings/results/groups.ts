import type { Warning } from './common.js';

/** The coefficient in one group. */
export interface GroupEstimate {
  readonly group: string;
  readonly estimate: number;
  readonly stdError: number;
  readonly nobs: number;
  readonly ngroups?: number;
}

/** The bootstrap of a difference. */
export interface BootstrapDifference {
  readonly stdError: number;
  readonly monteCarloError: number;
  /** Percentile interval. */
  readonly confInt: readonly [low: number, high: number];
  /** (1 + #{|d* - d| >= |d|}) / (1 + R), for the hypothesis that there is no difference. */
  readonly pValue: number;
  readonly replicates: number;
}

/** The permutation test of a difference. */
export interface LabelPermutation {
  /** (1 + #{|d*| >= |d|}) / (1 + R). */
  readonly pValue: number;
  readonly monteCarloError: number;
  readonly replicates: number;
}

/** The first group minus the second. */
export interface GroupDifference {
  readonly groups: readonly [string, string];
  readonly difference: number;
  /** For independent samples, with its normal test. */
  readonly wald: { readonly stdError: number; readonly z: number; readonly pValue: number };
  readonly bootstrap?: BootstrapDifference;
  readonly permutation?: LabelPermutation;
}

/** A coefficient in each group of rows, and the differences between groups. */
export interface GroupComparison {
  readonly kind: 'groups';
  readonly by: string;
  readonly of: string;
  readonly depvar: string;
  readonly groups: readonly GroupEstimate[];
  /** One for each pair of groups. */
  readonly differences: readonly GroupDifference[];
  readonly reps: number;
  readonly seed: number;
  readonly level: number;
  readonly warnings: readonly Warning[];
}
