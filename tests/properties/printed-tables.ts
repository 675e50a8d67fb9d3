/** Tables as papers print them: results of real fits, rounded by one of five rules. */
import { rangeOf, readPrinted, type Rounding } from '../../bindings/paper/audit/printed.js';
import type { AuditColumn, AuditTable } from '../../bindings/paper/audit/table.js';
import type { FitResult } from 'wasmetrics';

/** Prints a number with `decimals` so that the rounding holds. */
function printed(value: number, decimals: number, rounding: Rounding): string {
  const unit = 10 ** -decimals;
  const nearest = Number(value.toFixed(decimals));
  const texts = [nearest - unit, nearest, nearest + unit].map((one) => text(one, decimals));
  const found = texts.find((one) => {
    const { low, high } = rangeOf(readPrinted(one)!, rounding);
    return value >= low && value <= high && fits(one, value, rounding);
  });
  return found ?? text(nearest, decimals);
}

/** Zero stands for both signs where numbers are cut toward zero, and never where they grow. */
function fits(one: string, value: number, rounding: Rounding): boolean {
  return rounding === 'away-from-zero' ? Number(one) !== 0 || value === 0 : true;
}

function text(value: number, decimals: number): string {
  const printed = value.toFixed(decimals);
  return Number(printed) === 0 ? printed.replace('-', '') : printed;
}

export interface Style {
  readonly decimals: number;
  readonly rounding: Rounding;
  readonly shows: { readonly t: boolean; readonly p: boolean; readonly interval: boolean };
  readonly k: boolean;
}

const legend = [0.1, 0.05, 0.01];

function starsOf(p: number): string {
  return '*'.repeat(legend.filter((level) => p < level).length);
}

/** A column of a least-squares or instrumented fit. */
export function columnOf(column: string, fit: FitResult, style: Style): AuditColumn {
  const { decimals, rounding, shows } = style;
  const write = (value: number, digits = decimals) => printed(value, digits, rounding);
  const rows = Object.keys(fit.params).map((row) => {
    const t = fit.params[row]! / fit.stdErrors[row]!;
    const [low, high] = fit.confInt[row]!;
    return {
      row,
      printed: {
        coef: write(fit.params[row]!),
        se: write(fit.stdErrors[row]!),
        ...(shows.t && { [fit.statistic]: write(t, 2) }),
        ...(shows.p && { p: write(fit.pValues[row]!, 3) }),
        ...(shows.interval && { ci_low: write(low), ci_high: write(high) }),
        stars: starsOf(fit.pValues[row]!),
      },
    };
  });
  return { column, rows, variables: {}, stats: statsOf(fit, style) };
}

function statsOf(fit: FitResult, { rounding, k }: Style): Record<string, string> {
  const write = (value: number, digits: number) => printed(value, digits, rounding);
  const { rsquared, rsquaredAdj, tests } = fit;
  const { f, hansen } = tests;
  return {
    n: String(fit.nobs),
    ...(k && { k: String(Object.keys(fit.params).length) }),
    ...(rsquared !== undefined && { r2: write(rsquared, 3) }),
    ...(rsquaredAdj !== undefined && { adj_r2: write(rsquaredAdj, 3) }),
    ...(f?.stat !== undefined &&
      f.stat !== null &&
      Array.isArray(f.df) && {
        f: write(f.stat, 2),
        df1: String(f.df[0]),
        df2: String(f.df[1]),
        f_p: write(f.pValue!, 3),
      }),
    ...(hansen?.stat !== undefined &&
      hansen.stat !== null && {
        j: write(hansen.stat, 2),
        j_df: String(hansen.df),
        j_p: write(hansen.pValue!, 3),
        instruments: String(fit.ninstruments),
        params: String(Object.keys(fit.params).length),
      }),
  };
}

export function tableOf(columns: readonly AuditColumn[], errors: string): AuditTable {
  return { table: 'T1', columns, notes: `${errors}; * p < 0.1, ** p < 0.05, *** p < 0.01` };
}
