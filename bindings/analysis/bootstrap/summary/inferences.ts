/** Intervals and p-values from the replicates' coefficients or from studentized replicates. */
import type { BootstrapResult, FitResult } from '../../../results/fit.js';
import type { IntervalMethod, PValueMethod } from '../../../results/scheme.js';
import { criticalValue } from '../../../core/numerics/inference.js';
import { scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { Status } from '../../../core/engine/status.js';
import { statusError } from '../../../core/engine/status-sentences.js';
import { isWild } from './scheme.js';
import { distancePValues, tailPValue } from './p-values.js';
import type { Replicates } from '../replicates.js';
import type { SummaryOptions } from './options.js';
import type { ByName } from '../../../results/common.js';
import { ReplicateStatus } from '../../../generated/codes.js';
import { countTails } from '../../../core/numerics/ties.js';

/** A row of `bootstrap_reduce` for each coefficient: number, mean, standard error, its error, low, high. */
export type Summary = readonly (readonly number[])[];

export type Inferences = Pick<BootstrapResult, 'confInt' | 'confSets' | 'pValues' | 'warnings'>;

/** The data from which intervals and p-values are computed. */
export interface Question {
  readonly summary: Summary;
  readonly options: SummaryOptions;
}

/** Inferences from the tests of wild replicates, in addition to intervals of the coefficients. */
export type OfWildTests = (
  fit: FitResult,
  replicates: Replicates,
  question: Question,
  intervals: IntervalsByMethod,
) => Inferences;

export function inferencesOf(
  engine: Engine,
  fit: FitResult,
  replicates: Replicates,
  { summary, options, ofWildTests }: Question & { readonly ofWildTests?: OfWildTests | undefined },
): Inferences {
  const { ci, level, pValue, scheme } = options;
  const intervals = {
    ...intervalsOf(engine, fit, summary, level),
    ...(ci.includes('bca') && { bca: bcaOf(engine, fit, replicates, options) }),
  };
  if (ofWildTests !== undefined && isWild(scheme) && replicates.statistics.length > 0) {
    return ofWildTests(fit, replicates, { summary, options }, intervals);
  }
  if (ci.includes('studentized')) {
    const { confInt, pValues } = studentize(fit, replicates, options);
    const confInts = chosen(ci, { ...intervals, studentized: confInt });
    return { pValues, warnings: [], confInt: confInts };
  }
  const pValues = distancePValues(fit, replicates, pValue);
  return { pValues, warnings: [], confInt: chosen(ci, intervals) };
}

/** The requested intervals, in their order. */
export function chosen(ci: readonly IntervalMethod[], all: IntervalsByMethod) {
  return Object.fromEntries(
    ci.map((method) => [method, all[method]]),
  ) as BootstrapResult['confInt'];
}

/** A column of the summary, by coefficient. */
export function numbersByName({ params }: FitResult, summary: Summary, column: number): ByName {
  return Object.fromEntries(Object.keys(params).map((name, j) => [name, summary[j]![column]!]));
}

function bcaOf(
  engine: Engine,
  { params }: FitResult,
  replicates: Replicates,
  { jackknife, level }: SummaryOptions,
): Intervals {
  const accelerations = Object.keys(params).map((name) => jackknife!.params[name]!.acceleration);
  return bcaIntervals(engine, params, replicates, accelerations, level);
}

export type Intervals = ByName<readonly [low: number, high: number]>;

export type IntervalsByMethod = Partial<Record<IntervalMethod, Intervals>>;

/** Intervals from the rows of `bootstrap_reduce`. */
export function intervalsOf(
  engine: Engine,
  { params }: FitResult,
  summary: Summary,
  level: number,
): IntervalsByMethod {
  const critical = criticalValue(engine, level, { statistic: 'z', df: 0 });
  const ends = (
    interval: (estimate: number, row: readonly number[]) => readonly [number, number],
  ): Intervals => {
    const entries = Object.entries(params);
    return Object.fromEntries(entries.map(([name, b], j) => [name, interval(b, summary[j]!)]));
  };
  return {
    percentile: ends((_, row) => [row[4]!, row[5]!]),
    basic: ends((estimate, row) => [2 * estimate - row[5]!, 2 * estimate - row[4]!]),
    normal: ends((estimate, row) => [estimate - critical * row[2]!, estimate + critical * row[2]!]),
  };
}

/** Computes BCa intervals from the accelerations of the estimates. A bound that does not exist is NaN. */
function bcaIntervals(
  engine: Engine,
  estimates: ByName,
  { values, statuses, completed, width }: Replicates,
  accelerations: readonly number[],
  level: number,
): ByName<readonly [low: number, high: number]> {
  const names = Object.keys(estimates);
  return scope(engine, (arena) => {
    const row = new Float64Array(width);
    const accelerated = new Float64Array(width);
    row.set(Object.values(estimates));
    accelerated.set(accelerations);
    const out = arena.allocFloats(2 * width);
    const put = [
      arena.putFloats(values),
      arena.putInts(statuses),
      arena.putFloats(row),
      arena.putFloats(accelerated),
    ] as const;
    const status = engine.exports.bootstrap_bca(completed, width, ...put, level, out);
    if (status !== Status.Ok) {
      throw statusError('bootstrap', status);
    }
    const ends = arena.floats(out, 2 * width);
    return Object.fromEntries(names.map((name, j) => [name, [ends[2 * j]!, ends[2 * j + 1]!]]));
  });
}

/**
 * Intervals and p-values from studentized replicates t* = (b* - b) / se*, with t = b / se:
 *
 *   [b - se q(1 - a/2), b - se q(a/2)], q quantiles of t* (R's type 7)
 *   p-values by the tails of t* (`p-values.ts`)
 */
interface Studentized {
  readonly confInt: ByName<readonly [low: number, high: number]>;
  readonly pValues: ByName;
}

/** Replicates hold the coefficients, then their standard errors. */
function studentize(
  { params, stdErrors }: FitResult,
  { values, statuses, completed, width }: Replicates,
  { level, pValue }: { readonly level: number; readonly pValue: PValueMethod },
): Studentized {
  const names = Object.keys(params);
  const used = Array.from(statuses.subarray(0, completed), (status, r) =>
    (status & ReplicateStatus.bits) === 0 ? r : -1,
  ).filter((r) => r >= 0);
  const rows = names.map((name, j) => {
    const estimate = params[name]!;
    const t = used.map((r) => {
      const distance = values[r * width + j]! - estimate;
      return distance / values[r * width + names.length + j]!;
    });
    const sorted = Float64Array.from(t.filter((value) => !Number.isNaN(value))).sort();
    const se = stdErrors[name]!;
    const ends = [(1 + level) / 2, (1 - level) / 2].map((p) => estimate - se * quantile(sorted, p));
    const p = tailPValue(countTails(sorted, estimate / se, 1), pValue);
    return [name, [ends[0]!, ends[1]!] as const, p] as const;
  });
  return {
    confInt: Object.fromEntries(rows.map(([name, interval]) => [name, interval])),
    pValues: Object.fromEntries(rows.map(([name, , p]) => [name, p])),
  };
}

function quantile(sorted: Float64Array, p: number): number {
  return quantileOf(sorted.length, p, (place) => sorted[place]);
}

/** A quantile of n numbers; `nth` returns the number at a position in ascending order. */
export function quantileOf(
  n: number,
  p: number,
  nth: (place: number) => number | undefined,
): number {
  const place = p * (n - 1);
  const below = Math.floor(place);
  const low = nth(below) ?? NaN;
  const high = nth(below + 1);
  return high === undefined ? low : low + (place - below) * (high - low);
}
