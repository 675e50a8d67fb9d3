/** R2, adjusted R2 and F of a column, and R2 of nested columns. */
import { constantNames } from '../constants.js';
import { type Check, type Checks, checksOf, comparison } from '../check.js';
import { say } from '../../../words/phrase.js';
import { eachColumn, statCheck } from './column-rule.js';
import type { Rounding } from '../printed.js';
import { falling, hull, positive, type Range, rising } from '../range.js';
import {
  type ColumnView,
  countOf,
  isInstrumented,
  isNo,
  nparams,
  regressors,
  rounded,
  type TableView,
} from '../view.js';
import { short } from '../words.js';
import { isClassical } from './one-regressor.js';

/**
 * adj R2 = 1 - (1 - R2) (n - 1) / (n - k), or n / (n - k) without an intercept; never above R2. With absorbed effects R2 may
 * be the one within units, and the adjusted R2 the overall one.
 */
export const adjustedR2 = eachColumn((column) => {
  const [adjusted, r2] = [column.stat('adj_r2'), column.stat('r2')];
  if (adjusted === undefined) return 'inapplicable';
  if (r2 === undefined || column.notes.within) return 'missing';
  const n = countOf(column, 'n');
  const k = nparams(column);
  const known = n !== undefined && k !== undefined && n > k;
  const computed = (rounding: Rounding): Range =>
    known ? adjustedFrom(rounded(r2)(rounding), n, k) : belowR2(column, rounded(r2)(rounding), n);
  const formula = `1 - (1 - ${r2.text}) (n - 1) / (n - k)`;
  return statCheck(column, 'adj_r2', adjusted, {
    involves: known ? ['adj_r2', 'r2', 'n', 'k'] : ['adj_r2', 'r2'],
    worked: known ? say('{} with n = {} and k = {}', formula, n, k) : `R2 = ${r2.text}`,
    ...comparison(rounded(adjusted), computed),
    ...(column.notes.absorbed && { severity: 'doubtful' as const }),
    reconciles: known ? [`r2 ${short(1 - ((1 - adjusted.value) * (n - k)) / (n - 1))}`] : [],
  });
});

function adjustedFrom(r2: Range, n: number, k: number): Range {
  const of = (factor: number) => rising(r2, (value) => 1 - (1 - value) * factor);
  return hull(of((n - 1) / (n - k)), of(n / (n - k)));
}

/** With an unknown number of regressors, an upper bound from those that are printed. */
function belowR2(column: ColumnView, r2: Range, n: number | undefined): Range {
  const printed = Math.max(1, regressors(column).length);
  const isOther = isInstrumented(column) || column.notes.absorbed || column.notes.between;
  const highest = n === undefined || n <= printed || isOther ? r2 : adjustedFrom(r2, n, printed);
  return { low: -Infinity, high: highest.high };
}

/** With classical errors: F = (R2 / df1) / ((1 - R2) / df2). */
export const fOfR2 = eachColumn((column) => {
  const [f, r2] = [column.stat('f'), column.stat('r2')];
  if (f === undefined || !isClassical(column)) return 'inapplicable';
  const dfs = dfsOf(column);
  if (r2 === undefined || dfs === undefined) return 'missing';
  const { df1, df2, known, words } = dfs;
  const computed = (rounding: Rounding): Range => {
    const { low, high } = rising(rounded(r2)(rounding), (x) => x / Math.max(1 - x, 1e-300));
    return { low: known ? (low * df2) / df1 : 0, high: (high * df2) / df1 };
  };
  return statCheck(column, 'f', f, {
    involves: ['f', 'r2', ...(known ? ['df1', 'df2'] : ['n'])],
    worked: say('F = (R2 / df1) / ((1 - R2) / df2) with R2 = {}, {}', r2.text, words),
    ...comparison(rounded(f), computed),
    reconciles: known ? [`r2 ${short((f.value * df1) / (f.value * df1 + df2))}`] : [],
  });
});

/**
 * Degrees of freedom, as printed or from n and k. If they are unknown, F may test a single coefficient, for which it is
 * largest given R2.
 */
function dfsOf(column: ColumnView) {
  const n = countOf(column, 'n');
  const overall = overallDfs(column);
  if (overall !== undefined) {
    const [df1, df2] = overall;
    return { df1, df2, known: true, words: say('df1 = {} and df2 = {}', df1, df2) };
  }
  if (n === undefined || n < 3) return undefined;
  return { df1: 1, df2: n - 2, known: false, words: say('any degrees of freedom and n = {}', n) };
}

/** Degrees of freedom of the F of all slopes. */
function overallDfs(column: ColumnView): readonly [df1: number, df2: number] | undefined {
  const [n, df1, df2] = ['n', 'df1', 'df2'].map((name) => countOf(column, name));
  const k = nparams(column);
  if (k === undefined) return undefined;
  if (df1 !== undefined && df2 !== undefined) {
    return df1 > 0 && (df1 === k - 1 || df1 === k) ? [df1, df2] : undefined;
  }
  return n !== undefined && k > 1 && hasConstant(column) ? [k - 1, n - k] : undefined;
}

/** p of F with df1 and df2, or of df1 F as chi-squared. */
export const pOfF = eachColumn((column) => {
  const [f, p] = [column.stat('f'), column.stat('f_p')];
  if (p === undefined) return 'inapplicable';
  const [df1, df2] = [countOf(column, 'df1'), countOf(column, 'df2')];
  if (f === undefined || df1 === undefined || df2 === undefined) return 'missing';
  const { f_sf, chi2_sf } = column.engine.exports;
  return statCheck(column, 'f_p', p, {
    involves: ['f', 'df1', 'df2', 'f_p'],
    worked: say('P(F > {}) with {} and {} degrees of freedom', f.text, df1, df2),
    ...comparison(rounded(p), (rounding) => {
      const range = positive(rounded(f)(rounding));
      return hull(
        falling(range, (x) => f_sf(x, df1, df2)),
        falling(range, (x) => chi2_sf(x * df1, df1)),
      );
    }),
    decision: true,
  });
});

/** p of a chi-squared statistic of the column. */
export const pOfChi2 = eachColumn((column) => {
  const [chi2, p] = [column.stat('chi2'), column.stat('chi2_p')];
  if (p === undefined) return 'inapplicable';
  const df = countOf(column, 'df');
  if (chi2 === undefined || df === undefined) return 'missing';
  return statCheck(column, 'chi2_p', p, {
    involves: ['chi2', 'df', 'chi2_p'],
    worked: say('P(chi2 > {}) with {} degrees of freedom', chi2.text, df),
    ...comparison(rounded(p), (rounding) =>
      falling(positive(rounded(chi2)(rounding)), (x) => column.engine.exports.chi2_sf(x, df)),
    ),
    decision: true,
  });
});

/** Statistics that never decrease when regressors are added: R2 and the log likelihood. */
export function neverFalls(stat: 'r2' | 'll') {
  return ({ columns, notes }: TableView): Checks => {
    const checks: Check[] = [];
    if (notes.severalOutcomes || notes.absorbed || notes.split) return { checks, missing: 0 };
    for (const small of columns) {
      for (const large of columns) {
        if (nests(small, large)) checks.push(...fallOf(stat, small, large));
      }
    }
    return { checks, missing: 0 };
  };
}

/** Whether the large column has the rows of the small one, and more, on equally many observations. */
function nests(small: ColumnView, large: ColumnView): boolean {
  if (isInstrumented(small) || isInstrumented(large)) return false;
  if (small.notes.absorbed || large.notes.absorbed || !wordsNest(small, large)) return false;
  if (!isOneFamily(small, large) || hasConstant(small) !== hasConstant(large)) return false;
  const n = countOf(small, 'n');
  if (n === undefined || n !== countOf(large, 'n')) return false;
  const [few, many] = [nparams(small), nparams(large)];
  if (few !== undefined && many !== undefined && few >= many) return false;
  const names = new Set(regressors(large).map(({ row }) => row));
  const rows = regressors(small).map(({ row }) => row);
  return rows.length > 0 && rows.length < names.size && rows.every((row) => names.has(row));
}

/** True if the words name at most one family of estimators for both columns. */
function isOneFamily({ notes: one }: ColumnView, { notes: other }: ColumnView): boolean {
  return new Set([...one.families, ...other.families]).size <= 1;
}

/** R2 without an intercept is about zero, not about the mean. */
function hasConstant({ rows }: ColumnView): boolean {
  return rows.some(({ row }) => constantNames.has(row));
}

/** Rows of words that stand for regressors; others, such as `Weights` or `Sample`, may change what is estimated. */
const areRegressors =
  /control|covariate|dummies|dumm(y|ies)|trend|interact|polynomial|characteristics|demographics|控制|虚拟|趋势/i;

/** True if word rows such as `Controls` are the same for both columns, or yes only in the larger one. */
function wordsNest({ words: few }: ColumnView, { words: many }: ColumnView): boolean {
  const labels = new Set([...Object.keys(few), ...Object.keys(many)]);
  return [...labels].every((label) => {
    const [small = '', large = ''] = [few[label], many[label]];
    return small === large || (areRegressors.test(label) && isNo(small) && !isNo(large));
  });
}

function fallOf(stat: string, small: ColumnView, large: ColumnView): Check[] {
  const [low, high] = [small.stat(stat), large.stat(stat)];
  if (low === undefined || high === undefined) return [];
  return [
    statCheck(large, stat, high, {
      involves: [stat, `${small.column}.${stat}`],
      worked: say(
        'column {} has fewer regressors, as many observations and {} {}, which',
        small.column,
        stat,
        low.text,
      ),
      ...comparison(rounded(high), (rounding) => ({
        low: rounded(low)(rounding).low,
        high: Infinity,
      })),
    }),
  ];
}

/** R2 is at most one, and not negative with an intercept. R2 of a whole table above one are percentages. */
export function r2Bounds({ columns }: TableView): Checks {
  const all = columns.flatMap((column) => column.stat('r2')?.value ?? []);
  const arePercent = all.length > 1 && all.every((value) => value > 1 && value <= 100);
  return checksOf(
    columns.map((column) => {
      const r2 = column.stat('r2');
      if (r2 === undefined) return 'inapplicable';
      const isOrdinary = !isInstrumented(column) && column.notes.families.size <= 1;
      const low = hasConstant(column) && isOrdinary ? 0 : -Infinity;
      return statCheck(column, 'r2', r2, {
        involves: ['r2'],
        worked: say('a share of the variation'),
        ...comparison(rounded(r2), () => ({ low, high: arePercent ? 100 : 1 })),
      });
    }),
  );
}
