/** The columns of a term with i(x): one per combination of levels, except those that the model already has. */
import type { Margin } from './coding.js';

/** A factor of a term: one column, or with i(x) one per level. */
export interface Factor<Column> {
  readonly columns: readonly Column[];
  /** The column in i(x), and the position of its reference level. */
  readonly levels?: { readonly of: string; readonly reference: number };
}

/**
 * Products of one column of each factor; the last factor varies fastest. A combination is left out if the factors that
 * are not at their reference level are all in one of the `margins`. The remaining columns and the margins together span
 * every function of the levels, and are independent.
 */
export function cells<Column>(
  factors: readonly Factor<Column>[],
  margins: readonly Margin[],
  product: (left: Column, right: Column) => Column,
): Column[] {
  const named = factors.flatMap(({ levels }) => levels?.of ?? []);
  const covers = margins.map((margin) => ~maskOf(named, margin));
  const bits = factors.map(({ levels }) => (levels ? 1 << named.indexOf(levels.of) : 0));
  const kept: Column[] = [];
  const descend = (place: number, away: number, left: Column | undefined): void => {
    const { columns, levels } = factors[place]!;
    const last = place === factors.length - 1;
    columns.forEach((column, level) => {
      const awayNow = level === levels?.reference ? away : away | bits[place]!;
      if (last && covers.some((outside) => (awayNow & outside) === 0)) return;
      const joined = left === undefined ? column : product(left, column);
      if (last) kept.push(joined);
      else descend(place + 1, awayNow, joined);
    });
  };
  descend(0, 0, undefined);
  return kept;
}

function maskOf(named: readonly string[], margin: Margin): number {
  return named.reduce((mask, name, i) => (margin.includes(name) ? mask | (1 << i) : mask), 0);
}
