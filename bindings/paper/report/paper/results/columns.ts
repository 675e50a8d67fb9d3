/** The columns of estimates and their tests, and what a result becomes in a table. */
import type { Warning } from '../../../../results/common.js';
import type { LineColumn, LineGroups } from '../../../tables/paper/kinds/lines-table.js';
import { capitalised } from '../../../tables/paper/parts/errors.js';
import type { Settings } from '../../../tables/paper/settings.js';
import { percent } from '../../../../words/text/format.js';

/** A result in lines. */
export interface ResultLines {
  readonly columns: readonly LineColumn[];
  readonly groups: LineGroups;
  readonly warnings: readonly Warning[];
  /** Notes that follow from the result, without their full stops. */
  readonly notes: readonly string[];
}

interface Shown {
  /** What the statistic is called; the general word if tests of several kinds share the column. */
  readonly statistic?: 't' | 'z' | undefined;
  readonly level: number;
}

/** Estimate, error, statistic, degrees of freedom, p-value and interval. */
export function testColumns(
  { statistic, level }: Shown,
  settings: Settings,
  estimate = settings.words.lines.estimate,
): LineColumn[] {
  const { words, marked } = settings;
  const interval = words.levelled(marked(percent(level)), words.below['interval']!);
  return [
    { statistic: 'estimate', head: estimate, kind: 'estimate' },
    { statistic: 'stdError', head: capitalised(words.standardError), kind: 'error' },
    { statistic: 'stat', head: statistic ?? words.statistic, kind: 'stat' },
    { statistic: 'df', head: words.degrees, kind: 'df' },
    { statistic: 'p', head: words.statistics['p']!, kind: 'p' },
    { statistic: 'interval', head: words.lines.interval(interval), kind: 'interval' },
  ];
}
