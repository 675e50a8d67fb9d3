/** Intervals and p-values from the replicates' coefficients, from studentized replicates, or from wild tests. */
import type { Engine } from '../../core/engine.js';
import type { BootstrapResult, FitResult } from '../../results/fit.js';
import type { IntervalMethod } from '../../results/scheme.js';
import { criticalValue } from '../../numerics/inference.js';
import { bcaIntervals } from './intervals/bca.js';
import { isWild, smallestSize } from './scheme.js';
import { studentize } from './intervals/studentized.js';
import { wildTests } from './wild-tests.js';
import { tailPValues } from './p-values.js';
import type { Replicates } from '../replicates.js';
import type { SummaryOptions } from './options.js';
import type { ByName } from '../../results/common.js';

/** A row of `bootstrap_reduce` for each coefficient: number, mean, standard error, its error, low, high, p-value. */
export type Summary = readonly (readonly number[])[];

export type Inferences = Pick<BootstrapResult, 'confInt' | 'confSets' | 'pValues' | 'warnings'>;

export function inferencesOf(
  engine: Engine,
  fit: FitResult,
  replicates: Replicates,
  { summary, options }: { readonly summary: Summary; readonly options: SummaryOptions },
): Inferences {
  const { ci, level, pValue, scheme } = options;
  const intervals = intervalsOf(engine, fit, summary, level);
  const chosen = (all: Partial<Record<IntervalMethod, Intervals>>) =>
    Object.fromEntries(ci.map((method) => [method, all[method]])) as BootstrapResult['confInt'];
  const all = {
    ...intervals,
    ...(ci.includes('bca') && { bca: bcaOf(engine, fit, replicates, options) }),
  };
  const byName = (column: number) =>
    Object.fromEntries(Object.keys(fit.params).map((name, j) => [name, summary[j]![column]!]));
  if (isWild(scheme) && replicates.statistics.length > 0) {
    const exists = smallestSize(scheme) <= 1 - level;
    const { confInt, ...tests } = wildTests(fit, replicates, {
      level,
      pValue,
      invert: exists && ci.includes('inverted'),
      enumerated: scheme.enumerated === true,
      stdErrors: byName(2),
      sets: options.inverted,
    });
    if (exists) return { ...tests, confInt: chosen({ ...intervals, inverted: confInt ?? {} }) };
    const inverted = everything(tests.pValues);
    const confSets = byValue(inverted, (interval) => [interval]);
    const sets = ci.includes('inverted') ? { confSets } : {};
    return { ...tests, ...sets, confInt: chosen({ ...intervals, inverted }) };
  }
  if (ci.includes('studentized')) {
    const { confInt, pValues } = studentize(fit, replicates, options);
    return { pValues, warnings: [], confInt: chosen({ ...all, studentized: confInt }) };
  }
  const pValues = pValue === 'symmetric' ? byName(6) : tailPValues(fit.params, replicates, pValue);
  return { pValues, warnings: [], confInt: chosen(all) };
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

/** The confidence sets of tests that never reject. */
function everything(pValues: ByName): Intervals {
  return byValue(pValues, () => [-Infinity, Infinity] as const);
}

function byValue<T, U>(values: ByName<T>, change: (value: T) => U): ByName<U> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

export type Intervals = ByName<readonly [low: number, high: number]>;

/** Intervals from the rows of `bootstrap_reduce`. */
export function intervalsOf(
  engine: Engine,
  { params }: FitResult,
  summary: Summary,
  level: number,
): Partial<Record<IntervalMethod, Intervals>> {
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
