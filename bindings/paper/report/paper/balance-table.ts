/** Means of columns by group, and whether they differ. */
import { InputError } from '../../../core/errors/errors.js';
import { type Engine, engineNow } from '../../../core/engine/engine.js';
import { twoSided } from '../../../core/numerics/inference.js';
import type {
  ColumnDescription,
  DescribedGroup,
  Description,
} from '../../../results/describe/description.js';
import { readable } from '../../../results/read.js';
import { count } from '../../../words/text/counts.js';
import { pValue as pText } from '../../../words/text/format.js';
import { checkedKind } from '../../tables/paper/checked.js';
import { chosenNames, labelsOf } from '../../tables/paper/kinds/descriptive-table.js';
import { finished } from '../../tables/paper/page/finish.js';
import { resultNotes } from '../../tables/paper/parts/notes.js';
import { termLabel } from '../../tables/paper/parts/terms.js';
import { rowDigits, type Settings, settingsOf, starsFor } from '../../tables/paper/settings.js';
import { shown } from '../../tables/paper/shown.js';
import { checkedSpec, type CommonSpec, type TableSpec } from '../../tables/paper/spec.js';
import type { PaperCell, PaperRow, PaperTable, Span } from '../../tables/paper/table.js';
import { noGroups } from '../../../words/errors/paper/tables.js';

export type BalanceSpec = CommonSpec & Pick<TableSpec, 'keep' | 'drop' | 'stars'>;

/** Columns per difference: the difference, its p-value, and the difference in standard deviations. */
const DIFFERENCE_COLUMNS = 3;

/**
 * The table of balance between groups: means with standard deviations, and for each group after the first the difference
 * of its mean with Welch's test. The normalised difference is (m2 - m1) / sqrt((s1^2 + s2^2) / 2), Imbens and Rubin
 * (2015, section 14.2).
 *
 * @throws InputError `bad-value`, `no-groups` for a description without `by` or with one group, `unknown-term`
 */
export function balanceTable(description: Description, spec: BalanceSpec = {}): PaperTable {
  const checked = checkedKind(description, 'description');
  return readable(() => tableOf(checked, spec));
}

function tableOf(description: Description, spec: BalanceSpec): PaperTable {
  const settings = settingsOf(checkedSpec(spec, 'stars', 'keep', 'drop'), {
    names: labelsOf(description),
  });
  const { groups = [] } = description;
  if (groups.length < 2) {
    throw new InputError(noGroups({ groups: groups.length }), 'balanceTable');
  }
  const { words } = settings;
  const engine = engineNow();
  const [first, ...others] = groups as [DescribedGroup, ...DescribedGroup[]];
  const heads = others.flatMap(() => [words.gap, words.statistics['p']!, words.normalised]);
  const table: PaperTable = {
    kind: 'table',
    ...(spec.title !== undefined && { title: spec.title }),
    head: [['', ...groups.map(nameOf), ...heads]],
    spans: spansOf(first, others, settings),
    body: [
      ...chosenNames(description, spec).flatMap((name) => rowsOf(name, groups, settings, engine)),
      { label: '', kind: 'rule', cells: [] },
      {
        label: words.statistics['nobs']!,
        kind: 'stat',
        cells: groups.map(({ nrows }, g) => ({
          text: count(nrows),
          value: nrows,
          name: 'nobs',
          statistic: 'nobs',
          column: g + 1,
        })),
      },
    ],
    ...resultNotes(spec.notes, description.warnings, settings, [words.balance + words.end]),
    stars: settings.stars,
  };
  return finished(table, settings);
}

const nameOf = ({ value, label }: DescribedGroup) => label ?? String(value);

function spansOf(
  first: DescribedGroup,
  others: readonly DescribedGroup[],
  { words }: Settings,
): Span[] {
  const start = 1 + others.length;
  const spans = others.map((other, i): Span => {
    const from = start + 1 + i * DIFFERENCE_COLUMNS;
    const head = words.minus(nameOf(other), nameOf(first));
    return { head, over: [from, from + DIFFERENCE_COLUMNS - 1] };
  });
  return [{ head: words.means, over: [1, start] }, ...spans];
}

/** The means and differences of a column, and below them standard deviations and errors. */
function rowsOf(
  name: string,
  groups: readonly DescribedGroup[],
  settings: Settings,
  engine: Engine,
): PaperRow[] {
  const parts = groups.map(({ columns }) => columns[name]!);
  const means = parts.map((part, g) => numberCell(part.mean, name, 'mean', g + 1, settings));
  const deviations = parts.map((part, g) =>
    bracketed(numberCell(part.sd, name, 'sd', g + 1, settings)),
  );
  const differences = parts.slice(1).map((part, i) => {
    const column = groups.length + 1 + i * DIFFERENCE_COLUMNS;
    return differenceCells(name, welch(engine, parts[0]!, part), column, settings);
  });
  return [
    {
      label: termLabel(name, settings),
      kind: 'estimate',
      cells: [...means, ...differences.flatMap(({ top }) => top)],
    },
    {
      label: '',
      kind: 'below',
      cells: [...deviations, ...differences.flatMap(({ below }) => below)],
    },
  ];
}

function numberCell(
  value: number | null,
  name: string,
  statistic: string,
  column: number,
  settings: Settings,
): PaperCell {
  if (value === null) return { text: '', name, statistic, column };
  return { text: shown(value, rowDigits(settings, name)), value, name, statistic, column };
}

const bracketed = (cell: PaperCell): PaperCell =>
  cell.text === '' ? cell : { ...cell, text: `(${cell.text})` };

interface MeanDifference {
  readonly difference: number;
  readonly stdError: number;
  readonly pValue: number;
  readonly normalised: number;
}

/** Welch's test of two means; undefined if a group has no variance. */
function welch(
  engine: Engine,
  description: ColumnDescription,
  other: ColumnDescription,
): MeanDifference | undefined {
  if (
    description.mean === null ||
    other.mean === null ||
    description.sd === null ||
    other.sd === null
  ) {
    return undefined;
  }
  const [v1, v2] = [description.sd ** 2 / description.n, other.sd ** 2 / other.n];
  const variance = v1 + v2;
  if (!(variance > 0)) return undefined;
  const difference = other.mean - description.mean;
  const stdError = Math.sqrt(variance);
  const df = variance ** 2 / (v1 ** 2 / (description.n - 1) + v2 ** 2 / (other.n - 1));
  return {
    difference,
    stdError,
    pValue: twoSided(engine, difference / stdError, { statistic: 't', df }),
    normalised: difference / Math.sqrt((description.sd ** 2 + other.sd ** 2) / 2),
  };
}

function differenceCells(
  name: string,
  test: MeanDifference | undefined,
  column: number,
  settings: Settings,
): { readonly top: readonly PaperCell[]; readonly below: readonly PaperCell[] } {
  if (test === undefined) return { top: [], below: [] };
  const { difference, stdError, pValue, normalised } = test;
  const stars = starsFor(pValue, settings.stars);
  const gap = numberCell(difference, name, 'difference', column, settings);
  return {
    top: [
      { ...gap, text: gap.text + stars, stars },
      { text: pText(pValue), value: pValue, name, statistic: 'p', column: column + 1 },
      numberCell(normalised, name, 'normalisedDifference', column + 2, settings),
    ],
    below: [bracketed(numberCell(stdError, name, 'stdError', column, settings))],
  };
}
