/** The options of a permutation test and their check. */
import { nameOfRegressor } from '../../../words/expectations/bootstrap.js';
import { eitherOf } from '../../../words/expectations/values.js';
import {
  checkKeys,
  columnName,
  oneOf,
  seed,
  text,
  whole,
} from '../../../core/arguments/arguments.js';
import { type RunOptions, runSchemas } from '../../../core/jobs/run-options.js';

export interface PermutationOptions extends RunOptions {
  /** The regressor whose coefficient is tested. */
  readonly of: string;
  /**
   * Number of permutations to draw. If no more than this exist, all of them are used. They are counted as they come, so
   * memory does not grow with them; `signal` stops a long run.
   */
  readonly reps: number;
  /** An integer from 0 to 2^53 - 1. Default 1. */
  readonly seed?: number | undefined;
  /** Column of the strata: rows or clusters are exchanged only if they have the same value. */
  readonly within?: string | undefined;
  /** Column of clusters, which are exchanged whole with clusters of the same size. */
  readonly cluster?: string | undefined;
  /** Default `t`, with the fit's covariance: unadjusted, robust or clustered by one column. */
  readonly statistic?: 't' | 'coefficient' | undefined;
}

const statistics = ['t', 'coefficient'] as const;

const schemas = {
  of: text(nameOfRegressor()),
  reps: whole(1, 2 ** 31 - 1),
  seed,
  within: columnName,
  cluster: columnName,
  statistic: oneOf(statistics, eitherOf({ words: statistics })),
  ...runSchemas,
};

/** Throws InputError `bad-value` with the option, what was expected and what was found. Other keys are an error. */
export function checkPermutation(options: PermutationOptions): PermutationOptions {
  return checkKeys('permutation', schemas, options, ['of', 'reps']);
}
