/** A coefficient in each group, and the differences between groups. */
import { InputError } from '../../../../core/errors/errors.js';
import { moderatorInTable } from '../../../../words/errors/paper/tables.js';
import type { GroupCheck, GroupComparison } from '../../../../results/groups.js';
import { readable } from '../../../../results/read.js';
import { checkedKind } from '../checked.js';
import { finished } from '../page/finish.js';
import { reasonText, resultNotes } from '../parts/notes.js';
import { type Settings, settingsOf, starsFor } from '../settings.js';
import { count } from '../../../../words/text/counts.js';
import { pValue as pText } from '../../../../words/text/format.js';
import { clusterOf, shownDifferences } from '../../shown-differences.js';
import { shown } from '../shown.js';
import { checkedSpec, type CommonSpec, type TableSpec } from '../spec.js';
import type { PaperCell, PaperRow, PaperTable } from '../table.js';
import { entryOf } from '../../term-name.js';
import { termLabel } from '../parts/terms.js';

export type ComparisonSpec = CommonSpec & Pick<TableSpec, 'stars'>;

/**
 * The table of a comparison: estimates by group, then each difference with its p-value by each method.
 *
 * @throws InputError `bad-value`
 */
export function comparisonTable(
  comparison: GroupComparison,
  spec: ComparisonSpec = {},
): PaperTable {
  const checked = checkedKind(comparison, 'groups');
  if (checked.groups.length === 0) {
    const told = moderatorInTable({ path: 'comparisonTable.comparison' });
    throw new InputError(told, { of: 'comparisonTable', key: 'comparison' });
  }
  return readable(() => tableOf(checked, spec));
}

function tableOf(comparison: GroupComparison, spec: ComparisonSpec): PaperTable {
  const settings = settingsOf(checkedSpec(spec, 'stars'), comparison.labels);
  const { words, stars } = settings;
  const { of, groups, warnings } = comparison;
  const table: PaperTable = {
    kind: 'table',
    ...(spec.title !== undefined && { title: spec.title }),
    head: [['', ...groups.map(({ value }) => value)]],
    spans: [{ head: termLabel(of, settings), over: [1, groups.length] }],
    body: [
      ...estimateRows(comparison, settings),
      {
        label: words.statistics['nobs']!,
        kind: 'stat',
        cells: groups.map(({ nobs }, j) => countCell(nobs, 'nobs', j)),
      },
      { label: '', kind: 'rule', cells: [] },
      ...shownDifferences(comparison).flatMap((difference): PaperRow[] =>
        differenceRow(difference, settings),
      ),
    ],
    ...resultNotes(spec.notes, warnings, settings),
    stars,
  };
  return finished(table, settings);
}

const countCell = (n: number, name: string, j: number): PaperCell => ({
  text: count(n),
  value: n,
  name,
  statistic: name,
  column: j + 1,
});

function estimateRows({ of, groups }: GroupComparison, settings: Settings): PaperRow[] {
  const { digits, stars } = settings;
  const estimates = groups.map((group, j): PaperCell => {
    const { estimate, pValue } = group;
    const place = { name: of, statistic: 'estimate', column: j + 1 };
    if (estimate === null) return { text: reasonText(group, settings) ?? '.', ...place };
    const mark = starsFor(pValue ?? undefined, stars);
    return {
      text: shown(estimate, digits.estimate) + mark,
      value: estimate,
      stars: mark,
      ...place,
    };
  });
  const errors = groups.map(({ stdError }, j): PaperCell => {
    const place = { name: of, statistic: 'stdError', column: j + 1 };
    if (stdError === null) return { text: '', ...place };
    return { text: `(${shown(stdError, digits.error)})`, value: stdError, ...place };
  });
  return [
    { label: termLabel(of, settings), kind: 'estimate', cells: estimates },
    { label: '', kind: 'below', cells: errors },
  ];
}

/** `east minus west, permutation`: the difference, and its p-value in the column after. */
function differenceRow(difference: GroupCheck, settings: Settings): PaperRow[] {
  const { digits, words } = settings;
  const { between, method, estimate, pValue } = difference;
  const cluster = clusterOf(difference);
  const shownMethod = entryOf(words.compared.methods, method) ?? method;
  const tested =
    cluster === undefined ? shownMethod : shownMethod + words.comma + words.clustered(cluster);
  const label = words.difference(between[1], between[0], tested);
  const name = `${between[1]} - ${between[0]}`;
  const cells: PaperCell[] = [];
  if (estimate !== null) {
    const text = shown(estimate, digits.estimate);
    cells.push({ text, value: estimate, name, statistic: 'difference', column: 1 });
  }
  const text =
    pValue === null ? (reasonText(difference, settings) ?? '.') : `p ${shownEqual(pText(pValue))}`;
  cells.push({
    text,
    ...(pValue !== null && { value: pValue }),
    name,
    statistic: method,
    column: 2,
  });
  return [{ label, kind: 'stat', cells }];
}

const shownEqual = (p: string) => (p.startsWith('<') ? `< ${p.slice(1)}` : `= ${p}`);
