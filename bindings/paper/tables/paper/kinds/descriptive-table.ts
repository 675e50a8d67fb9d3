/** Columns of data described in a table, also by groups. */
import { badArgument, checkKeys, listOf, oneOf } from '../../../../core/arguments/arguments.js';
import type { ColumnDescription, Description } from '../../../../results/describe/description.js';
import { readable } from '../../../../results/read.js';
import { checkedKind } from '../checked.js';
import { finished } from '../page/finish.js';
import { resultNotes } from '../parts/notes.js';
import { rowDigits, type Settings, settingsOf } from '../settings.js';
import { count } from '../../../../words/text/counts.js';
import { shown } from '../shown.js';
import { checkedSpec, type CommonSpec, type TableSpec } from '../spec.js';
import type { PaperCell, PaperRow, PaperTable, Span } from '../table.js';
import { matchingTerms, termLabel } from '../parts/terms.js';
import { expects } from '../../../../words/expects.js';
import { listAmong, statisticsWithoutUnits } from '../../../../words/expectations/paper/tables.js';

const statistics = [
  'n',
  'missing',
  'mean',
  'sd',
  'min',
  'p25',
  'median',
  'p75',
  'max',
  'skewness',
  'kurtosis',
  'distinct',
  'sdBetween',
  'sdWithin',
  'nGroups',
  'nPeriodsMean',
] as const;

export type DescriptiveStatistic = (typeof statistics)[number];

/** Statistics that only a description by unit has. */
export const unitStatistics: readonly DescriptiveStatistic[] = [
  'sdBetween',
  'sdWithin',
  'nGroups',
  'nPeriodsMean',
];

/** The schema of the statistics of a table. */
export const descriptiveStatistics = listOf(
  oneOf(statistics),
  expects(listAmong({ words: statistics })),
);

export interface DescriptiveSpec extends CommonSpec, Pick<TableSpec, 'keep' | 'drop' | 'layout'> {
  /** Default: n, mean, sd, min and max; with groups n, mean and sd. */
  readonly stats?: readonly DescriptiveStatistic[] | undefined;
}

const counts: readonly DescriptiveStatistic[] = ['n', 'missing', 'distinct', 'nGroups'];

/** Groups with more columns than this stand below each other. */
const MOST_COLUMNS = 12;

/**
 * The table of a description: a row for each column of numbers and, with groups, a set of columns for each group, or
 * of rows if these are too many.
 *
 * @throws InputError `bad-value`, also for statistics by unit of a description without units; `unknown-term` for a
 *   pattern that matches no column
 */
export function descriptiveTable(description: Description, spec: DescriptiveSpec = {}): PaperTable {
  const checked = checkedKind(description, 'description');
  return readable(() => tableOf(checked, spec));
}

function tableOf(description: Description, { stats, ...spec }: DescriptiveSpec): PaperTable {
  const settings = settingsOf(
    { ...checkedSpec(spec, 'keep', 'drop', 'layout'), stars: false },
    { names: labelsOf(description) },
  );
  checkKeys('table', { stats: descriptiveStatistics }, { stats });
  checkUnits(description, stats);
  const { groups } = description;
  const chosen =
    stats ??
    (groups === undefined
      ? (['n', 'mean', 'sd', 'min', 'max'] as const)
      : (['n', 'mean', 'sd'] as const));
  const parts = groups === undefined ? [description.columns] : groups.map(({ columns }) => columns);
  const names = chosenNames(description, spec);
  const usual = parts.length * chosen.length > MOST_COLUMNS ? 'stacked' : 'side';
  const stacks = groups !== undefined && (spec.layout ?? usual) !== 'side';
  const rowsOf = (shown: readonly Description['columns'][]) =>
    names.map((name): PaperRow => ({
      label: termLabel(name, settings),
      kind: 'stat',
      cells: shown.flatMap((columns, g) =>
        chosen.map((one, s) =>
          cellOf(name, one, columns[name]!, g * chosen.length + s + 1, settings),
        ),
      ),
    }));
  const heads = chosen.map((one) => settings.words.descriptive[one]!);
  const title = spec.title === undefined ? {} : { title: spec.title };
  const table: PaperTable = {
    kind: 'table',
    ...title,
    head: [['', ...(stacks ? heads : parts.flatMap(() => heads))]],
    spans: stacks ? [] : groupSpans(groups, chosen.length),
    body: stacks
      ? groups.flatMap((group) => [
          { label: group.label ?? String(group.value), kind: 'group', cells: [] },
          ...rowsOf([group.columns]),
        ])
      : rowsOf(parts),
    ...resultNotes(spec.notes, description.warnings, settings),
    stars: {},
  };
  return finished(table, settings);
}

function checkUnits({ unit }: Description, stats: readonly DescriptiveStatistic[] = []): void {
  const byUnit = stats.find((one) => unitStatistics.includes(one));
  if (byUnit === undefined || unit !== undefined) return;
  throw badArgument('table', 'stats', statisticsWithoutUnits(), byUnit);
}

export function labelsOf({ columns, names }: Description): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const { label } = columns[name]!;
      return label === undefined ? [] : [[name, label]];
    }),
  );
}

/** The columns of numbers that the table shows. */
export function chosenNames(
  { names, columns }: Description,
  { keep, drop }: Pick<TableSpec, 'keep' | 'drop'>,
): string[] {
  const numbers = names.filter((name) => columns[name]!.mean !== null);
  const kept = keep === undefined ? numbers : matchingTerms('keep', keep, names);
  const dropped = drop === undefined ? [] : matchingTerms('drop', drop, names);
  return kept.filter((name) => !dropped.includes(name));
}

function groupSpans(groups: Description['groups'], width: number): Span[] {
  return (groups ?? []).map(({ value, label }, g) => ({
    head: label ?? String(value),
    over: [g * width + 1, (g + 1) * width],
  }));
}

function cellOf(
  name: string,
  statistic: DescriptiveStatistic,
  column: ColumnDescription,
  number: number,
  settings: Settings,
): PaperCell {
  const value = column[statistic];
  const place = { name, statistic, column: number };
  if (value === null || value === undefined) return { text: '', ...place };
  if (typeof value === 'string') return { text: value, ...place };
  const text = counts.includes(statistic) ? count(value) : shown(value, rowDigits(settings, name));
  return { text, value, ...place };
}
