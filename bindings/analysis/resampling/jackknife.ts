/** The jackknife of a statistic that the caller defines. */
import { scope } from '../../core/engine/arena.js';
import { type Engine, newEngine } from '../../core/engine/engine.js';
import { RowWidth } from '../../generated/codes.js';
import {
  checkOptions,
  estimateOf,
  nrowsOf,
  replicatesOf,
  type Rows,
  type RunKeys,
  type SampleKeys,
  statisticOf,
  unitsOf,
} from './inputs.js';
import type { ModuleFunction, RowStatistic, StatisticTask } from './study.js';

/** Each number of a statistic (k) without one unit at a time. */
export interface JackknifeSummary {
  /** (units - 1) times the mean of the estimates minus the estimate. */
  readonly bias: Float64Array;
  readonly stdErrors: Float64Array;
  /** The acceleration of BCa. */
  readonly acceleration: Float64Array;
  /** Estimates without unit i in row i (k numbers each). */
  readonly values: Float64Array;
  readonly units: number;
  readonly failed: number;
}

export interface JackknifeResult extends JackknifeSummary {
  readonly estimate: Float64Array;
}

/**
 * Computes a function of rows without one row, or one cluster, at a time. The parameters and errors are those of
 * `bootstrapStatistic`.
 */
export async function jackknife<Data extends Rows>(
  data: Data,
  fn: RowStatistic<Data> | ModuleFunction,
  options: SampleKeys = {},
): Promise<JackknifeResult> {
  const subject = 'jackknife';
  checkOptions(subject, options, ['cluster']);
  const nrows = nrowsOf(subject, data);
  const first: StatisticTask = {
    kind: 'statistic',
    plan: 'jackknife',
    width: 0,
    seed: 0,
    nrows,
    data,
    statistic: statisticOf(subject, fn, options.workers),
    ...unitsOf(subject, options.cluster, nrows),
  };
  const estimate = await estimateOf(subject, first);
  const engine = await newEngine();
  const task = { ...first, width: estimate.length };
  return { estimate, ...(await leaveOut(subject, engine, { task, estimate }, options)) };
}

interface Source {
  readonly task: StatisticTask;
  readonly estimate: Float64Array;
}

/** The summary of all estimates without one unit. */
export async function leaveOut(
  subject: string,
  engine: Engine,
  { task, estimate }: Source,
  { workers, signal, workerUrl, onProgress }: RunKeys,
): Promise<JackknifeSummary> {
  const deletions = { ...task, plan: 'jackknife' } as const;
  const run = { workers, signal, workerUrl, onProgress };
  const replicates = await replicatesOf(subject, deletions, task.nunits, run);
  const { values, statuses, count, failed } = replicates;
  const k = estimate.length;
  const width = RowWidth['jackknife-summary'];
  return scope(engine, (arena) => {
    const out = arena.allocFloats(width * k);
    const put = [arena.putFloats(values), arena.putInts(statuses)] as const;
    engine.exports.jackknife_reduce(count, k, ...put, arena.putFloats(estimate), out);
    const table = arena.floats(out, width * k);
    const pick = (place: number) =>
      Float64Array.from(estimate, (_, j) => table[j * width + place]!);
    return {
      bias: pick(1),
      stdErrors: pick(2),
      acceleration: pick(3),
      values,
      units: count,
      failed,
    };
  });
}
