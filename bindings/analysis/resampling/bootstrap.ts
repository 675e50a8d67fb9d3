/** The bootstrap of a statistic that the caller defines. */
import { scope } from '../../core/engine/arena.js';
import { badArgument } from '../../core/errors/bad-argument.js';
import { checkWhole } from '../../core/arguments/choices.js';
import { confidenceExpected, isConfidence } from '../../core/arguments/levels.js';
import { compileCore, type Engine, newEngine } from '../../core/engine/engine.js';
import type { Columns } from '../estimators/arrays.js';
import { RowWidth } from '../../generated/codes.js';
import type { Matrix } from '../../core/linalg/matrix.js';
import type { Warning } from '../../results/common.js';
import {
  checkOptions,
  estimateOf,
  nrowsOf,
  type Replicates,
  replicatesOf,
  type Rows,
  type SampleKeys,
  statisticOf,
  summedColumns,
  unitsOf,
  warningsOf,
} from './inputs.js';
import { type JackknifeSummary, leaveOut } from './jackknife.js';
import type { ModuleFunction, RowStatistic, StatisticTask, SumStatistic } from './study.js';
import { trueOrFalse } from '../../words/expectations/values.js';

export interface BootstrapStatisticOptions extends SampleKeys {
  /** Replicates; 999 by default. */
  readonly reps?: number | undefined;
  /** A whole number from 0 to 2^53 - 1; 1 by default. */
  readonly seed?: number | undefined;
  /** Level of the intervals; 0.95 by default. */
  readonly level?: number | undefined;
  /** Also compute intervals by bias correction and acceleration, with a jackknife of all units; false by default. */
  readonly bca?: boolean | undefined;
}

/** The numbers of a statistic (k), in its order. */
export interface StatisticBootstrap {
  /** The statistic of all rows. */
  readonly estimate: Float64Array;
  readonly stdErrors: Float64Array;
  /** Mean of the replicates minus the estimate. */
  readonly bias: Float64Array;
  /** Quantiles of the replicates (k x 2, R's type 7). */
  readonly percentile: Matrix;
  /** Bias-corrected and accelerated intervals (k x 2), if asked for. */
  readonly bca?: Matrix | undefined;
  readonly jackknife?: JackknifeSummary | undefined;
  /** Replicate r in row r (k numbers each); NaN for a replicate without an answer. */
  readonly replicates: Float64Array;
  readonly reps: number;
  /** Number of computed replicates, including failed ones. */
  readonly completed: number;
  readonly failed: number;
  /** True if the signal stopped the run. */
  readonly partial: boolean;
  readonly seed: number;
  readonly warnings: readonly Warning[];
}

const keys = ['reps', 'seed', 'level', 'bca', 'cluster'];

/**
 * Bootstraps any function of rows. Replicate r draws rows, or clusters of rows, with the words that the bootstrap of a
 * fit uses. So it depends only on the seed and r, and has the same bits for any number of workers.
 *
 * @param data - passed to `fn`; its length, its `rows`, or the number itself is the number of rows
 * @param fn - gets the rows (ascending, a row as often as it is drawn) and the data, and returns numbers; it runs in
 *   the calling thread unless it is a `ModuleFunction` and `workers` is above 0, for which the data must be cloneable
 * @throws InputError `bad-value`; ConvergenceError `too-many-failed-draws`; the signal's reason
 */
export async function bootstrapStatistic<Data extends Rows>(
  data: Data,
  fn: RowStatistic<Data> | ModuleFunction,
  options: BootstrapStatisticOptions = {},
): Promise<StatisticBootstrap> {
  const subject = 'bootstrapStatistic';
  checkOptions(subject, options, keys);
  const statistic = statisticOf(subject, fn, options.workers);
  return resampled(subject, { statistic, data, nrows: nrowsOf(subject, data) }, options);
}

/**
 * Bootstraps a function of weighted sums: a replicate multiplies columns by how often each row is drawn, in the core,
 * and passes the sums and the number of drawn rows. Faster than rows where sums are enough, such as for means, ratios,
 * moments and least squares.
 *
 * @param columns - n x m
 * @param fn - gets m sums
 * @throws as `bootstrapStatistic`; InputError `shape-mismatch`, `non-finite-input`
 */
export async function bootstrapSums(
  columns: Columns,
  fn: SumStatistic | ModuleFunction,
  options: BootstrapStatisticOptions = {},
): Promise<StatisticBootstrap> {
  const subject = 'bootstrapSums';
  checkOptions(subject, options, keys);
  const list = summedColumns(subject, columns);
  const statistic = statisticOf(subject, fn, options.workers);
  const nrows = nrowsOf(subject, list[0]);
  return resampled(subject, { statistic, data: undefined, columns: list, nrows }, options);
}

type Source = Pick<StatisticTask, 'statistic' | 'data' | 'columns' | 'nrows'>;

async function resampled(
  subject: string,
  source: Source,
  options: BootstrapStatisticOptions,
): Promise<StatisticBootstrap> {
  const { reps = 999, seed = 1, level = 0.95, bca = false } = options;
  checkWhole(subject, 'reps', [2, 10_000_000], reps);
  checkWhole(subject, 'seed', [0, Number.MAX_SAFE_INTEGER], seed);
  if (typeof level !== 'number' || !isConfidence(level)) {
    throw badArgument(subject, 'level', confidenceExpected(level), level);
  }
  if (typeof bca !== 'boolean') throw badArgument(subject, 'bca', trueOrFalse(), bca);
  const units = unitsOf(subject, options.cluster, source.nrows);
  const first: StatisticTask = {
    kind: 'statistic',
    plan: 'bootstrap',
    width: 0,
    seed,
    ...source,
    ...units,
  };
  const estimate = await estimateOf(subject, first);
  const task = { ...first, width: estimate.length };
  const replicates = await replicatesOf(subject, task, reps, options);
  const { completed, failed, partial } = replicates;
  const engine = await newEngine(await compileCore());
  const jackknife = bca ? await leaveOut(subject, engine, { task, estimate }, options) : undefined;
  const inputs = { estimate, replicates, level };
  return {
    estimate,
    ...summary(engine, inputs),
    ...(jackknife !== undefined && {
      bca: accelerated(engine, inputs, jackknife.acceleration),
      jackknife,
    }),
    replicates: replicates.values,
    reps,
    completed,
    failed,
    partial,
    seed,
    warnings: warningsOf(replicates),
  };
}

interface Summarized {
  readonly estimate: Float64Array;
  readonly replicates: Replicates;
  readonly level: number;
}

function summary(engine: Engine, { estimate, replicates, level }: Summarized) {
  const k = estimate.length;
  const width = RowWidth['replicate-summary'];
  return scope(engine, (arena) => {
    const out = arena.allocFloats(width * k);
    const put = [arena.putFloats(replicates.values), arena.putInts(replicates.statuses)] as const;
    engine.exports.bootstrap_reduce(replicates.count, k, ...put, level, out);
    const table = arena.floats(out, width * k);
    const pick = (place: number) =>
      Float64Array.from(estimate, (_, j) => table[j * width + place]!);
    const percentile = new Float64Array([...pick(4), ...pick(5)]);
    return {
      stdErrors: pick(2),
      bias: pick(1).map((mean, j) => mean - estimate[j]!),
      percentile: { data: percentile, rows: k, cols: 2 },
    };
  });
}

function accelerated(
  engine: Engine,
  { estimate, replicates, level }: Summarized,
  acceleration: Float64Array,
): Matrix {
  const k = estimate.length;
  return scope(engine, (arena) => {
    const out = arena.allocFloats(2 * k);
    const put = [
      arena.putFloats(replicates.values),
      arena.putInts(replicates.statuses),
      arena.putFloats(estimate),
      arena.putFloats(acceleration),
    ] as const;
    engine.exports.bootstrap_bca(replicates.count, k, ...put, level, out);
    const ends = arena.floats(out, 2 * k);
    const data = Float64Array.from(
      { length: 2 * k },
      (_, i) => ends[2 * (i % k) + Math.floor(i / k)]!,
    );
    return { data, rows: k, cols: 2 };
  });
}
