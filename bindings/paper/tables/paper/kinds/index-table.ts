/** Weights of a composite index, or loadings of its components. */
import type {
  ComponentIndex,
  CompositeIndex,
  WeightedIndex,
} from '../../../../results/indices/composite-index.js';
import { readable } from '../../../../results/read.js';
import { checkedKind } from '../checked.js';
import { finished } from '../page/finish.js';
import { resultNotes } from '../parts/notes.js';
import { termLabel } from '../parts/terms.js';
import { rowDigits, type Settings, settingsOf } from '../settings.js';
import { shown } from '../shown.js';
import { checkedSpec, type CommonSpec } from '../spec.js';
import type { PaperCell, PaperRow, PaperTable } from '../table.js';

export type IndexTableSpec = CommonSpec;

/** A column of numbers, one per indicator; null for missing ones. */
interface Column {
  readonly statistic: string;
  readonly head: string;
  readonly values: readonly (number | null)[];
}

/**
 * A row for each indicator: direction, entropy, redundancy and weight, or weights of each group of an index with `by`.
 * For principal components: loadings of the kept ones, communalities and KMO, then eigenvalues and shares.
 *
 * @throws InputError `bad-value`, `bad-result`
 */
export function indexTable(index: CompositeIndex, spec: IndexTableSpec = {}): PaperTable {
  const checked = checkedKind(index, 'index');
  return readable(() => tableOf(checked, spec));
}

function tableOf(index: CompositeIndex, spec: IndexTableSpec): PaperTable {
  const settings = settingsOf({ ...checkedSpec(spec), stars: false }, index.labels);
  const { title } = spec;
  const names = Object.keys(index.columns);
  const columns =
    index.method === 'pca'
      ? componentColumns(index, names, settings)
      : weightColumns(index, names, settings);
  const isDirected = index.method !== 'pca';
  const heads = columns.map(({ head }) => head);
  const { direction } = settings.words.index;
  const table: PaperTable = {
    kind: 'table',
    ...(title !== undefined && { title }),
    head: [['', ...(isDirected ? [direction] : []), ...heads]],
    spans: [],
    body: [
      ...names.map((name, i): PaperRow => ({
        label: termLabel(name, settings),
        kind: 'stat',
        cells: [
          ...(isDirected ? [{ text: index.columns[name]!, column: 1, name }] : []),
          ...columns.map(({ statistic, values }, j) =>
            cellOf(values[i]!, { name, statistic, column: j + 1 + Number(isDirected) }, settings),
          ),
        ],
      })),
      ...(index.method === 'pca' ? componentRows(index, settings) : []),
    ],
    ...resultNotes(spec.notes, index.warnings, settings),
    stars: {},
  };
  return finished(table, settings);
}

type Place = Pick<PaperCell, 'statistic' | 'column'> & { readonly name: string };

function cellOf(value: number | null, place: Place, settings: Settings): PaperCell {
  if (value === null) return { text: '', ...place };
  return { text: shown(value, rowDigits(settings, place.name)), value, ...place };
}

function weightColumns(
  { entropy, redundancy, weights, byGroup = {} }: WeightedIndex,
  names: readonly string[],
  { words }: Settings,
): Column[] {
  const groups = Object.entries(byGroup).map(
    ([head, group]) => ({ statistic: 'weight', head, byName: group.weights }) as const,
  );
  const whole = [
    { statistic: 'entropy', head: words.index.entropy, byName: entropy },
    { statistic: 'redundancy', head: words.index.redundancy, byName: redundancy },
    { statistic: 'weight', head: words.index.weight, byName: weights },
  ];
  return [...whole, ...groups].flatMap(({ statistic, head, byName }) =>
    byName === undefined ? [] : [{ statistic, head, values: names.map((name) => byName[name]!) }],
  );
}

function componentColumns(
  { loadings, components, communalities, kmoByColumn }: ComponentIndex,
  names: readonly string[],
  { words }: Settings,
): Column[] {
  const kept = Object.entries(loadings).slice(0, components);
  return [
    ...kept.map(([head, byName]) => ({
      statistic: 'loading',
      head,
      values: names.map((name) => byName[name]!),
    })),
    {
      statistic: 'communality',
      head: words.index.communality,
      values: names.map((name) => communalities[name]!),
    },
    {
      statistic: 'kmo',
      head: 'KMO',
      values: names.map((name) => kmoByColumn?.[name] ?? null),
    },
  ];
}

function componentRows(
  { eigenvalues, explained, components, kmo }: ComponentIndex,
  settings: Settings,
): PaperRow[] {
  const { eigenvalue, share } = settings.words.index;
  const row = (label: string, statistic: string, values: readonly (number | null)[]): PaperRow => ({
    label,
    kind: 'stat',
    cells: values.map((value, j) =>
      cellOf(value, { name: label, statistic, column: j + 1 }, settings),
    ),
  });
  const kept = (values: readonly number[]) => values.slice(0, components);
  return [
    row(eigenvalue, 'eigenvalue', [...kept(eigenvalues), null, kmo]),
    row(share, 'share', [...kept(explained), null, null]),
  ];
}
