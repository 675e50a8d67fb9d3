import type { Warning } from './common.js';

/** A permutation test of one coefficient. */
export interface PermutationTest {
  readonly kind: 'permutation';
  readonly of: string;
  readonly within?: string;
  readonly cluster?: string;
  readonly statistic: 't' | 'coefficient';
  /** The coefficient, and the statistic of the sample without a small-sample factor. */
  readonly estimate: number;
  readonly stat: number;
  readonly pValue: number;
  /** Monte Carlo standard error of the p-value, 0 if all permutations were computed. */
  readonly monteCarloError: number;
  /** Permutations computed, and whether these are all that exist. */
  readonly reps: number;
  readonly enumerated: boolean;
  /** Rows or clusters that are exchanged. */
  readonly units: number;
  readonly seed: number;
  readonly warnings: readonly Warning[];
}
