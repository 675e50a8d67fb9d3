/** Options and arguments of the functions of this entry point. */
import { badArgument, unexpected } from '../../core/errors/bad-argument.js';
import { checkWhole } from '../../core/arguments/choices.js';
import { errorFromStatus } from '../../core/engine/status-errors.js';
import { Status } from '../../core/engine/status.js';
import { codesOf, columnsOf, type Columns } from '../estimators/arrays.js';
import type { Labels } from '../estimators/sample.js';
import { type Failure, isFailure } from '../../core/jobs/failures.js';
import type { LocalOptions, RunOptions } from '../../core/jobs/run-options.js';
import type { Warning } from '../../results/common.js';
import { runJobs } from '../../core/jobs/run-jobs.js';
import { ConvergenceError, InputError } from '../../core/errors/errors.js';
import {
  type ModuleFunction,
  type StatisticOutcome,
  statisticStudy,
  statisticTold,
  thrownBy,
  type StatisticTask,
} from './study.js';
import { bootstrapWarnings } from '../../words/en/warnings/bootstraps/bootstrap.js';
import { warning } from '../../words/warning.js';
import * as said from '../../words/errors/analysis/arrays.js';
import { keysAmong, keysAndValues } from '../../words/expectations/values.js';
import * as wanted from '../../words/expectations/analysis/arrays.js';

/** Options for progress, stopping and workers of a run. */
export interface RunKeys extends LocalOptions {
  /**
   * Number of workers. With 0, the default, the run is in the calling thread and pauses between chunks of about 15 ms.
   * A function of the calling thread cannot be sent to a worker; a `ModuleFunction` can.
   */
  readonly workers?: number | undefined;
}

/** Options that all functions that resample rows share. */
export interface SampleKeys extends RunKeys {
  /** A label for each row; rows with the same label are drawn together. */
  readonly cluster?: Labels | undefined;
}

/** An array with one element per row, or the number of rows. */
export type Rows = number | ArrayLike<unknown>;

/** @throws InputError `bad-value` unless all options are in this list */
export function checkOptions(subject: string, options: unknown, keys: readonly string[]): void {
  if (typeof options !== 'object' || options === null) {
    throw badArgument(subject, 'options', keysAndValues(), options);
  }
  const all = [...keys, 'workers', 'signal', 'onProgress', 'workerUrl', 'engine'];
  const other = Object.keys(options).find((key) => !all.includes(key));
  if (other !== undefined) {
    throw badArgument(subject, 'options', keysAmong({ known: all }), other);
  }
}

/** The statistic in the form of a task. Throws InputError `bad-value`. */
export function statisticOf(
  subject: string,
  fn: unknown,
  workers: unknown,
): StatisticTask['statistic'] {
  if (typeof fn === 'function') {
    if (workers === undefined || workers === 0) return fn as StatisticTask['statistic'];
    throw badArgument(subject, 'workers', wanted.noWorkersWithFunction(), workers);
  }
  const { module, name = 'default' } = (fn ?? {}) as Partial<ModuleFunction>;
  if ((typeof module === 'string' || module instanceof URL) && typeof name === 'string') {
    return { module: String(module), name };
  }
  throw badArgument(subject, 'fn', wanted.functionOrModule(), fn);
}

/** The number of rows. */
export function nrowsOf(subject: string, data: unknown): number {
  const nrows = typeof data === 'number' ? data : lengthOf(data);
  checkWhole(subject, typeof data === 'number' ? 'data' : 'rows', [2, 2 ** 28], nrows);
  return nrows!;
}

function lengthOf(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if ('length' in data) return data.length as number;
  if ('rows' in data) return data.rows as number;
  return undefined;
}

/** Strata of the rows. Throws as `codesOf`. */
export function strataOf(subject: string, strata: Labels | undefined, nrows: number) {
  if (strata === undefined) return { codes: undefined, nunits: nrows };
  const { codes, count } = codesOf(subject, 'strata', strata, nrows);
  return { codes, nunits: count };
}

/** Units of the rows: clusters, or the rows themselves. Throws as `codesOf`. */
export function unitsOf(subject: string, cluster: Labels | undefined, nrows: number) {
  if (cluster === undefined) return { codes: undefined, nunits: nrows };
  const { codes, count } = codesOf(subject, 'cluster', cluster, nrows);
  if (count >= 2) return { codes, nunits: count };
  throw errorFromStatus(Status.TooFewClusters, said.oneResampledCluster(), {
    of: subject,
    key: 'cluster',
  });
}

/** Columns to sum. Throws as `columnsOf`. */
export function summedColumns(subject: string, columns: Columns): readonly Float64Array[] {
  const list = (columns ?? {}) as { readonly rows?: number; readonly length?: number };
  const first = Array.isArray(columns) && typeof columns[0] === 'object' ? columns[0] : undefined;
  const nrows = list.rows ?? (first as ArrayLike<number> | undefined)?.length ?? list.length ?? 0;
  return columnsOf(subject, 'columns', columns, nrows);
}

/** The statistic of all rows. If it fails, the error is thrown. */
export async function estimateOf(subject: string, task: StatisticTask): Promise<Float64Array> {
  const given: StatisticTask = { ...task, plan: 'given' };
  const { outcomes } = await runJobs(
    { subject, study: statisticStudy, task: given, count: 1 },
    { workers: 0 },
  );
  const outcome = outcomes[0];
  if (outcome !== undefined && !isFailure(outcome)) return Float64Array.from(outcome.values);
  const cause = outcome === undefined ? said.nothingComputed() : statisticTold(outcome, task.width);
  const detail = { ...unexpected(`${subject}.fn`, wanted.finiteForAllRows(), cause.text), cause };
  const told = said.badStatisticValue(detail);
  throw new InputError(told, { of: subject, key: 'fn', cause: thrownBy(outcome) });
}

/** Replicates in order. Those that failed or were not reached have NaN and status 1. */
export interface Replicates {
  readonly values: Float64Array;
  readonly statuses: Int32Array;
  readonly count: number;
  /** Number of computed replicates, including failed ones. */
  readonly completed: number;
  readonly failed: number;
  readonly partial: boolean;
  readonly failure: Failure | undefined;
  /** Warnings for the result. */
  readonly notices: readonly Warning[];
}

/**
 * Runs the replicates 0 to `count` - 1.
 *
 * @throws ConvergenceError `too-many-failed-draws` if none has an answer; the signal's reason if none was computed
 */
export async function replicatesOf(
  subject: string,
  task: StatisticTask,
  count: number,
  { workers = 0, signal, onProgress, workerUrl, engine }: RunKeys,
): Promise<Replicates> {
  const options: RunOptions = { workers, signal, onProgress, workerUrl, ...(engine && { engine }) };
  const jobs = { subject, study: statisticStudy, task, count };
  const { outcomes, notices } = await runJobs(jobs, options);
  const values = new Float64Array(count * task.width).fill(NaN);
  const statuses = new Int32Array(count).fill(1);
  let failed = 0;
  let failure: Failure | undefined;
  outcomes.forEach((outcome: StatisticOutcome | Failure | undefined, i) => {
    if (outcome === undefined) return;
    if (isFailure(outcome)) {
      failed++;
      failure ??= outcome;
      return;
    }
    statuses[i] = 0;
    values.set(outcome.values, i * task.width);
  });
  const reached = outcomes.filter((outcome) => outcome !== undefined).length;
  if (failed === reached && failure !== undefined)
    throw noneLeft(subject, failed, failure, task.width);
  const partial = reached < count;
  return { values, statuses, count, completed: reached, failed, partial, failure, notices };
}

function noneLeft(subject: string, failed: number, failure: Failure, width: number) {
  const told = said.noFiniteReplicates({ failed, cause: statisticTold(failure, width) });
  const status = Status.TooManyFailedDraws;
  return new ConvergenceError(told, { of: subject, status, cause: thrownBy(failure) });
}

/** One warning for the replicates without an answer. */
export function warningsOf({ failed, failure, count, notices }: Replicates): readonly Warning[] {
  if (failure === undefined) return notices;
  const detail = { failed, replicates: count, first: failure.message };
  return [warning(bootstrapWarnings, 'failed-replicates', detail), ...notices];
}
