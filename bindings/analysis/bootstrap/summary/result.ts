/** The result of a bootstrap, from facts about its replicates. */
import type { BootstrapResult, FailureCount, FitResult } from '../../../results/fit.js';
import type { ByName, Warning } from '../../../results/common.js';
import { bootstrapWarnings } from '../../../words/en/warnings/bootstraps/bootstrap.js';
import { warning } from '../../../words/warning.js';
import type { Inferences } from './inferences.js';
import type { SummaryOptions } from './options.js';
import type { Summary } from './reduction.js';
import { fewUnits, givenIndices } from './scheme.js';

/** Facts about the replicates that a summary states, however they were read. */
export interface Facts {
  readonly reps: number;
  readonly completed: number;
  readonly failures: readonly FailureCount[];
  /** Replicates with a singular weighting matrix. */
  readonly singular: number;
  /** True if the required precision was first reached at the last replicate. */
  readonly enough: boolean;
  readonly summary: Summary;
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

function largestRatio(errors: ByName, of: ByName): number {
  return Math.max(
    ...Object.keys(of).map((name) => (of[name] === 0 ? 0 : errors[name]! / of[name]!)),
  );
}

function imprecise(wanted: number, reached: number, reps: number): Warning {
  const detail = { replicates: reps, reached, wanted };
  return warning(bootstrapWarnings, 'precision-not-reached', detail);
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

export function failedIn(failures: readonly FailureCount[]): number {
  return failures.reduce((sum, { replicates: count }) => sum + count, 0);
}
