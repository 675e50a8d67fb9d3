/** The summary of replicates that do not fit into memory, by passes over them, with the bits of `summarizeRun`. */
import type { Engine } from '../../../core/engine/engine.js';
import { ReplicateStatus } from '../../../generated/codes.js';
import { type TieBounds, tieBounds } from '../../../core/numerics/ties.js';
import type { Chunk } from '../replicates.js';
import type { BootstrapResult, FitResult } from '../../../results/fit.js';
import { type Beyond, bootstrapTests, type Comparison } from '../summary/tests/dpd-tests.js';
import { type Inferences, intervalsOf } from '../summary/inferences.js';
import type { SummaryOptions } from '../summary/options.js';
import { tailPValue } from '../summary/p-values.js';
import { functionsOf, placed, type Quantities, type Quantity } from '../summary/quantities.js';
import { type Facts, resultOf } from '../summary/result.js';
import { isWild } from '../summary/scheme.js';
import { stdErrorName } from '../summary/statistics.js';
import { instrumentTests } from '../../../models/replicates/draw-options.js';
import { checkedFailures } from '../summary/summarize.js';
import { jackknifeResult, quantityOptions, shortened, warningsOf } from '../summary/summary.js';
import { type Column, type ColumnSummary, type Pass, summarizeColumns } from './columns.js';

/** Replicates that can be read in order as often as needed. */
export interface StoredReplicates {
  readonly reps: number;
  readonly completed: number;
  readonly width: number;
  /** Names of the numbers after the coefficients. */
  readonly statistics: readonly string[];
  /** True if the required precision was first reached at the last replicate. */
  readonly enough: boolean;
  /** Reads the replicates in order. It may be called several times. */
  read(): AsyncIterable<Chunk>;
}

function passOver(stored: StoredReplicates): Pass {
  return async (visit) => {
    for await (const chunk of stored.read()) visit(chunk);
  };
}

/** True for summaries that need only a few passes: without inverted tests, corrections or tests of instruments. */
export function canStream({ ci, scheme, tests = [] }: SummaryOptions): boolean {
  const other = ci.includes('bca') || ci.includes('inverted') || isWild(scheme);
  return !other && !tests.some((test) => instrumentTests.includes(test));
}

/** @throws ConvergenceError when more than half of the replicates failed */
export async function summarizeStored(
  engine: Engine,
  fit: FitResult,
  stored: StoredReplicates,
  options: SummaryOptions,
  written: readonly Quantity[],
): Promise<BootstrapResult> {
  const { tests = [], jackknife } = options;
  const { longRun, expressions } = functionsOf(fit, written);
  const counted = await countStored(fit, stored);
  const names = Object.keys(fit.params);
  const coefficients = names.map((name, j) => placed(name, j));
  const students = options.ci.includes('studentized') ? studentized(fit, options) : [];
  const comparisons = comparisonsOf(fit, stored, options);
  const groups = [
    quantityColumns({ fit, list: coefficients }, options),
    quantityColumns(longRun, options),
    quantityColumns(expressions, options),
    students,
    comparisons.map(comparisonColumn),
  ];
  const all = await summarizeColumns(groups.flat(), stored.width, passOver(stored));
  const [ofParams, ofEffects, ofFunctions, ofStudents, ofTests] = divided(all, groups);
  const facts = { ...counted, reps: stored.reps, completed: stored.completed };
  const inferences = inferencesFrom(
    engine,
    fit,
    { ofParams: ofParams!, ofStudents: ofStudents! },
    options,
  );
  const whole = { ...facts, enough: stored.enough, summary: rowsOf(ofParams!) };
  const boot = resultOf(fit, whole, inferences, options);
  const given = quantityOptions(options);
  const summaryOf = ({ fit: ofQuantities }: Quantities, summaries: readonly ColumnSummary[]) => {
    const none = { ofParams: summaries, ofStudents: [] };
    const inferred = inferencesFrom(engine, ofQuantities, none, given);
    const known = { ...facts, enough: false, summary: rowsOf(summaries) };
    return shortened(resultOf(ofQuantities, known, inferred, given));
  };
  let next = 0;
  const count = (): Beyond => {
    const { used, tallies } = ofTests![next++]!;
    return { used, beyond: tallies[0]! };
  };
  return {
    ...boot,
    ...(longRun.list.length > 0 && { longRun: summaryOf(longRun, ofEffects!) }),
    ...(expressions.list.length > 0 && {
      expressions: {
        estimates: expressions.fit.params,
        ...summaryOf(expressions, ofFunctions!),
      },
    }),
    ...(tests.length > 0 && { tests: bootstrapTests(fit, stored.statistics, options, count) }),
    ...(jackknife && { jackknife: jackknifeResult(jackknife) }),
    warnings: [...boot.warnings, ...warningsOf(options, boot, () => counted.withoutErrors)],
  };
}

/** Splits a list into parts as long as the lists of `groups`. */
function divided<T>(all: readonly T[], groups: readonly (readonly unknown[])[]): T[][] {
  let start = 0;
  return groups.map(({ length }) => all.slice(start, (start += length)));
}

type Counted = Pick<Facts, 'failures' | 'singular'> & { readonly withoutErrors: number };

/**
 * Counts replicates by their statuses, and those that have an estimate but no standard error.
 *
 * @throws ConvergenceError when more than half of them failed
 */
async function countStored({ params }: FitResult, stored: StoredReplicates): Promise<Counted> {
  const { width, statistics, completed } = stored;
  const names = Object.keys(params);
  const places = names
    .map((name) => statistics.indexOf(stdErrorName(name)))
    .flatMap((place) => (place < 0 ? [] : [names.length + place]));
  const counts = new Map<number, number>();
  let [singular, withoutErrors] = [0, 0];
  await passOver(stored)(({ values, statuses }) => {
    statuses.forEach((status, r) => {
      const code = status & ReplicateStatus.bits;
      counts.set(code, (counts.get(code) ?? 0) + 1);
      if ((status & ReplicateStatus.singular) !== 0) singular += 1;
      const lacks = code === 0 && places.some((place) => Number.isNaN(values[r * width + place]));
      if (lacks) withoutErrors += 1;
    });
  });
  return { failures: checkedFailures(counts, completed), singular, withoutErrors };
}

const tails = ({ level }: SummaryOptions) => [(1 - level) / 2, (1 + level) / 2];

/** The columns that `bootstrap_reduce` and the p-values need. */
function quantityColumns(
  { list, fit: { params, stdErrors } }: Quantities,
  options: SummaryOptions,
): Column[] {
  return list.map(({ name, evaluate }) => {
    const estimate = params[name]!;
    const bounds = tieBounds(estimate, stdErrors[name] ?? 0);
    return {
      evaluate,
      quantiles: tails(options),
      tallies: talliesOf(bounds, (x) => x - estimate),
    };
  });
}

/** The counts of `countTails`: draws that are far, above and below. */
function talliesOf({ far, above, below }: TieBounds, drawOf = (x: number) => x): Column['tallies'] {
  return [(x) => Math.abs(drawOf(x)) >= far, (x) => drawOf(x) >= above, (x) => drawOf(x) <= below];
}

/** Columns of t* = (b* - b) / se*, for `studentize`. */
function studentized({ params, stdErrors }: FitResult, options: SummaryOptions): Column[] {
  const names = Object.keys(params);
  return names.map((name, j) => {
    const estimate = params[name]!;
    const t = estimate / stdErrors[name]!;
    return {
      evaluate: (values, first) =>
        (values[first + j]! - estimate) / values[first + names.length + j]!,
      quantiles: tails(options),
      tallies: talliesOf(tieBounds(t, 1)),
    };
  });
}

/** The statistics of tests, in the order in which `bootstrapTests` counts them. */
function comparisonsOf(
  fit: FitResult,
  { statistics }: StoredReplicates,
  options: SummaryOptions,
): Comparison[] {
  const comparisons: Comparison[] = [];
  bootstrapTests(fit, statistics, options, (comparison) => {
    comparisons.push(comparison);
    return { used: 0, beyond: 0 };
  });
  return comparisons;
}

function comparisonColumn({ evaluate, stat, tail }: Comparison): Column {
  const bounds = tieBounds(stat, 1);
  const tallies =
    tail === 'far'
      ? [(x: number) => Math.abs(x) >= bounds.far]
      : [(x: number) => x >= bounds.above];
  return { evaluate, quantiles: [], tallies };
}

/** The rows of `bootstrap_reduce`. */
function rowsOf(summaries: readonly ColumnSummary[]): number[][] {
  return summaries.map(({ used, mean, stdError, monteCarloError, quantiles }) => [
    used,
    mean,
    stdError,
    monteCarloError,
    quantiles[0]!,
    quantiles[1]!,
  ]);
}

interface Summaries {
  readonly ofParams: readonly ColumnSummary[];
  readonly ofStudents: readonly ColumnSummary[];
}

function inferencesFrom(
  engine: Engine,
  fit: FitResult,
  { ofParams, ofStudents }: Summaries,
  { ci, level, pValue }: SummaryOptions,
): Inferences {
  const names = Object.keys(fit.params);
  const byName = <T>(value: (j: number, name: string) => T) =>
    Object.fromEntries(names.map((name, j) => [name, value(j, name)]));
  const studentizes = ofStudents.length > 0;
  const all = {
    ...intervalsOf(engine, fit, rowsOf(ofParams), level),
    studentized: byName((j, name): [number, number] => {
      const [low = NaN, high = NaN] = ofStudents[j]?.quantiles ?? [];
      const [estimate, stdError] = [fit.params[name]!, fit.stdErrors[name]!];
      return [estimate - stdError * high, estimate - stdError * low];
    }),
  };
  const chosen = ci.map((method) => [method, (all as Partial<BootstrapResult['confInt']>)[method]]);
  const pValues = byName((j) => {
    const { used, tallies } = (studentizes ? ofStudents : ofParams)[j]!;
    const [far, above, below] = tallies as [number, number, number];
    return tailPValue({ used, far, above, below }, pValue);
  });
  return {
    pValues,
    warnings: [],
    confInt: Object.fromEntries(chosen) as BootstrapResult['confInt'],
  };
}
