import type { Engine } from '../core/engine.js';

/** The distribution a coefficient's statistic is compared with: t with `df`, or the standard normal. */
export interface Reference {
  readonly statistic: 't' | 'z';
  /** Degrees of freedom of t; ignored for z. */
  readonly df: number;
}

/** Two-sided p-value of a coefficient's statistic. */
export function twoSided(engine: Engine, stat: number, reference: Reference): number {
  const size = Math.abs(stat);
  const { normal_sf, t_sf } = engine.exports;
  return 2 * (reference.statistic === 't' ? t_sf(size, reference.df) : normal_sf(size));
}

/** Half-width of a `level` interval in standard errors. */
export function criticalValue(engine: Engine, level: number, reference: Reference): number {
  const tail = (1 - level) / 2;
  const { normal_isf, t_isf } = engine.exports;
  return reference.statistic === 't' ? t_isf(tail, reference.df) : normal_isf(tail);
}

/** A chi-squared test. */
export function chi2Test(engine: Engine, stat: number, df: number) {
  return { stat, df, pValue: engine.exports.chi2_sf(Math.max(stat, 0), df) };
}

/** An F test. */
export function fTest(engine: Engine, stat: number, df1: number, df2: number) {
  return { stat, df: [df1, df2] as const, pValue: engine.exports.f_sf(stat, df1, df2) };
}
