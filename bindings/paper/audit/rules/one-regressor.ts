/** A column with one regressor and classical errors: R2 determines |t|, and with it p and the stars. */
import { constantNames } from '../constants.js';
import { comparison, type Outcome } from '../check.js';
import { say } from '../../../words/phrase.js';
import { tRange } from '../laws.js';
import type { Rounding } from '../printed.js';
import { absolute, falling, meets, positive, type Range, rising, squared } from '../range.js';
import {
  type ColumnView,
  countOf,
  isInstrumented,
  nparams,
  regressors,
  rounded,
  type RowView,
} from '../view.js';
import { inWords } from '../words.js';
import { eachColumn, statCheck } from './column-rule.js';
import { levelsOfStars } from './stars.js';

/** The only regressor of a column, where it is one by k or df1. */
function onlyRegressor(column: ColumnView): RowView | undefined {
  const slopes = regressors(column).filter(({ row }) => !constantNames.has(row));
  return slopes.length === 1 && nparams(column) === 2 ? slopes[0] : undefined;
}

export function isClassical(column: ColumnView): boolean {
  const { errors, absorbed } = column.notes;
  return errors === 'classical' && !absorbed && !isInstrumented(column);
}

/** With one regressor: F = t2. */
export const fOfT = eachColumn((column) => {
  const f = column.stat('f');
  const row = onlyRegressor(column);
  if (f === undefined || row === undefined) return 'inapplicable';
  if (tRange(column, row, 'nearest') === undefined) return 'missing';
  const other = isClassical(column) ? undefined : classicalF(column);
  if (other === 'missing') return 'missing';
  const ofT = (rounding: Rounding) => squared(tRange(column, row, rounding)!);
  return statCheck(column, 'f', f, {
    involves: ['f', `${row.row}.t`],
    worked: say('F = t2 of the only regressor {}', row.row),
    ...comparison(rounded(f), ofT),
    agrees: (rounding) =>
      [ofT, ...(other === undefined ? [] : [other])].some((of) =>
        meets(rounded(f)(rounding), of(rounding)),
      ),
  });
});

/** Some programs print the F of classical errors next to other errors: F = R2 df / (1 - R2). */
function classicalF(column: ColumnView): ((rounding: Rounding) => Range) | 'missing' {
  const r2 = column.stat('r2');
  const n = countOf(column, 'n');
  if (r2 === undefined || n === undefined || n < 3) return 'missing';
  return (rounding) =>
    rising(positive(rounded(r2)(rounding)), (x) => ((n - 2) * x) / Math.max(1 - x, 1e-300));
}

/** R2 = t2 / (t2 + df). */
export const r2OfT = eachColumn((column) => {
  const r2 = column.stat('r2');
  const row = onlyRegressor(column);
  if (r2 === undefined || row === undefined || !isClassical(column)) return 'inapplicable';
  const n = countOf(column, 'n');
  if (n === undefined || n < 3 || tRange(column, row, 'nearest') === undefined) return 'missing';
  return statCheck(column, 'r2', r2, {
    involves: ['r2', `${row.row}.t`, 'n'],
    worked: say('R2 = t2 / (t2 + df) of the only regressor {} with df = {}', row.row, n - 2),
    ...comparison(rounded(r2), (rounding) => r2From(tRange(column, row, rounding)!, n)),
  });
});

function r2From(t: Range, n: number): Range {
  return rising(squared(t), (x) => (x === Infinity ? 1 : x / (x + n - 2)));
}

/** Stars or p of the only regressor, from |t| = sqrt(R2 df / (1 - R2)) where no t and no error is printed. */
export const pOfR2 = eachColumn((column): Outcome => {
  const r2 = column.stat('r2');
  const row = onlyRegressor(column);
  if (r2 === undefined || row === undefined) return 'inapplicable';
  if (tRange(column, row, 'nearest') !== undefined) return 'inapplicable';
  const n = countOf(column, 'n');
  const p = row.number('p');
  const stars = levelsOfStars(column, row);
  const { errors } = column.notes;
  if (n === undefined || n < 3 || (p === undefined && stars === undefined)) return 'missing';
  if (!isClassical(column) || errors === undefined) return 'missing';
  const { t_sf } = column.engine.exports;
  const computed = (rounding: Rounding): Range => {
    const t = rising(positive(rounded(r2)(rounding)), (x) =>
      x >= 1 ? Infinity : Math.sqrt((x * (n - 2)) / (1 - x)),
    );
    return falling(absolute(t), (x) => 2 * t_sf(x, n - 2));
  };
  const printed = (rounding: Rounding): Range => (p === undefined ? stars! : rounded(p)(rounding));
  return {
    place: { table: column.table, column: column.column, row: row.row },
    subject: { field: p === undefined ? 'stars' : 'p' },
    involves: ['r2', 'n', p === undefined ? 'stars' : 'p'],
    printed: p?.text ?? row.texts.stars ?? '',
    worked: say(
      'R2 = {} of one regressor is p {} with df = {}, which',
      r2.text,
      inWords(computed('nearest')),
      n - 2,
    ),
    agrees: (rounding) => meets(printed(rounding), computed(rounding)),
    possible: computed('nearest'),
    decision: true,
  };
});

/**
 * A pseudo R2 has no separate formula for least squares. With one regressor it should be R2 = t2 / (t2 + df); if only
 * the adjusted R2 fits, the table does not say so.
 */
export const pseudoR2 = eachColumn((column) => {
  const printed = column.stat('pseudo_r2');
  if (printed === undefined || /logit|probit|poisson|tobit/i.test(column.notes.text)) {
    return 'inapplicable';
  }
  const row = onlyRegressor(column);
  const n = countOf(column, 'n');
  if (row === undefined || n === undefined || n < 3 || !isClassical(column)) return 'missing';
  if (tRange(column, row, 'nearest') === undefined) return 'missing';
  const r2 = (rounding: Rounding) => r2From(tRange(column, row, rounding)!, n);
  const adjusted = rising(r2('nearest'), (x) => 1 - ((1 - x) * (n - 1)) / (n - 2));
  const fitsAdjusted = meets(rounded(printed)('nearest'), adjusted);
  const formula = say('R2 = t2 / (t2 + df) of the only regressor {}', row.row);
  return statCheck(column, 'pseudo_r2', printed, {
    involves: ['pseudo_r2', `${row.row}.t`, 'n'],
    worked: fitsAdjusted
      ? say('{}, as which it does not fit; adjusted R2, {}, does; R2', formula, inWords(adjusted))
      : formula,
    ...comparison(rounded(printed), r2),
    severity: 'doubtful',
  });
});
