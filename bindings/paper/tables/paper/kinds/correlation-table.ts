/** Correlations below the diagonal. */
import type { Correlation } from '../../../../results/describe/correlation.js';
import { readable } from '../../../../results/read.js';
import { checkedKind } from '../checked.js';
import { rowDigits, type Settings, settingsOf, starsFor } from '../settings.js';
import { shown } from '../shown.js';
import { checkedSpec, type CommonSpec, type TableSpec } from '../spec.js';
import { finished } from '../page/finish.js';
import { resultNotes } from '../parts/notes.js';
import type { PaperCell, PaperRow, PaperTable } from '../table.js';
import { termLabel } from '../parts/terms.js';

export type CorrelationSpec = CommonSpec & Pick<TableSpec, 'stars'>;

/**
 * The lower triangle of correlations with their stars; columns are numbered as the rows are.
 *
 * @throws InputError `bad-value`
 */
export function correlationTable(correlation: Correlation, spec: CorrelationSpec = {}): PaperTable {
  const checked = checkedKind(correlation, 'correlation');
  return readable(() => tableOf(checked, spec));
}

function tableOf(correlation: Correlation, spec: CorrelationSpec): PaperTable {
  const settings = settingsOf(checkedSpec(spec, 'stars'), correlation.labels);
  const { names } = correlation;
  const { stars } = settings;
  const table: PaperTable = {
    kind: 'table',
    ...(spec.title !== undefined && { title: spec.title }),
    head: [['', ...names.map((_, j) => `(${j + 1})`)]],
    spans: [],
    body: names.map((name, i): PaperRow => ({
      label: `(${i + 1}) ${termLabel(name, settings)}`,
      kind: 'stat',
      cells: names.slice(0, i + 1).map((_, j) => cellOf(correlation, i, j, settings)),
    })),
    ...resultNotes(spec.notes, correlation.warnings, settings),
    stars,
  };
  return finished(table, settings);
}

function cellOf({ names, r, p }: Correlation, i: number, j: number, settings: Settings): PaperCell {
  const value = r[i]![j]!;
  const place = { name: `${names[i]}, ${names[j]}`, statistic: 'correlation', column: j + 1 };
  if (value === null) return { text: '.', ...place };
  const mark = i === j ? '' : starsFor(p[i]![j] ?? undefined, settings.stars);
  return {
    text: shown(value, rowDigits(settings, names[i]!)) + mark,
    value,
    stars: mark,
    ...place,
  };
}
