/** t, p and intervals of single coefficients. */
import { type Check, type Checks, comparison } from '../check.js';
import { pRange, tRange } from '../laws.js';
import { type Rounding, roundings } from '../printed.js';
import { raisedTo, hull, meets, minus, over, plus, point, type Range, times } from '../range.js';
import { type ColumnView, fewestDf, rounded, type RowView, type TableView } from '../view.js';
import { short } from '../words.js';

type RowRule = (column: ColumnView, row: RowView) => Check | 'missing' | 'inapplicable';

function eachRow(rule: RowRule) {
  return ({ columns }: TableView): Checks => {
    const all = columns.flatMap((column) => column.rows.map((row) => rule(column, row)));
    return {
      checks: all.filter((one): one is Check => typeof one === 'object'),
      missing: all.filter((one) => one === 'missing').length,
    };
  };
}

/** t = coef / se. */
export const ratio = eachRow((column, row) => {
  const [b, se] = [row.number('coef'), row.number('se')];
  const field = row.number('t') === undefined ? 'z' : 't';
  const t = row.number(field);
  if (column.notes.exponentiated) return 'inapplicable';
  if (b === undefined || se === undefined || t === undefined) return 'missing';
  const size = Math.abs(t.value);
  return {
    place: { table: column.table, column: column.column, row: row.row },
    subject: { field },
    involves: ['coef', 'se', field],
    printed: t.text,
    worked: `coef / se = ${b.text} / ${se.text}`,
    ...comparison(rounded(t), (rounding) =>
      over(rounded(b)(rounding), raisedTo(rounded(se)(rounding), 0)),
    ),
    reconciles:
      size === 0
        ? []
        : [`se ${short(Math.abs(b.value) / size)}`, `coef ${short(t.value * se.value)}`],
  };
});

/** p = P(|T| > |t|), for t with the degrees of freedom that the column allows, and for the normal. */
export const pValue = eachRow((column, row) => {
  const p = row.number('p');
  if (column.notes.resampled) return 'inapplicable';
  if (p === undefined || tRange(column, row, 'nearest') === undefined) return 'missing';
  const computed = (rounding: Rounding): Range => pRange(column, row, rounding);
  const agreement = comparison(rounded(p), computed);
  const used = (['t', 'z'] as const).find((field) => row.number(field) !== undefined);
  const involves = used === undefined ? ['coef', 'se', 'p'] : [used, 'p'];
  return {
    place: { table: column.table, column: column.column, row: row.row },
    subject: { field: 'p' },
    involves,
    printed: p.text,
    worked: `p of ${used === undefined ? 'coef / se' : `${used} = ${row.texts[used]!}`} with ${lawWords(column, row)}`,
    ...agreement,
    decision: agreement.possible !== undefined && decides(agreement.possible, p.value),
  };
});

function lawWords(column: ColumnView, row: RowView): string {
  if (row.number('t') === undefined && row.number('z') !== undefined) return 'the normal law';
  const df = fewestDf(column);
  return df === 1 ? 't of any degrees of freedom' : `at least ${df} degrees of freedom`;
}

/** Whether a p-value lies on the other side of a usual level. */
function decides({ low, high }: Range, p: number): boolean {
  return [0.1, 0.05, 0.01].some((level) => (p < level ? low > level : high < level));
}

/** (ci_low + ci_high) / 2 = coef. */
export const centre = eachRow((column, row) => {
  const bounds = boundsOf(column, row);
  if (typeof bounds === 'string') return bounds;
  const { b, low, high } = bounds;
  const se = row.number('se');
  const other = se === undefined ? 'ci_high' : wrongBound(column, bounds, se.value);
  const [wrong, right] = other === 'ci_high' ? [high, low] : [low, high];
  return {
    place: { table: column.table, column: column.column, row: row.row },
    subject: { field: other },
    involves: ['coef', 'ci_low', 'ci_high'],
    printed: wrong.text,
    worked: `an interval centred on ${b.text} with the other end ${right.text}`,
    ...comparison(rounded(wrong), (rounding) =>
      minus(times(point(2), rounded(b)(rounding)), rounded(right)(rounding)),
    ),
    decision: low.value < 0 !== high.value < 0 && 2 * b.value - right.value > 0 === right.value > 0,
  };
});

/** The end that lies farther from coef -/+ 1.96 se. */
function wrongBound(
  _: ColumnView,
  { b, low, high }: { b: { value: number }; low: { value: number }; high: { value: number } },
  se: number,
): 'ci_low' | 'ci_high' {
  const half = 1.96 * se;
  const [below, above] = [b.value - low.value, high.value - b.value];
  return Math.abs(above - half) >= Math.abs(below - half) ? 'ci_high' : 'ci_low';
}

function boundsOf(column: ColumnView, row: RowView) {
  if (column.notes.resampled || column.notes.exponentiated) return 'inapplicable';
  const [b, low, high] = [row.number('coef'), row.number('ci_low'), row.number('ci_high')];
  if (low === undefined && high === undefined) return 'inapplicable';
  if (b === undefined || low === undefined || high === undefined) return 'missing';
  return { b, low, high };
}

/** (ci_high - ci_low) / 2 = c se, where c is the critical value of the level. */
export const halfWidth = eachRow((column, row) => {
  const bounds = boundsOf(column, row);
  if (typeof bounds === 'string') return bounds;
  const se = row.number('se');
  if (se === undefined) return 'missing';
  const { low, high } = bounds;
  const centred = roundings.some((rounding) =>
    meets(
      plus(rounded(low)(rounding), rounded(high)(rounding)),
      times(point(2), rounded(bounds.b)(rounding)),
    ),
  );
  if (!centred) return 'inapplicable';
  const levels = column.notes.level === undefined ? [0.9, 0.95, 0.99] : [column.notes.level];
  const { normal_isf, t_isf } = column.engine.exports;
  const critical = hull(
    ...levels.flatMap((level) => [
      point(normal_isf((1 - level) / 2)),
      point(t_isf((1 - level) / 2, fewestDf(column))),
    ]),
  );
  const width = `(${high.text} - ${low.text}) / 2`;
  return {
    place: { table: column.table, column: column.column, row: row.row },
    subject: { field: 'se' },
    involves: ['se', 'ci_low', 'ci_high'],
    printed: se.text,
    worked: `${width} over the critical value`,
    ...comparison(rounded(se), (rounding) =>
      over(
        times(point(0.5), raisedTo(minus(rounded(high)(rounding), rounded(low)(rounding)), 0)),
        critical,
      ),
    ),
  };
});
