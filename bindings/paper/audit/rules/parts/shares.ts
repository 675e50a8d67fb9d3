/** Shares of a total that is printed below them. */
import { type Check, type Checks, comparison } from '../../check.js';
import { say } from '../../../../words/phrase.js';
import { plus, point, type Range } from '../../range.js';
import { type ColumnView, rounded, type RowView, type TableView } from '../../view.js';
import type { Rounding } from '../../printed.js';

/** Labels of rows with the sum of those above. */
export const totals = /^(?:totals?|sum|all)$|^(?:合计|总计|总和)$/i;

/** Shares add up to 100 or 1, if no answer counts twice and no row is a part of another. */
export function sumOfShares({ columns }: TableView): Checks {
  return { checks: columns.flatMap(sharesOf), missing: 0 };
}

function sharesOf(column: ColumnView): Check[] {
  const { rows } = column;
  const end = rows.findIndex(({ row }) => totals.test(row.trim()));
  const total = rows[end]?.number('coef');
  const parts = rows.slice(0, Math.max(0, end)).map(({ number }) => number('coef'));
  if (total === undefined || parts.length < 2 || !rows.every(isAlone)) return [];
  const whole = total.text.includes('%') ? 100 * total.value : total.value;
  if (whole !== 100 && whole !== 1) return [];
  if (parts.some((part) => part === undefined || part.value < 0)) return [];
  const sum = (rounding: Rounding): Range =>
    parts.map((part) => rounded(part!)(rounding)).reduce((all, one) => plus(all, one), point(0));
  return [
    {
      place: { table: column.table, column: column.column, row: rows[end]!.row },
      subject: { field: 'coef' },
      involves: ['coef'],
      printed: total.text,
      worked: say('the sum of the {} shares above', parts.length),
      ...comparison(rounded(total), sum),
      severity: 'doubtful',
    },
  ];
}

function isAlone({ texts }: RowView): boolean {
  return Object.keys(texts).every((field) => field === 'coef');
}
