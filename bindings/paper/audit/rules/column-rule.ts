/** Rules that compare the statistics of a column. */
import { type Check, type Checks, checksOf, type Outcome } from '../check.js';
import type { Printed } from '../printed.js';
import type { ColumnView, TableView } from '../view.js';

/** Applies a rule of columns to the columns of a table. */
export function eachColumn(rule: (column: ColumnView) => Outcome) {
  return ({ columns }: TableView): Checks => checksOf(columns.map(rule));
}

/** A check of a statistic of the column. */
export function statCheck(
  { table, column }: ColumnView,
  stat: string,
  printed: Printed,
  rest: Omit<Check, 'place' | 'subject' | 'printed'>,
): Check {
  return { place: { table, column }, subject: { stat }, printed: printed.text, ...rest };
}
