/** Permutation tests of a statistic that the caller defines. */
import { checkWhole, wordOf } from '../../core/arguments/choices.js';
import { countTails } from '../../core/numerics/ties.js';
import { quantile } from '../../core/numerics/sums.js';
import type { Labels } from '../estimators/sample.js';
import { tailPValue } from '../bootstrap/summary/p-values.js';
import type { Warning } from '../../results/common.js';
import {
  checkOptions,
  estimateOf,
  nrowsOf,
  replicatesOf,
  type Rows,
  type RunKeys,
  statisticOf,
  strataOf,
  warningsOf,
} from './inputs.js';
import type { ModuleFunction, RowStatistic, StatisticTask } from './study.js';

export interface PermuteOptions extends RunKeys {
  /** Permutations; 999 by default. */
  readonly reps?: number | undefined;
  /** A whole number from 0 to 2^53 - 1; 1 by default. */
  readonly seed?: number | undefined;
  /** A label for each row; rows are exchanged only with rows of the same label. */
  readonly strata?: Labels | undefined;
  /** Which statistics count as extreme: large in absolute value (`two-sided`, the default), `greater` or `less`. */
  readonly alternative?: 'two-sided' | 'greater' | 'less' | undefined;
}

/** A permutation test of each number of a statistic (k). */
export interface PermutedStatistic {
  readonly estimate: Float64Array;
  /** (1 + permutations at least as extreme) / (1 + permutations). */
  readonly pValues: Float64Array;
  /** Permutation r in row r (k numbers each). */
  readonly replicates: Float64Array;
  readonly reps: number;
  /** Number of computed permutations, including failed ones. */
  readonly completed: number;
  readonly failed: number;
  readonly partial: boolean;
  readonly seed: number;
  readonly warnings: readonly Warning[];
}

/**
 * Permutes rows: `fn` gets an order of the rows, that is, for each row the row that takes its place. It returns numbers
 * that are large (in absolute value or in the direction of `alternative`) if the hypothesis is wrong. For all rows it
 * gets 0, 1, 2, ...
 *
 * @throws as `bootstrapStatistic`
 */
export async function permuteStatistic<Data extends Rows>(
  data: Data,
  fn: RowStatistic<Data> | ModuleFunction,
  options: PermuteOptions = {},
): Promise<PermutedStatistic> {
  const subject = 'permuteStatistic';
  checkOptions(subject, options, ['reps', 'seed', 'strata', 'alternative']);
  const { reps = 999, seed = 1, alternative: word = 'two-sided' } = options;
  checkWhole(subject, 'reps', [1, 10_000_000], reps);
  checkWhole(subject, 'seed', [0, Number.MAX_SAFE_INTEGER], seed);
  const alternative = wordOf(subject, 'alternative', ['two-sided', 'greater', 'less'], word);
  const nrows = nrowsOf(subject, data);
  const first: StatisticTask = {
    kind: 'statistic',
    plan: 'permutation',
    width: 0,
    seed,
    nrows,
    data,
    statistic: statisticOf(subject, fn, options.workers),
    ...strataOf(subject, options.strata, nrows),
  };
  const estimate = await estimateOf(subject, first);
  const k = estimate.length;
  const replicates = await replicatesOf(subject, { ...first, width: k }, reps, options);
  const { values, statuses, completed, failed, partial } = replicates;
  const pValues = Float64Array.from(estimate, (value, j) => {
    const drawn = Float64Array.from(statuses, (status, r) =>
      status === 0 ? values[r * k + j]! : NaN,
    );
    return tailPValue(countTails(drawn, value, usualSize(drawn)), tails[alternative]);
  });
  return {
    estimate,
    pValues,
    replicates: values,
    reps,
    completed,
    failed,
    partial,
    seed,
    warnings: warningsOf(replicates),
  };
}

const tails = { 'two-sided': 'symmetric', greater: 'greater', less: 'less' } as const;

/** The median absolute value, used as the unit because the unit of the caller's statistic is not known. */
function usualSize(drawn: Float64Array): number {
  const sizes = drawn.filter((value) => !Number.isNaN(value)).map(Math.abs);
  return sizes.length === 0 ? 0 : quantile(sizes.sort(), 0.5);
}
