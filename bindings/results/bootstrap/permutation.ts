import type { Warning } from '../common.js';
import type { FitResult } from '../fit.js';

/** A permutation test of one coefficient. */
export interface PermutationTest {
  readonly kind: 'permutation';
  readonly of: string;
  readonly within?: string;
  readonly cluster?: string;
  readonly statistic: 't' | 'coefficient';
  /** Coefficient, standard error and t (or z) of the fit, with its covariance. */
  readonly estimate: number;
  readonly stdError: number;
  readonly stat: number;
  readonly statisticName: 't' | 'z';
  readonly vcov: FitResult['vcov'];
  /** The statistic compared with the permutations: t without a small-sample factor, or the coefficient. */
  readonly comparedStat: number;
  /** The errors of this t, in the sample and in every permutation; absent if the coefficient is permuted. */
  readonly permutedErrors: 'unadjusted' | 'HC0' | 'cluster' | 'none';
  readonly pValue: number;
  /** Monte Carlo standard error of the p-value, 0 if all permutations were computed. */
  readonly monteCarloError: number;
  /** Number of permutations computed, and whether these are all that exist. */
  readonly reps: number;
  readonly enumerated: boolean;
  /** Rows or clusters that are exchanged. */
  readonly units: number;
  readonly seed: number;
  readonly warnings: readonly Warning[];
}
