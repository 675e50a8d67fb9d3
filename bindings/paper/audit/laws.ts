/** The t of a coefficient and its p-value, under all reference distributions that the column allows. */
import type { Rounding } from './printed.js';
import {
  absolute,
  common,
  falling,
  hull,
  minus,
  over,
  point,
  raisedTo,
  type Range,
  times,
} from './range.js';
import { type ColumnView, fewestDf, nparams, rounded, type RowView } from './view.js';

/** The t of a coefficient: as printed, and as coef / se; if both agree, the range that both allow. */
export function tRange(column: ColumnView, row: RowView, rounding: Rounding): Range | undefined {
  const t = row.number('t') ?? row.number('z');
  const printed = t === undefined ? undefined : rounded(t)(rounding);
  const [b, se] = [row.number('coef'), row.number('se')];
  if (b === undefined || se === undefined || column.notes.rescaled) return printed;
  const computed = over(rounded(b)(rounding), raisedTo(rounded(se)(rounding), 0));
  if (printed === undefined) return computed;
  const sized = absolute(computed);
  if (printed.low >= 0) return common(printed, sized) ?? hull(printed, sized);
  return common(printed, computed) ?? hull(printed, computed);
}

/**
 * Two-sided p-values of a coefficient: from its t with at least `df` degrees of freedom, otherwise from its interval;
 * one-sided ones too if the notes say so.
 * Undefined if the table prints neither.
 */
export function pRange(
  column: ColumnView,
  row: RowView,
  rounding: Rounding,
  df = fewestDf(column),
): Range | undefined {
  const p = pOfT(column, row, { rounding, df }) ?? pOfInterval(column, row, { rounding, df });
  if (p === undefined || !column.notes.oneSided) return p;
  return { low: p.low / 2, high: Math.min(1, 1 - p.low / 2) };
}

interface Law {
  readonly rounding: Rounding;
  /** The fewest degrees of freedom. */
  readonly df: number;
}

function pOfT(column: ColumnView, row: RowView, { rounding, df }: Law): Range | undefined {
  const ratio = tRange(column, row, rounding);
  if (ratio === undefined) return undefined;
  const t = absolute(ratio);
  const { normal_sf, t_sf } = column.engine.exports;
  const isNormal = row.number('t') === undefined && row.number('z') !== undefined;
  const high = isNormal ? normal_sf(t.low) : t_sf(t.low, df);
  return { low: 2 * normal_sf(t.high), high: 2 * high };
}

/** p = P(|T| > c |coef| / half-width), where c is the critical value of the level of the interval. */
function pOfInterval(column: ColumnView, row: RowView, { rounding, df }: Law): Range | undefined {
  const [b, low, high] = (['coef', 'ci_low', 'ci_high'] as const).map(row.number);
  if (b === undefined || low === undefined || high === undefined) return undefined;
  if (isUncentred(column)) return undefined;
  const width = minus(rounded(high)(rounding), rounded(low)(rounding));
  const ratio = over(absolute(rounded(b)(rounding)), raisedTo(times(point(0.5), width), 0));
  return hull(
    ...levelsOf(column).flatMap((level) => tailsOf(column, ratio, { tail: (1 - level) / 2, df })),
  );
}

/** True if intervals may not be centred at the coefficient. */
export function isUncentred({ notes }: ColumnView): boolean {
  return notes.rescaled || notes.resampled || notes.uncentred;
}

/** Levels of intervals: those that the notes name, otherwise the usual ones. */
export function levelsOf({ notes }: ColumnView): readonly number[] {
  return notes.level === undefined ? [0.9, 0.95, 0.99] : [notes.level];
}

/**
 * p-values of a coefficient that is `ratio` half-widths from zero: under the normal distribution, and under t with
 * small and given degrees of freedom.
 */
function tailsOf(
  column: ColumnView,
  ratio: Range,
  { tail, df: few }: { readonly tail: number; readonly df: number },
): Range[] {
  const { normal_isf, normal_sf, t_isf, t_sf } = column.engine.exports;
  const normal = (x: number) => 2 * normal_sf(x * normal_isf(tail));
  const dfs = [few, 2 * few, 5 * few, 20 * few];
  const laws = [normal, ...dfs.map((df) => (x: number) => 2 * t_sf(x * t_isf(tail, df), df))];
  return laws.map((law) => falling(ratio, law));
}

/**
 * Two-sided p-values compatible with the rounding of coef and se under one distribution: t if the table has its degrees
 * of freedom, otherwise the normal.
 */
export function roundingOfP(column: ColumnView, row: RowView): Range | undefined {
  const ratio = tRange(column, row, 'nearest');
  if (ratio === undefined) return undefined;
  const t = absolute(ratio);
  const { normal_sf, t_sf } = column.engine.exports;
  const df = fewestDf(column);
  const isT = df > 1 && nparams(column) !== undefined && row.number('z') === undefined;
  const tail = (size: number) => 2 * (isT ? t_sf(size, df) : normal_sf(size));
  return { low: tail(t.high), high: tail(t.low) };
}
