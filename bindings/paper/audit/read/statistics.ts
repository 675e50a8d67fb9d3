/** Statistics of a column: one in a cell, or an F with its degrees of freedom, or a statistic with its p behind it. */
import { readPrinted } from '../printed.js';
import type { ReadCell } from './cells.js';

/** `F (2, 97)`. */
const inLabel = /^f[\s-]*\(\s*(\d+)\s*,\s*(\d+)\s*\)$/i;

/** The statistics of a column, and whether its J is Hansen's or Sargan's. */
export interface OpenStatistics {
  readonly stats: Record<string, string>;
  family?: string;
}

export function readStatistic(
  column: OpenStatistics,
  { statistic, label }: { readonly statistic: string; readonly label: string },
  cell: ReadCell,
): void {
  if (cell.kind === 'empty' || cell.kind === 'words') return;
  if (isOtherJ(column, statistic, label)) return;
  const value = readPrinted(cell.number)?.value ?? NaN;
  const behind = cell.groups[0];
  const isPair = carriesP(statistic) && cell.kind === 'number' && behind !== undefined;
  const key = isPair
    ? statistic.replace(/^j_p$/, 'j').replace(/^(ar\d)_p$/, '$1_z')
    : keyOf(statistic, label, value);
  column.stats[key] ??= cell.number;
  const dfs = /df\s*=\s*(\d+)\s*[;,]\s*(\d+)/.exec(cell.rest) ?? inLabel.exec(label);
  if (dfs !== null && statistic === 'f') {
    column.stats['df1'] = dfs[1]!;
    column.stats['df2'] = dfs[2]!;
  }
  if (isPair) column.stats[key.replace(/^(j|ar\d).*$/, '$1_p')] ??= behind.number;
}

/** True if a p-value may follow a statistic, or be below it. */
export function carriesP(statistic: string): boolean {
  return /^(j|j_p|ar\d_[zp])$/.test(statistic);
}

/** Reads a p below a statistic, which then is not a p itself. */
export function readPBelow({ stats }: OpenStatistics, statistic: string, cell: ReadCell): void {
  if (cell.kind !== 'enclosed') return;
  const p = statistic.replace(/^(j|ar\d).*$/, '$1_p');
  const test = statistic.replace(/_p$/, statistic.startsWith('j') ? '' : '_z');
  if (stats[p] !== undefined) stats[test] ??= stats[p];
  stats[p] = cell.number;
}

/** Hansen's and Sargan's tests are different: numbers of one do not belong to the other. */
function isOtherJ(column: OpenStatistics, statistic: string, label: string): boolean {
  if (!/^j(_p|_df)?$/.test(statistic)) return false;
  const family = /sargan/i.test(label) ? 'sargan' : /hansen/i.test(label) ? 'hansen' : undefined;
  if (family === undefined) return false;
  column.family ??= family;
  return column.family !== family;
}

/** A label such as `AR(2)` or `Hansen` may head statistics or p-values; beyond one it is a statistic, unless it names p. */
function keyOf(statistic: string, label: string, value: number): string {
  if ((value >= 0 && value <= 1) || /\bp\b|p[\s-]*val|p值/i.test(label.replace(/\$/g, '')))
    return statistic;
  if (statistic === 'j_p') return 'j';
  return statistic.replace(/^ar(\d)_p$/, 'ar$1_z');
}

/** `N = 140`, `140 observations`, `Observations: 210`. */
export function nobsIn(words: string): string | undefined {
  const match =
    /\b(?:n|obs(?:ervations)?|number of observations|样本量|观测值)\s*[=:：]\s*(\d[\d,]*)/i.exec(
      words,
    ) ?? /(\d[\d,]*)\s+observations\b/i.exec(words);
  return match?.[1];
}
