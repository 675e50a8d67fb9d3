import * as causes from '../../../words/errors/bootstrap/failures.js';
import { tooManyFailed } from '../../../words/errors/bootstrap/replicates.js';
import type { Told } from '../../../words/told.js';
import { scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { ConvergenceError } from '../../../core/errors/errors.js';
import { Status } from '../../../core/engine/status.js';
import { statusCode } from '../../../core/engine/status-errors.js';
import { statusError, statusTold } from '../../../core/engine/status-sentences.js';
import { ReplicateStatus, RowWidth } from '../../../generated/codes.js';
import type { BootstrapResult, FailureCount, FitResult } from '../../../results/fit.js';
import { type Inferences, inferencesOf, type OfWildTests } from './inferences.js';
import { fewUnits, givenIndices } from './scheme.js';
import type { Replicates } from '../replicates.js';
import { observe } from './running-errors.js';
import type { SummaryOptions } from './options.js';
import type { ByName, Warning } from '../../../results/common.js';
import { bootstrapWarnings } from '../../../words/en/warnings/bootstrap.js';
import { warning } from '../../../words/warning.js';

/** Facts about the replicates that a summary states, however they were read. */
export interface Facts {
  readonly reps: number;
  readonly completed: number;
  readonly failures: readonly FailureCount[];
  /** Replicates with a singular weighting matrix. */
  readonly singular: number;
  /** True if the required precision was first reached at the last replicate. */
  readonly enough: boolean;
  /** A row of `bootstrap_reduce` for each coefficient. */
  readonly summary: readonly (readonly number[])[];
}

/**
 * Summarises replicates in the core, in their order.
 *
 * @throws ConvergenceError when more than half of them failed
 */
export function summarize(
  engine: Engine,
  fit: FitResult,
  replicates: Replicates,
  options: SummaryOptions,
  ofWildTests?: OfWildTests,
): BootstrapResult {
  const { completed, reps, statuses } = replicates;
  const failures = checkedFailures(countStatuses(statuses), completed);
  const summary = reduce(engine, fit, replicates, options.level);
  let singular = 0;
  for (const status of statuses) singular += status & ReplicateStatus.singular ? 1 : 0;
  const enough = firstEnough(fit, replicates, options.precision) === completed;
  const facts = { reps, completed, failures, singular, enough, summary };
  const question = { summary, options, ofWildTests };
  const inferences = inferencesOf(engine, fit, replicates, question);
  return resultOf(fit, facts, inferences, options);
}

/** The result of a bootstrap, from facts about its replicates. */
export function resultOf(
  fit: FitResult,
  { reps, completed, failures, singular, enough, summary }: Facts,
  inferred: Inferences,
  options: SummaryOptions,
): BootstrapResult {
  const names = Object.keys(fit.params);
  const { precision } = options;
  const failed = failedIn(failures);
  const perfect = fit.warnings.some(({ code }) => code === 'perfect-fit');
  const degenerate = new Set(names.filter((_, i) => perfect || summary[i]![2] === 0));
  const named = <T>(value: (row: readonly number[], name: string) => T): ByName<T> =>
    Object.fromEntries(names.map((name, i) => [name, value(summary[i]!, name)]));
  const stdErrors = named((row, name) => (degenerate.has(name) ? 0 : row[2]!));
  const partial = completed < reps && !enough;
  const complete = options.scheme.enumerated === true && !partial;
  const monteCarloError = named((row) => (complete ? 0 : row[3]!));
  const reached = largestRatio(monteCarloError, stdErrors);
  const inferences = withoutDegenerate(inferred, degenerate);
  return {
    ...options.scheme,
    reps,
    completed,
    partial,
    failed,
    failures,
    seed: options.seed,
    ...(options.recenter !== undefined && { recenter: options.recenter }),
    level: options.level,
    stdErrors,
    bias: named((row, name) => (degenerate.has(name) ? 0 : row[1]! - fit.params[name]!)),
    biasCorrected: named((row, name) => 2 * fit.params[name]! - row[1]!),
    monteCarloError,
    ...(precision !== undefined && { precision: { asked: precision, reached } }),
    confInt: inferences.confInt,
    ...(inferences.confSets && { confSets: inferences.confSets }),
    pValueMethod: options.pValue,
    pValues: inferences.pValues,
    warnings: [
      ...warningsOf({ reps, completed, singular }, failed, partial),
      ...inferences.warnings,
      ...(degenerate.size === 0 ? [] : [noSpread([...degenerate])]),
      ...fewUnits(options.scheme, options.level),
      ...givenIndices(options.scheme),
      ...(precision === undefined || partial || enough
        ? []
        : [imprecise(precision, reached, reps)]),
    ],
  };
}

/** The same inferences without p-values and intervals of coefficients whose replicates are all equal. */
function withoutDegenerate(inferences: Inferences, degenerate: ReadonlySet<string>): Inferences {
  if (degenerate.size === 0) return inferences;
  const { confInt, pValues } = inferences;
  const intervals = Object.entries(confInt).map(([method, byName]) => [
    method,
    replaced(byName, degenerate, [NaN, NaN] as const),
  ]);
  return {
    ...inferences,
    confInt: Object.fromEntries(intervals) as BootstrapResult['confInt'],
    pValues: replaced(pValues, degenerate, NaN),
  };
}

function replaced<T>(values: ByName<T>, names: ReadonlySet<string>, by: T): ByName<T> {
  const entries = Object.entries(values);
  return Object.fromEntries(entries.map(([name, value]) => [name, names.has(name) ? by : value]));
}

function noSpread(names: readonly string[]): Warning {
  return warning(bootstrapWarnings, 'no-spread', { names });
}

/** Returns the number of replicates at which the precision was first reached. */
function firstEnough(
  fit: FitResult,
  { width, values, statuses, completed, numbers }: Replicates,
  precision: number | undefined,
): number | undefined {
  const whole = numbers.length > 0 && numbers.at(-1) === completed - 1;
  if (precision === undefined || !whole) return undefined;
  const runningErrors = observe(Object.values(fit.params), width, precision);
  runningErrors.take({ first: 0, count: completed, values, statuses });
  return runningErrors.enough;
}

function largestRatio(errors: ByName, of: ByName): number {
  return Math.max(
    ...Object.keys(of).map((name) => (of[name] === 0 ? 0 : errors[name]! / of[name]!)),
  );
}

function imprecise(wanted: number, reached: number, reps: number): Warning {
  const detail = { replicates: reps, reached, wanted };
  return warning(bootstrapWarnings, 'precision-not-reached', detail);
}

function reduce(engine: Engine, fit: FitResult, replicates: Replicates, level: number): number[][] {
  const { statuses, completed } = replicates;
  const width = Object.keys(fit.params).length;
  const values = coefficientsOf(replicates, width);
  return scope(engine, (arena) => {
    const out = arena.allocFloats(RowWidth['replicate-summary'] * width);
    const put = [arena.putFloats(values), arena.putInts(statuses)] as const;
    const status = engine.exports.bootstrap_reduce(completed, width, ...put, level, out);
    if (status !== Status.Ok) {
      throw statusError('bootstrap', status);
    }
    const flat = Array.from(arena.floats(out, RowWidth['replicate-summary'] * width));
    return Array.from({ length: width }, (_, j) =>
      flat.slice(RowWidth['replicate-summary'] * j, RowWidth['replicate-summary'] * (j + 1)),
    );
  });
}

/** Returns the first `k` numbers of each replicate. */
function coefficientsOf({ values, width, completed }: Replicates, k: number): Float64Array {
  if (k === width) return values;
  const out = new Float64Array(completed * k);
  for (let r = 0; r < completed; ++r) {
    for (let j = 0; j < k; ++j) out[r * k + j] = values[r * width + j]!;
  }
  return out;
}

/** Counts replicates by the bits of their statuses. */
function countStatuses(statuses: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const status of statuses) {
    const code = status & ReplicateStatus.bits;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** Replicates by status, of those that failed. */
type Failed = readonly (readonly [status: number, replicates: number])[];

const failedOf = (counts: ReadonlyMap<number, number>): Failed =>
  [...counts].filter(([code]) => code !== Status.Ok).sort(([a], [b]) => a - b);

/**
 * The failures among the counted statuses.
 *
 * @throws ConvergenceError when more than half of the replicates failed
 */
export function checkedFailures(
  counts: ReadonlyMap<number, number>,
  completed: number,
): FailureCount[] {
  const all = failedOf(counts).map(([status, replicates]) => {
    const { code, message: reason } = failureReason(status)!;
    return { reason, replicates, code };
  });
  const failed = failedIn(all);
  if (failed > completed / 2) {
    throw new ConvergenceError(tooManyFailed({ failed, completed, failures: all }), {
      of: 'bootstrap',
      status: Status.TooManyFailedDraws,
    });
  }
  return all.map(({ reason, replicates }) => ({ reason, replicates }));
}

function failedIn(failures: readonly FailureCount[]): number {
  return failures.reduce((sum, { replicates: count }) => sum + count, 0);
}

/** Says why a replicate has no estimate; undefined if it has one. */
export function failureTold(status: number): Told | undefined {
  const code = status & ReplicateStatus.bits;
  if (code === Status.Ok) return undefined;
  return causeOf[code]?.() ?? statusTold(code);
}

const causeOf: Readonly<Record<number, () => Told>> = {
  [Status.EmptySample]: causes.EmptySample,
  [Status.TooFewClusters]: causes.TooFewClusters,
  [Status.NoDegreesOfFreedom]: causes.NoDegreesOfFreedom,
  [Status.SingularWeighting]: causes.SingularWeighting,
  [Status.NotConverged]: causes.NotConverged,
  [Status.ExtremeColumn]: causes.ExtremeColumn,
  [Status.RankDeficient]: causes.RankDeficient,
  [Status.UnderIdentified]: causes.UnderIdentified,
  [Status.NotPositiveDefinite]: causes.NotPositiveDefinite,
  [Status.Overflow]: causes.Overflow,
};

/** The same as a text, with the code of its error. */
export function failureReason(status: number): { code: string; message: string } | undefined {
  const told = failureTold(status);
  return told && { code: statusCode(status & ReplicateStatus.bits), message: told.text };
}

function warningsOf(
  { reps, completed, singular }: Pick<Facts, 'reps' | 'completed' | 'singular'>,
  failed: number,
  partial: boolean,
): Warning[] {
  const warnings: Warning[] = [];
  if (singular > 0) {
    const detail = { singular, replicates: completed };
    warnings.push(warning(bootstrapWarnings, 'singular-replicates', detail));
  }
  if (failed > completed / 100) {
    const detail = { failed, replicates: completed };
    warnings.push(warning(bootstrapWarnings, 'failed-replicates', detail));
  }
  if (partial) {
    const detail = { completed, replicates: reps };
    warnings.push(warning(bootstrapWarnings, 'partial-bootstrap', detail));
  }
  return warnings;
}
