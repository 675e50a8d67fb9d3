import type { AnyEngine } from '../engine/engine.js';

/** Reference distribution of a coefficient's statistic: t with `df` degrees of freedom, or the standard normal. */
export interface Reference {
  readonly statistic: 't' | 'z';
  /** Degrees of freedom of t; ignored for z. */
  readonly df: number;
}

/** Two-sided p-value of a coefficient's statistic. */
export function twoSided(engine: AnyEngine, stat: number, reference: Reference): number {
  const size = Math.abs(stat);
  const { normal_sf, t_sf } = engine.exports;
  return 2 * (reference.statistic === 't' ? t_sf(size, reference.df) : normal_sf(size));
}

/** P(T > stat) of a coefficient's statistic. */
export function oneSided(engine: AnyEngine, stat: number, reference: Reference): number {
  const half = twoSided(engine, stat, reference) / 2;
  return stat < 0 ? 1 - half : half;
}

interface Critical extends Reference {
  readonly level: number;
  readonly value: number;
}

/** The last critical value: the parts of a result, and many fits, need the same one, which takes 20 us. */
let last: Critical | undefined;

/** Half-width of a `level` interval in standard errors. */
export function criticalValue(
  engine: AnyEngine,
  level: number,
  { statistic, df }: Reference,
): number {
  if (last?.level === level && last.statistic === statistic && last.df === df) return last.value;
  const tail = (1 - level) / 2;
  const { normal_isf, t_isf } = engine.exports;
  const value = statistic === 't' ? t_isf(tail, df) : normal_isf(tail);
  last = { level, statistic, df, value };
  return value;
}

/** A chi-squared test. */
export function chi2Test(engine: AnyEngine, stat: number, df: number) {
  return { stat, df, pValue: engine.exports.chi2_sf(Math.max(stat, 0), df) };
}

/** An F test. */
export function fTest(engine: AnyEngine, stat: number, df1: number, df2: number) {
  return { stat, df: [df1, df2] as const, pValue: engine.exports.f_sf(stat, df1, df2) };
}
