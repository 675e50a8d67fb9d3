/** Stars against p-values, against t and against each other. */
import { constantNames } from '../constants.js';
import type { Undecided } from '../../../results/audit/audit.js';
import type { Check, Checks } from '../check.js';
import { list, say, textOf } from '../../../words/phrase.js';
import { pRange, roundingOfP, tRange } from '../laws.js';
import { type Rounding, roundings } from '../printed.js';
import { clamped, levelsOf, levelWords, marksOf, markWords, overlaps } from '../levels.js';
import { sourceOf } from './sources.js';
import { absolute, type Range } from '../range.js';
import {
  type ColumnView,
  fewestDf,
  headsOf,
  rounded,
  type RowView,
  type TableView,
  usualFewestDf,
} from '../view.js';
import { inWords, short } from '../words.js';

/** The range of p-values implied by a coefficient's stars; undefined without a legend, or for an unknown mark. */
export function levelsOfStars({ notes }: ColumnView, row: RowView): Range | undefined {
  const levels = levelsOf(notes.legend, markOf(row));
  return notes.legend.size === 0 || Number.isNaN(levels.high) ? undefined : levels;
}

function markOf({ texts }: RowView): string {
  return (texts.stars ?? '').replace(/[^*+.\u2020\u2021\u1d43\u1d47\u1d9c]/g, '');
}

/**
 * Coefficients whose stars follow from their p-values. Only some tables give stars to intercepts, cut points and the
 * like: such a kind counts if one of it has stars.
 */
function starred({ columns, notes }: TableView): readonly (readonly [ColumnView, RowView])[] {
  if (notes.legend.size === 0) return [];
  const estimates = withoutMeans(columns);
  const all = estimates.flatMap((column) => column.rows.map((row) => [column, row] as const));
  const marked = new Set(all.flatMap(([, row]) => (markOf(row) === '' ? [] : [kindOf(row)])));
  if (marked.size === 0) return [];
  return all.filter(([, row]) => kindOf(row) === 'slope' || marked.has(kindOf(row)));
}

/** Columns without stars before one of differences are means of groups, which nobody tests. */
function withoutMeans(columns: readonly ColumnView[]): readonly ColumnView[] {
  const isDifference = (column: ColumnView) =>
    headsOf(column).some((text) => /^\W*(?:diff|DiD\b|gap\b)|差异|差分|之差/i.test(text));
  const first = columns.findIndex(isDifference);
  const hasStars = (column: ColumnView) => column.rows.some((row) => markOf(row) !== '');
  return first < 1 || columns.slice(0, first).some(hasStars) ? columns : columns.slice(first);
}

function kindOf({ row, extra }: RowView): 'slope' | 'constant' | 'extra' {
  if (constantNames.has(row)) return 'constant';
  return extra ? 'extra' : 'slope';
}

/** p-values of a coefficient: as printed, otherwise from t. Undefined where there is neither. */
function pOf(column: ColumnView, row: RowView, rounding: Rounding, df?: number): Range | undefined {
  const p = row.number('p');
  if (p !== undefined) return rounded(p)(rounding);
  return column.notes.resampled ? undefined : pRange(column, row, rounding, df);
}

/** The stars that the legend gives to the p-value. */
export function starsOfP(table: TableView): Checks {
  let missing = 0;
  const checks = starred(table).flatMap(([column, row]): Check[] => {
    const levels = levelsOf(table.notes.legend, markOf(row));
    const isKnown = pOf(column, row, 'nearest') !== undefined && !Number.isNaN(levels.high);
    if (isKnown) return [starCheck(column, row, levels)];
    missing++;
    return [];
  });
  return { checks, missing };
}

/**
 * The stars against all degrees of freedom that the column allows. If these leave them open, they are doubtful where the
 * degrees of freedom that tables usually have do not.
 */
function starCheck(column: ColumnView, row: RowView, levels: Range): Check {
  const overlapsWith = (df: number) => (rounding: Rounding) =>
    overlaps(pOf(column, row, rounding, df)!, levels);
  const [fewest, usual] = [fewestDf(column), usualFewestDf(column)];
  const isOpen = roundings.some(overlapsWith(fewest));
  const df = isOpen ? usual : fewest;
  const possible = pOf(column, row, 'nearest', df)!;
  const p = inWords(clamped(possible));
  const source = sourceOf(row).words;
  const mark = markWords(markOf(row));
  const meant = levelWords(levels);
  const { legend } = column.notes;
  return {
    place: { table: column.table, column: column.column, row: row.row },
    subject: { field: 'stars' },
    involves: [...sourceOf(row).fields, 'stars'],
    printed: row.texts.stars ?? '',
    worked:
      df === fewest
        ? say('p is {} by {}, and {} means p {}', p, source, mark, meant)
        : say(
            'p is {} by {} with {} degrees of freedom or more, and {} means p {}',
            p,
            source,
            df,
            mark,
            meant,
          ),
    agrees: overlapsWith(df),
    ...(isOpen && { severity: 'doubtful' as const }),
    decision: true,
    reconciles: marksOf(legend, possible),
  };
}

/** Within a column, a coefficient with more stars has a larger |t|. */
export function starsOrder(table: TableView): Checks {
  const checks: Check[] = [];
  const rows = starred(table);
  for (const column of new Set(rows.map(([one]) => one))) {
    if (table.notes.resampled || table.notes.fewDf) continue;
    const marked = rows.filter(([one]) => one === column).map(([, row]) => row);
    const rated = marked.filter(
      (row) => row.number('p') === undefined && tRange(column, row, 'nearest') !== undefined,
    );
    for (const row of rated) checks.push(orderOf(column, row, rated));
  }
  return { checks, missing: 0 };
}

/** That no coefficient with fewer stars has a larger |t| than this one. */
function orderOf(column: ColumnView, row: RowView, rated: readonly RowView[]): Check {
  const level = (rowView: RowView) => levelsOf(column.notes.legend, markOf(rowView)).high;
  const fewer = rated.filter((other) => level(other) > level(row));
  const size = (rowView: RowView, rounding: Rounding) =>
    absolute(tRange(column, rowView, rounding)!);
  const largest = fewer.reduce<RowView | undefined>(
    (best, rowView) =>
      best === undefined || size(rowView, 'nearest').low > size(best, 'nearest').low
        ? rowView
        : best,
    undefined,
  );
  const sizeWords = (rowView: RowView) =>
    say(
      '|t| of {} is {} with {}',
      rowView.row,
      inWords(size(rowView, 'nearest')),
      markWords(rowView.texts.stars ?? ''),
    );
  return {
    place: { table: column.table, column: column.column, row: row.row },
    subject: { field: 'stars' },
    involves: ['stars', 't'],
    printed: row.texts.stars ?? '',
    worked: list([row, ...(largest === undefined ? [] : [largest])].map(sizeWords), '; '),
    agrees: (rounding) =>
      largest === undefined || size(row, rounding).high >= size(largest, rounding).low,
    decision: true,
  };
}

/** Coefficients whose stars depend on the rounding of coef and se. */
export function undecidedOf(table: TableView): Undecided[] {
  return starred(table).flatMap(([column, row]) => {
    if (row.number('p') !== undefined || column.notes.resampled) return [];
    const p = roundingOfP(column, row);
    if (p === undefined) return [];
    const open = [...table.notes.legend.values()].filter(
      (level) => p.low < level && p.high > level,
    );
    if (open.length === 0) return [];
    const levels = open.map((level) => short(level)).join(', ');
    const told = say(
      '{} gives p {}; rounded, it may be on either side of {}',
      sourceOf(row).words,
      inWords(clamped(p)),
      levels,
    );
    return [
      {
        table: column.table,
        column: column.column,
        row: row.row,
        message: textOf(told),
        told,
      },
    ];
  });
}
