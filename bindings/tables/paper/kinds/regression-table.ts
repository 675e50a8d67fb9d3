/** Models side by side. */
import { badArgument } from '../../../core/arguments.js';
import type { Labels } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import { readable } from '../../../results/read.js';
import { checkedFits } from '../checked.js';
import { tableNotes } from '../parts/notes.js';
import { foldedRow, ruled, statisticRow, termRows, wordRows } from '../parts/rows.js';
import { type Settings, settingsOf } from '../settings.js';
import type { TableSpec } from '../spec.js';
import { checkStatistics, usualStatistics } from '../parts/statistics.js';
import type { PaperTable, Span } from '../table.js';
import { allTerms, matchingTerms } from '../parts/terms.js';

/**
 * The table of models side by side: estimates with what stands below them, rows of words, statistics and notes.
 *
 * @param fits - one result for each column
 * @throws InputError `bad-value`, `unknown-term` for a pattern that matches nothing, `unknown-statistic`
 */
export function regressionTable(fits: readonly FitResult[], spec: TableSpec = {}): PaperTable {
  const checked = checkedFits(fits);
  return readable(() => tableOfFits(checked, spec));
}

function tableOfFits(fits: readonly FitResult[], spec: TableSpec): PaperTable {
  const settings = settingsOf(spec, dataLabels(fits));
  const { labels, stars } = settings;
  const folded = foldedTerms(fits, spec);
  const terms = shownTerms(fits, spec, new Set(folded.flatMap(([, names]) => names)));
  const statistics = spec.stats ?? usualStatistics(fits);
  checkStatistics(fits, statistics);
  return {
    kind: 'table',
    ...(spec.title !== undefined && { title: spec.title }),
    head: [['', ...headings(fits, spec)]],
    spans: spec.spans === undefined ? depvarSpans(fits, settings) : givenSpans(fits, spec.spans),
    body: [
      ...terms.flatMap((term) => termRows(fits, term, settings)),
      ...ruled([
        ...folded.map(([label, names]) => foldedRow(fits, label, names, settings)),
        ...wordRows(fits, spec.rows, settings),
      ]),
      ...ruled(statistics.map((path) => statisticRow(fits, path, settings))),
    ],
    notes: tableNotes(fits, spec.notes ?? ['auto'], settings),
    stars,
    sources: fits.map(({ title, depvar }, j) => ({
      column: j + 1,
      title,
      depvar: labels[depvar] ?? depvar,
    })),
  };
}

/** The labels of the data of all models; those of the first come first. */
function dataLabels(fits: readonly FitResult[]): Partial<Labels> {
  const all = fits.flatMap(({ labels }) => labels ?? []).reverse();
  return {
    names: Object.assign({}, ...all.map(({ names }) => names)) as Labels['names'],
    values: Object.assign({}, ...all.map(({ values }) => values)) as Labels['values'],
  };
}

function foldedTerms(fits: readonly FitResult[], { fold = {} }: TableSpec) {
  const all = allTerms(fits.map(({ params }) => Object.keys(params)));
  return Object.entries(fold).map(
    ([label, patterns]) => [label, matchingTerms(`fold.${label}`, patterns, all)] as const,
  );
}

function shownTerms(
  fits: readonly FitResult[],
  { keep, drop }: TableSpec,
  folded: ReadonlySet<string>,
): string[] {
  const all = allTerms(fits.map(({ params }) => Object.keys(params)));
  const kept = keep === undefined ? all : matchingTerms('keep', keep, all);
  const dropped = drop === undefined ? [] : matchingTerms('drop', drop, all);
  return kept.filter((term) => !dropped.includes(term) && !folded.has(term));
}

function headings(fits: readonly FitResult[], { columns }: TableSpec): string[] {
  if (columns === undefined) return fits.map((_, j) => `(${j + 1})`);
  if (columns.length === fits.length) return [...columns];
  const expected = `${fits.length} headings, one for each model`;
  throw badArgument('table', 'columns', expected, columns.length);
}

/** A heading for each run of columns with the same dependent variable. */
function depvarSpans(fits: readonly FitResult[], { labels, words }: Settings): Span[] {
  const spans: Span[] = [];
  for (const [j, { depvar }] of fits.entries()) {
    const head = words.depvar(labels[depvar] ?? depvar);
    const last = spans.at(-1);
    if (last?.head === head) spans[spans.length - 1] = { head, over: [last.over[0], j + 1] };
    else spans.push({ head, over: [j + 1, j + 1] });
  }
  return spans;
}

function givenSpans(fits: readonly FitResult[], spans: NonNullable<TableSpec['spans']>): Span[] {
  const ranges = spans.map(({ head, over }): Span => ({
    head,
    over: [Math.min(...over), Math.max(...over)],
  }));
  const sorted = [...ranges].sort((a, b) => a.over[0] - b.over[0]);
  for (const [i, { head, over }] of sorted.entries()) {
    if (over[1] > fits.length) {
      throw badArgument('table', 'spans', `columns from 1 to ${fits.length}`, over[1]);
    }
    if (i > 0 && over[0] <= sorted[i - 1]!.over[1]) {
      throw badArgument('table', 'spans', 'headings over different columns', head);
    }
  }
  return sorted;
}
