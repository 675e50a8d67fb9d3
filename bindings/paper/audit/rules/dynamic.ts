/** Dynamic panels: serial correlation, periods and lags, and two-step errors next to those of a bootstrap. */
import { type Check, type Checks, comparison } from '../check.js';
import { plural, say } from '../../../words/phrase.js';
import type { Printed } from '../printed.js';
import { falling, point, type Range } from '../range.js';
import { type ColumnView, countOf, rounded, type RowView, type TableView } from '../view.js';
import { short } from '../words.js';
import { eachColumn, statCheck } from './column-rule.js';

/** p of an Arellano-Bond statistic, which is a standard normal. */
export function arP(order: 1 | 2) {
  return eachColumn((column) => {
    const [z, p] = [column.stat(`ar${order}_z`), column.stat(`ar${order}_p`)];
    if (p === undefined) return 'inapplicable';
    if (z === undefined) return 'missing';
    const { normal_sf, normal_isf } = column.engine.exports;
    return statCheck(column, `ar${order}_p`, p, {
      involves: [`ar${order}_z`, `ar${order}_p`],
      worked: `P(|N| > ${z.text.replace(/^[-\u2212]/, '')})`,
      ...comparison(rounded(p), (rounding) => {
        const size = sizeOf(z, rounded(z)(rounding));
        return falling(size, (x) => 2 * normal_sf(x));
      }),
      decision: true,
      reconciles: p.value > 0 && p.value < 1 ? [`|z| ${short(normal_isf(p.value / 2))}`] : [],
    });
  });
}

function sizeOf(z: Printed, { low, high }: Range): Range {
  if (low <= 0 && high >= 0) return { low: 0, high: Math.max(-low, high) };
  return z.value < 0 ? { low: -high, high: -low } : { low, high };
}

/** The largest lag of the outcome among the rows; zero without one. */
function outcomeLags({ rows }: ColumnView): number {
  const lags = rows.map(({ row }) => {
    const order =
      /^L(\d*)\./i.exec(row)?.[1] ??
      /(?:_\{?t|\(t?)\s*[-\u2212]\s*(\d+)/i.exec(row)?.[1] ??
      (/lag|滞后/i.test(row) ? '1' : undefined);
    return order === undefined ? 0 : Number(order || '1');
  });
  return Math.max(0, ...lags);
}

function periodsOf(column: ColumnView): number | undefined {
  return countOf(column, 'periods') ?? column.notes.periods;
}

/**
 * AR(m) compares differenced residuals m periods apart. T periods and p lags of the outcome give T - p - 1 of these, so
 * m + p + 2 periods are needed.
 */
export function arPeriods(order: 1 | 2) {
  return eachColumn((column) => {
    const stat = `ar${order}_p` in column.texts ? `ar${order}_p` : `ar${order}_z`;
    const printed = column.stat(stat);
    const periods = periodsOf(column);
    if (printed === undefined) return 'inapplicable';
    if (periods === undefined) return 'missing';
    const lags = outcomeLags(column);
    const needed = order + lags + 2;
    const test =
      lags === 0
        ? `AR(${order})`
        : say(
            'AR({}) with {} of the outcome',
            order,
            lags === 1 ? say('a lag') : say('{} lags', lags),
          );
    const needs = say('{} needs {} periods, and there are {}', test, needed, periods);
    return statCheck(column, stat, printed, {
      involves: [stat, 'periods'],
      worked: periods === needed ? say('{}, so that it rests on one', needs) : needs,
      agrees: () => periods > needed,
      severity: periods < needed ? 'impossible' : 'doubtful',
    });
  });
}

/** Lags of the outcome cost periods, and differences one more: n <= groups x (periods - lags - differences). */
export const nobsOfLags = eachColumn((column) => {
  const [n, groups] = [countOf(column, 'n'), countOf(column, 'groups')];
  const lags = outcomeLags(column);
  const isDynamic = column.notes.has.dynamics || 'ar1_p' in column.texts;
  if (!isDynamic || lags === 0 || groups === undefined) return 'inapplicable';
  const periods = periodsOf(column);
  if (n === undefined || periods === undefined) return 'missing';
  const most = groups * Math.max(0, periods - lags);
  return statCheck(column, 'n', column.stat('n')!, {
    involves: ['n', 'groups', 'periods'],
    worked: say(
      '{} groups with {} periods, of which {} to lags of the outcome,',
      groups,
      periods,
      plural(lags, 'is lost', 'are lost'),
    ),
    ...comparison(
      () => point(n),
      () => ({ low: groups, high: most }),
    ),
    severity: n > groups * periods ? 'impossible' : 'doubtful',
    reconciles: [`periods ${Math.ceil(n / groups) + lags}`],
  });
});

/** Maximum gap between two kinds of errors that simulation error can explain, in its standard deviations. */
const mostDeviations = 4;

/**
 * Compares two-step errors with bootstrap errors of the same coefficients. A bootstrap of R replicates has a simulation
 * error of se / sqrt(2 R). A gap of more than four of these is not due to chance: the two-step errors are too small
 * (Windmeijer 2005).
 */
export function twoStepErrors({ columns, notes }: TableView): Checks {
  const checks: Check[] = [];
  let missing = 0;
  for (const bootstrapped of columns) {
    if (!/bootstrap|自助/i.test(bootstrapped.column) && !('reps' in bootstrapped.texts)) continue;
    for (const column of columns) {
      if (column === bootstrapped || 'reps' in column.texts) continue;
      const isGmm = notes.has.dynamics || 'ar2_p' in column.texts || 'j_p' in column.texts;
      if (!isGmm || !sameEstimates(column, bootstrapped)) continue;
      const reps = countOf(bootstrapped, 'reps');
      if (reps === undefined) missing++;
      else
        checks.push(...column.rows.flatMap((row) => errorCheck([column, row], bootstrapped, reps)));
    }
  }
  return { checks, missing };
}

function sameEstimates(columnView: ColumnView, other: ColumnView): boolean {
  const estimates = (column: ColumnView) =>
    JSON.stringify(column.rows.map(({ row, number }) => [row, number('coef')?.value]));
  return columnView.rows.length > 0 && estimates(columnView) === estimates(other);
}

function errorCheck(
  [column, row]: readonly [ColumnView, RowView],
  bootstrapped: ColumnView,
  reps: number,
): Check[] {
  const se = row.number('se');
  const other = bootstrapped.rows.find((rowView) => rowView.row === row.row)?.number('se');
  if (se === undefined || other === undefined || reps < 2) return [];
  const share = Math.max(0, 1 - mostDeviations / Math.sqrt(2 * reps));
  return [
    {
      place: { table: column.table, column: column.column, row: row.row },
      subject: { field: 'se' },
      involves: ['se', `${bootstrapped.column}.se`, `${bootstrapped.column}.reps`],
      printed: se.text,
      worked: say(
        'the bootstrap error {} of {} replicates, with {} standard deviations of its simulation,',
        other.text,
        reps,
        mostDeviations,
      ),
      ...comparison(rounded(se), (rounding) => ({
        low: rounded(other)(rounding).low * share,
        high: Infinity,
      })),
      severity: 'doubtful',
    },
  ];
}

/** Each group has at least one observation, and at most one per period. */
export const nobsOfGroups = eachColumn((column) => {
  const [n, groups] = [countOf(column, 'n'), countOf(column, 'groups')];
  if (groups === undefined) return 'inapplicable';
  if (n === undefined) return 'missing';
  const periods = periodsOf(column);
  const isDynamic = column.notes.has.dynamics || 'ar1_p' in column.texts;
  const isPanel = isDynamic || ofPanels.test(column.notes.text);
  const most = periods === undefined || !isPanel ? Infinity : groups * periods;
  return statCheck(column, 'n', column.stat('n')!, {
    involves: ['n', 'groups'],
    worked:
      most === Infinity
        ? say('{} groups', groups)
        : say('{} groups and {} periods', groups, periods!),
    ...comparison(
      () => point(n),
      () => ({ low: groups, high: most }),
    ),
    // Other panels may have several rows for a group and period, such as products of a firm.
    ...(n >= groups && !isDynamic && { severity: 'doubtful' as const }),
  });
});

/** Words of panels; `Panel A` is a part of a table. */
const ofPanels = /balanced panel|panel (?:data|of|estimat|regress|model)|面板(?:数据|模型|回归)/i;
