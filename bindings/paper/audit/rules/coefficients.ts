/** t, p and intervals of single coefficients. */
import { type Checks, checksOf, comparison, type Outcome } from '../check.js';
import { type Phrase, say } from '../../../words/phrase.js';
import { isUncentred, levelsOf, pRange } from '../laws.js';
import { type Printed, roundings } from '../printed.js';
import { absolute, hull, minus, over, point, raisedTo, type Range, times } from '../range.js';
import { type ColumnView, fewestDf, rounded, type RowView, type TableView } from '../view.js';
import { short } from '../words.js';
import { sourceOf } from './sources.js';

function eachRow(rule: (column: ColumnView, row: RowView) => Outcome) {
  return ({ columns }: TableView): Checks =>
    checksOf(columns.flatMap((column) => column.rows.map((row) => rule(column, row))));
}

/** t = coef / se. */
export const ratio = eachRow((column, row) => {
  const [b, se] = [row.number('coef'), row.number('se')];
  const field = row.number('t') === undefined ? 'z' : 't';
  const t = row.number(field);
  if (column.notes.rescaled) return 'inapplicable';
  if (b === undefined || se === undefined || t === undefined) return 'missing';
  const size = Math.abs(t.value);
  const absolutes = printsAbsolute(column, field);
  const signed = (range: Range) => (absolutes ? absolute(range) : range);
  return {
    place: { table: column.table, column: column.column, row: row.row },
    subject: { field },
    involves: ['coef', 'se', field],
    printed: t.text,
    worked: `coef / se = ${b.text} / ${se.text}`,
    ...comparison(
      (rounding) => signed(rounded(t)(rounding)),
      (rounding) => signed(over(rounded(b)(rounding), raisedTo(rounded(se)(rounding), 0))),
    ),
    decision: changesLevel(Math.abs(b.value) / se.value, size),
    reconciles:
      size === 0
        ? []
        : [`se ${short(Math.abs(b.value) / size)}`, `coef ${short(t.value * se.value)}`],
  };
});

/** True if the table prints |t|: no t is negative, and all negative coefficients have a positive t. */
function printsAbsolute({ rows }: ColumnView, field: 't' | 'z'): boolean {
  const pairs = rows.flatMap(({ number }) => {
    const [b, t] = [number('coef'), number(field)];
    return b === undefined || t === undefined ? [] : [[b.value, t.value] as const];
  });
  return pairs.every(([, t]) => t >= 0) && pairs.filter(([b]) => b < 0).length > 1;
}

/** p = P(|T| > |t|), for t with the degrees of freedom that the column allows, and for the normal. */
export const pValue = eachRow((column, row) => {
  const p = row.number('p');
  if (column.notes.resampled) return 'inapplicable';
  if (p === undefined || pRange(column, row, 'nearest') === undefined) return 'missing';
  const agreement = comparison(rounded(p), (rounding) => pRange(column, row, rounding)!);
  const { fields, words } = sourceOf(row, ['t', 'z']);
  return {
    place: { table: column.table, column: column.column, row: row.row },
    subject: { field: 'p' },
    involves: [...fields, 'p'],
    printed: p.text,
    worked: say('p of {} with {}', words, lawWords(column, row)),
    ...agreement,
    decision: agreement.possible !== undefined && decides(agreement.possible, p.value),
    reconciles: sizesOf(column, row, p.value),
  };
});

function lawWords(column: ColumnView, row: RowView): Phrase {
  if (row.number('t') === undefined && row.number('z') !== undefined) {
    return say('the normal law');
  }
  const df = fewestDf(column);
  return df === 1 ? say('t of any degrees of freedom') : say('at least {} degrees of freedom', df);
}

/** The t that would give this p by the normal law. */
function sizesOf(column: ColumnView, row: RowView, p: number): string[] {
  if (!(p > 0 && p < 1)) return [];
  const t = column.engine.exports.normal_isf(p / 2);
  const se = row.number('se');
  const size = Math.abs(row.number('coef')?.value ?? NaN);
  const error = se === undefined || !(size > 0) ? [] : [`se ${short(size / t)}`];
  return [`|t| ${short(t)}`, ...error];
}

/** True if a p-value is on the other side of a usual level. */
function decides({ low, high }: Range, p: number): boolean {
  return [0.1, 0.05, 0.01].some((level) => (p < level ? low > level : high < level));
}

/** True if, of two values of |t|, only one is significant at some usual level under the normal distribution. */
function changesLevel(one: number, other: number): boolean {
  return [1.645, 1.96, 2.576].some((critical) => one < critical !== other < critical);
}

/** (ci_low + ci_high) / 2 = coef. */
function centreOf(column: ColumnView, row: RowView): Outcome {
  const interval = intervalOf(column, row);
  if (typeof interval === 'string') return interval;
  const { b, low, high } = interval;
  const se = row.number('se');
  const field = se === undefined ? 'ci_high' : wrongEnd(interval, se.value);
  const [wrong, right] = field === 'ci_high' ? [high, low] : [low, high];
  const mirrored = 2 * b.value - right.value;
  return {
    place: { table: column.table, column: column.column, row: row.row },
    subject: { field },
    involves: ['coef', 'ci_low', 'ci_high'],
    printed: wrong.text,
    worked: say('an interval centred on {} with the other end {}', b.text, right.text),
    ...comparison(rounded(wrong), (rounding) =>
      minus(times(point(2), rounded(b)(rounding)), rounded(right)(rounding)),
    ),
    decision: hasZero(wrong.value, right.value) !== hasZero(mirrored, right.value),
  };
}

export const centre = eachRow(centreOf);

interface Interval {
  readonly b: Printed;
  readonly low: Printed;
  readonly high: Printed;
}

function hasZero(one: number, other: number): boolean {
  return one < 0 !== other < 0;
}

/** The end that lies farther from coef -/+ 1.96 se. */
function wrongEnd({ b, low, high }: Interval, se: number): 'ci_low' | 'ci_high' {
  const half = 1.96 * se;
  const [below, above] = [b.value - low.value, high.value - b.value];
  return Math.abs(above - half) >= Math.abs(below - half) ? 'ci_high' : 'ci_low';
}

function intervalOf(column: ColumnView, row: RowView): Interval | 'missing' | 'inapplicable' {
  if (isUncentred(column)) return 'inapplicable';
  const [b, low, high] = [row.number('coef'), row.number('ci_low'), row.number('ci_high')];
  if (low === undefined && high === undefined) return 'inapplicable';
  if (b === undefined || low === undefined || high === undefined) return 'missing';
  return { b, low, high };
}

/** (ci_high - ci_low) / 2 = c se, where c is the critical value of the level. */
export const halfWidth = eachRow((column, row) => {
  const interval = intervalOf(column, row);
  if (typeof interval === 'string') return interval;
  const { low, high } = interval;
  const se = row.number('se');
  if (se === undefined) return 'missing';
  // An interval that is off centre is already a finding.
  const centred = centreOf(column, row);
  if (typeof centred === 'string' || !roundings.some(centred.agrees)) return 'inapplicable';
  return {
    place: { table: column.table, column: column.column, row: row.row },
    subject: { field: 'se' },
    involves: ['se', 'ci_low', 'ci_high'],
    printed: se.text,
    worked: say('({} - {}) / 2 over the critical value', high.text, low.text),
    ...comparison(rounded(se), (rounding) => {
      const width = minus(rounded(high)(rounding), rounded(low)(rounding));
      return over(times(point(0.5), raisedTo(width, 0)), criticalValues(column));
    }),
  };
});

/** Critical values of the level that the notes name, otherwise of the usual ones. */
function criticalValues(column: ColumnView): Range {
  const { normal_isf, t_isf } = column.engine.exports;
  const tails = levelsOf(column).map((level) => (1 - level) / 2);
  const df = fewestDf(column);
  return hull(...tails.flatMap((tail) => [point(normal_isf(tail)), point(t_isf(tail, df))]));
}
