/** The t of a coefficient and its p-value, under all reference laws that the column allows. */
import type { Rounding } from './printed.js';
import { absolute, raisedTo, common, hull, over, type Range } from './range.js';
import { type ColumnView, fewestDf, nparams, rounded, type RowView } from './view.js';

/** The t of a coefficient: as printed, and as coef / se; what both allow where they agree. */
export function tRange(column: ColumnView, row: RowView, rounding: Rounding): Range | undefined {
  const t = row.number('t') ?? row.number('z');
  const printed = t === undefined ? undefined : rounded(t)(rounding);
  const [b, se] = [row.number('coef'), row.number('se')];
  if (b === undefined || se === undefined || column.notes.exponentiated) return printed;
  const computed = over(rounded(b)(rounding), raisedTo(rounded(se)(rounding), 0));
  if (printed === undefined) return computed;
  return common(printed, computed) ?? hull(printed, computed);
}

/** Two-sided p-values of a t. One-sided ones too where the notes say so. */
export function pRange(column: ColumnView, row: RowView, rounding: Rounding): Range {
  const t = absolute(tRange(column, row, rounding)!);
  const { normal_sf, t_sf } = column.engine.exports;
  const isNormal = row.number('t') === undefined && row.number('z') !== undefined;
  const df = fewestDf(column);
  const low = 2 * normal_sf(t.high);
  const high = 2 * (isNormal ? normal_sf(t.low) : t_sf(t.low, df));
  return column.notes.oneSided ? { low: low / 2, high: Math.min(1, 1 - low / 2) } : { low, high };
}

/**
 * Two-sided p-values that the rounding of coef and se leaves, under one law: t where the table has its degrees of freedom,
 * otherwise the normal.
 */
export function roundingOfP(column: ColumnView, row: RowView): Range {
  const t = absolute(tRange(column, row, 'nearest')!);
  const { normal_sf, t_sf } = column.engine.exports;
  const df = fewestDf(column);
  const isT = df > 1 && nparams(column) !== undefined && row.number('z') === undefined;
  const tail = (size: number) => 2 * (isT ? t_sf(size, df) : normal_sf(size));
  return { low: tail(t.high), high: tail(t.low) };
}
