import type { AnyEngine } from '../core/engine/engine.js';
import { criticalValue, type Reference, twoSided } from '../core/numerics/inference.js';
import type { FitResult } from '../results/fit.js';
import type { ByName } from '../results/common.js';

/** Estimates with their covariance matrix (k x k), in the order of their names. */
export interface Estimates {
  readonly names: readonly string[];
  readonly params: Float64Array;
  readonly vcov: Float64Array;
  /** Standard errors, given if the diagonal of `vcov` is out of range. */
  readonly stdErrors?: Float64Array | undefined;
}

type Inference = Pick<
  FitResult,
  'params' | 'stdErrors' | 'statistics' | 'statistic' | 'pValues' | 'confInt'
>;

/**
 * Computes standard errors, statistics, p-values and intervals of `level` for each coefficient. Without a variance, or
 * with one of 0, there is no statistic, p-value or interval: they are NaN.
 */
export function inference(
  engine: AnyEngine,
  { names, params, vcov, stdErrors }: Estimates,
  reference: Reference,
  level: number,
): Inference {
  const critical = criticalValue(engine, level, reference);
  const se = (i: number) => stdErrors?.[i] ?? Math.sqrt(vcov[i * names.length + i]!);
  const exists = (i: number) => se(i) > 0 && se(i) < Infinity;
  const statistic = (i: number) => (exists(i) ? params[i]! / se(i) : NaN);
  return {
    params: named(names, (i) => params[i]!),
    stdErrors: named(names, se),
    statistics: named(names, statistic),
    statistic: reference.statistic,
    pValues: named(names, (i) => twoSided(engine, statistic(i), reference)),
    confInt: named(names, (i) => {
      const half = exists(i) ? critical * se(i) : NaN;
      return [params[i]! - half, params[i]! + half] as const;
    }),
  };
}

function named<T>(names: readonly string[], value: (i: number) => T): ByName<T> {
  return Object.fromEntries(names.map((name, i) => [name, value(i)]));
}

/** Lists the rows of a column-major k x k matrix. */
export function matrixRows(values: Float64Array, k: number): number[][] {
  const rows: number[][] = [];
  for (let i = 0; i < k; i++) {
    const row: number[] = [];
    for (let j = 0; j < k; j++) row.push(values[j * k + i]!);
    rows.push(row);
  }
  return rows;
}
