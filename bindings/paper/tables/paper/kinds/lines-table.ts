/** Tables with a line for each effect, test or specification, and its numbers side by side. */
import { count } from '../../../../words/text/counts.js';
import { pValue as pText } from '../../../../words/text/format.js';
import { finished } from '../page/finish.js';
import { type Notes } from '../parts/notes.js';
import { rowDigits, type Settings, starsFor, termDigits } from '../settings.js';
import { shown, tiny, vanishes } from '../shown.js';
import type { PaperCell, PaperRow, PaperTable } from '../table.js';

/** What a column holds, which decides its digits. */
type ColumnKind = 'text' | 'estimate' | 'error' | 'interval' | 'stat' | 'df' | 'p' | 'count';

export interface LineColumn {
  /** The name of its numbers, such as `stdError`. */
  readonly statistic: string;
  readonly head: string;
  readonly kind: ColumnKind;
}

export type LineValue = string | number | readonly [number, number] | null | undefined;

/** A line; without values it is a heading. */
export interface Line {
  /** Its name for digits, styles and headings. */
  readonly name: string;
  readonly label: string;
  /** The numbers and words by the statistic of their columns. */
  readonly values?: Readonly<Record<string, LineValue>>;
  /** The p-value that stars show. */
  readonly p?: number | null | undefined;
}

/** Lines in groups; a rule stands between them. */
export type LineGroups = readonly (readonly Line[])[];

interface Parts {
  readonly title?: string | undefined;
  readonly columns: readonly LineColumn[];
  readonly groups: LineGroups;
  readonly notes: Notes;
}

/** The columns that a line has a value in. */
export function usedColumns(columns: readonly LineColumn[], groups: LineGroups): LineColumn[] {
  const isUsed = ({ statistic }: LineColumn) =>
    groups.flat().some(({ values }) => (values?.[statistic] ?? null) !== null);
  return columns.filter(isUsed);
}

/** @throws InputError `unknown-term` for digits, a style or a heading of a row that the table does not have */
export function linesTable(
  { title, columns, groups, notes }: Parts,
  settings: Settings,
): PaperTable {
  const rows = groups.map((lines) => lines.map((line) => rowOf(line, columns, settings)));
  const rule: PaperRow = { label: '', kind: 'rule', cells: [] };
  const table: PaperTable = {
    kind: 'table',
    ...(title !== undefined && { title }),
    head: [['', ...columns.map(({ head }) => head)]],
    spans: [],
    body: rows.flatMap((group, i) => (i === 0 ? group : [rule, ...group])),
    ...notes,
    stars: settings.stars,
  };
  return finished(table, settings);
}

function rowOf(line: Line, columns: readonly LineColumn[], settings: Settings): PaperRow {
  const { name, label, values, p } = line;
  if (values === undefined) return { label, kind: 'group', cells: [] };
  const given = columns.map(({ statistic }) => values[statistic] ?? null);
  if (given.every((value) => value === null)) {
    return { label, kind: 'stat', cells: [{ text: '.', name, column: 1 }] };
  }
  const isStarred = ({ kind }: LineColumn, i: number) =>
    (kind === 'estimate' || kind === 'stat') && given[i] !== null;
  const starred = columns.findIndex(isStarred);
  const stars = starsFor(p ?? undefined, settings.stars);
  const cells = columns.flatMap((column, i): PaperCell[] => {
    const value = given[i]!;
    if (value === null) return [];
    const place = { name, statistic: column.statistic, column: i + 1 };
    return [cellOf(value, column, { ...place, ...(i === starred && { stars }) }, settings)];
  });
  return { label, kind: 'stat', cells };
}

type Place = Omit<PaperCell, 'text' | 'value' | 'values'> & { readonly name: string };

function cellOf(
  value: NonNullable<LineValue>,
  { kind }: LineColumn,
  place: Place,
  settings: Settings,
): PaperCell {
  if (typeof value === 'string') return { text: value, ...place };
  const { stars = '', name } = place;
  const { estimate, error } = termDigits(settings.digits, name);
  if (typeof value !== 'number') {
    const [first, second] = value;
    if (kind === 'df') {
      const values = { df1: first, df2: second };
      return { text: value.map(degrees).join(', '), values, ...place };
    }
    const text = `[${shown(first, error)}, ${shown(second, error)}]`;
    return { text, values: { low: first, high: second }, ...place };
  }
  const digits = { estimate, error, interval: error, stat: rowDigits(settings, name) };
  if (kind === 'p') return { text: pText(value), value, ...place };
  if (kind === 'df') return { text: degrees(value), value, ...place };
  if (kind === 'count' || kind === 'text') return { text: count(value), value, ...place };
  const isLost = vanishes(value, digits[kind]) && (kind === 'error' || stars !== '');
  const text = isLost ? tiny(value) : shown(value, digits[kind]);
  return { text: text + stars, value, ...place };
}

/** Approximate degrees of freedom are not whole. */
const degrees = (df: number) => (Number.isInteger(df) ? count(df) : shown(df, 1));
