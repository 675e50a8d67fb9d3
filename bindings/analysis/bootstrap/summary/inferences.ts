/** Intervals and p-values from the replicates' coefficients or from studentized replicates. */
import type { BootstrapResult, FitResult } from '../../../results/fit.js';
import type { IntervalMethod } from '../../../results/bootstrap/scheme.js';
import { criticalValue } from '../../../core/numerics/inference.js';
import type { Engine } from '../../../core/engine/engine.js';
import { isWild } from './scheme.js';
import { pValuesOf, type Tested } from './p-values.js';
import type { Replicates } from '../replicates.js';
import type { SummaryOptions } from './options.js';
import type { Intervals, Reduced, Summary } from './reduction.js';
import type { ByName } from '../../../results/common.js';
import { ReplicateStatus } from '../../../generated/codes.js';

export type Inferences = Pick<BootstrapResult, 'confInt' | 'confSets' | 'pValues' | 'warnings'>;

/** The data from which intervals and p-values are computed. */
export interface Question extends Reduced {
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
  { ofWildTests, ...question }: Question & { readonly ofWildTests?: OfWildTests | undefined },
): Inferences {
  const { summary, bca, options } = question;
  const { ci, level, pValue, scheme } = options;
  const intervals = { ...intervalsOf(engine, fit, summary, level), ...(bca && { bca }) };
  if (ofWildTests !== undefined && isWild(scheme) && replicates.statistics.length > 0) {
    return ofWildTests(fit, replicates, question, intervals);
  }
  const isStudentized = ci.includes('studentized');
  const tested = (isStudentized ? studentized : distances)(fit, replicates);
  const all = isStudentized
    ? { ...intervals, studentized: studentizedIntervals(fit, tested, level) }
    : intervals;
  return { pValues: pValuesOf(tested, pValue), warnings: [], confInt: chosen(ci, all) };
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

/** b* - b of the replicates, NaN for failed ones. */
function distances(
  { params, stdErrors }: FitResult,
  { completed, width, values, statuses }: Replicates,
): ByName<Tested> {
  const entries = Object.entries(params).map(([name, estimate], j) => {
    const draws = Float64Array.from({ length: completed }, (_, r) =>
      (statuses[r]! & ReplicateStatus.bits) === 0 ? values[r * width + j]! - estimate : NaN,
    );
    return [name, { draws, stat: estimate, unit: stdErrors[name] ?? 0 }] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * Studentized replicates t* = (b* - b) / se* in ascending order, with t = b / se. Replicates hold the coefficients,
 * then their standard errors.
 */
function studentized(
  { params, stdErrors }: FitResult,
  { values, statuses, completed, width }: Replicates,
): ByName<Tested> {
  const names = Object.keys(params);
  const used = Array.from(statuses.subarray(0, completed), (status, r) =>
    (status & ReplicateStatus.bits) === 0 ? r : -1,
  ).filter((r) => r >= 0);
  const entries = names.map((name, j) => {
    const estimate = params[name]!;
    const t = used.map((r) => {
      const distance = values[r * width + j]! - estimate;
      return distance / values[r * width + names.length + j]!;
    });
    const draws = Float64Array.from(t.filter((value) => !Number.isNaN(value))).sort();
    return [name, { draws, stat: estimate / stdErrors[name]!, unit: 1 }] as const;
  });
  return Object.fromEntries(entries);
}

/** [b - se q(1 - a/2), b - se q(a/2)], q quantiles of t* (R's type 7). */
function studentizedIntervals(
  { params, stdErrors }: FitResult,
  tested: ByName<Tested>,
  level: number,
): Intervals {
  const entries = Object.entries(tested).map(([name, { draws }]) => {
    const end = (p: number) => params[name]! - stdErrors[name]! * quantile(draws, p);
    return [name, [end((1 + level) / 2), end((1 - level) / 2)] as const] as const;
  });
  return Object.fromEntries(entries);
}

function quantile(sorted: ArrayLike<number>, p: number): number {
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
