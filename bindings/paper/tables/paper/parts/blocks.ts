/** The body of a table: one block of rows for each panel. */
import type { FitResult } from '../../../../results/fit.js';
import { entryOf, termEntry, termKeyOf } from '../../term-name.js';
import type { Settings } from '../settings.js';
import type { RowSpec, RowValues, TableSpec } from '../spec.js';
import type { PaperCell, PaperRow } from '../table.js';
import type { TableColumn } from './columns.js';
import { InputError } from '../../../../core/errors/errors.js';
import { suggestionOf } from '../../../../data/nearest.js';
import {
  foldedRow,
  givenRow,
  indicatorRow,
  rule,
  statisticRow,
  termRows,
  wordRows,
} from './rows.js';
import { statisticInRow } from './one-meaning.js';
import type { Shown } from './templates.js';
import type { ChosenTerms } from './terms.js';
import { namesOf } from '../row-names.js';
import { unknownRow } from '../../../../words/errors/paper/tables.js';

/** Rows of words at a given place. */
interface PlacedRow {
  readonly row: PaperRow;
  readonly place: RowSpec;
}

/**
 * Inserts each row at its place in the body; rows without a place come last.
 *
 * @throws InputError `unknown-term` for a place after a row that does not exist
 */
function withPlacedRows(body: readonly PaperRow[], placed: readonly PlacedRow[]): PaperRow[] {
  const rows = [...body];
  for (const { row, place } of placed) rows.splice(positionOf(rows, row.label, place), 0, row);
  return rows;
}

function positionOf(rows: readonly PaperRow[], label: string, place: RowSpec): number {
  const { after, before, position } = place;
  if (position !== undefined) return Math.min(position - 1, rows.length);
  const name = after ?? before;
  if (name === undefined) return rows.length;
  const neighbour = rows.findIndex((row) => isCalled(row, name));
  if (neighbour < 0) {
    const meant = suggestionOf(name, rows.flatMap(namesOf));
    const detail = { path: `table.rows.${label}`, found: name, meant };
    throw new InputError(unknownRow(detail), { of: 'table', key: `rows.${label}` });
  }
  if (after === undefined) return neighbour;
  let next = neighbour + 1;
  while (rows[next]?.kind === 'below') next++;
  return next;
}

const isCalled = (row: PaperRow, name: string) => namesOf(row).includes(name);

/** The columns of one panel. */
export interface Block {
  readonly title?: string;
  readonly columns: readonly TableColumn[];
  /** Number of columns in earlier blocks, whose cells come first in given rows. */
  readonly before: number;
}

/** What all blocks show. */
export interface Contents {
  readonly terms: ChosenTerms;
  readonly statistics: readonly string[];
  readonly rows: NonNullable<TableSpec['rows']>;
  /** Columns of all blocks. */
  readonly ncolumns: number;
  /** Estimates on the scale of the table. */
  readonly scale: (fit: FitResult) => Shown;
}

/** Terms, rows of words and statistics, with rules between them. */
export function blockRows(
  { columns, before }: Block,
  { terms, statistics, rows, ncolumns, scale }: Contents,
  settings: Settings,
): PaperRow[] {
  const fits = columns.map(({ fit }) => fit);
  const cellsOf = (values: RowValues) =>
    values.length === ncolumns ? values.slice(before, before + fits.length) : values;
  const simple = Object.fromEntries(
    Object.entries(rows).map(([label, values]) => [
      label,
      Array.isArray(values)
        ? cellsOf(values as RowValues)
        : (values as Exclude<typeof values, RowValues>),
    ]),
  );
  const scaled = fits.map(scale);
  const body = [
    ...terms.shown
      .filter((names) => scaled.some((fit) => names.some((term) => hasTerm(fit, term))))
      .flatMap((names) => {
        const termsOf = scaled.map((fit) => names.find((term) => hasTerm(fit, term)) ?? names[0]!);
        return termRows(scaled, termsOf, settings);
      }),
    ...ruled([
      ...terms.folded.map(([label, names]) => foldedRow(fits, label, names, settings)),
      ...terms.indicated.map(([label, names]) =>
        indicatorRow(fits, label ?? indicatorLabel(names[0]!, settings), names, settings),
      ),
      ...wordRows(fits, simple, settings),
    ]),
    ...ruled(
      statistics
        .filter((path) => fits.some((fit) => statisticInRow(fit, path) !== undefined))
        .map((path) => statisticRow(fits, path, settings)),
    ),
  ];
  const placed = Object.entries(rows).flatMap(([label, values]): PlacedRow[] => {
    if (typeof values !== 'object' || Array.isArray(values)) return [];
    const place = values as RowSpec;
    return [{ row: givenRow(fits, label, cellsOf(place.cells), settings), place }];
  });
  return withPlacedRows(body, placed).map((row) => withSources(row, columns));
}

const indicatorLabel = (column: string, { labels, words }: Settings) =>
  words.indicators(entryOf(labels, column) ?? column);

function hasTerm({ params, omitted = [] }: Shown, term: string): boolean {
  const key = termKeyOf(term);
  return (
    termEntry(params, term) !== undefined || omitted.some(({ name }) => termKeyOf(name) === key)
  );
}

/** The rows, and a rule before them if there are any. */
function ruled(rows: readonly PaperRow[]): PaperRow[] {
  return rows.length === 0 ? [] : [rule, ...rows];
}

/** Adds to each cell with a number the model it comes from. */
function withSources(row: PaperRow, columns: readonly TableColumn[]): PaperRow {
  const sourced = (cell: PaperCell): PaperCell => {
    const { model, hash } = columns[cell.column - 1]!;
    const isNumber = cell.value !== undefined || cell.values !== undefined;
    return isNumber ? { ...cell, model, hash } : cell;
  };
  return { ...row, cells: row.cells.map(sourced) };
}

/** Rows of words and statistics that are the same in all blocks. */
export function commonRows(blocks: readonly (readonly PaperRow[])[]): PaperRow[] {
  const [first = [], ...others] = blocks;
  if (others.length === 0) return [];
  return first.filter(
    (row) =>
      isSummary(row) && others.every((rows) => rows.some((paperRow) => sameTexts(paperRow, row))),
  );
}

const isSummary = ({ kind }: PaperRow) => kind === 'stat' || kind === 'text';

function sameTexts(paperRow: PaperRow, other: PaperRow): boolean {
  const key = ({ label, kind, cells }: PaperRow) =>
    JSON.stringify([label, kind, cells.map(({ text, column }) => [text, column])]);
  return key(paperRow) === key(other);
}

/** The rows without those shown elsewhere. */
export function withoutRows(rows: readonly PaperRow[], gone: readonly PaperRow[]): PaperRow[] {
  return rows.filter(
    (row) => !isSummary(row) || !gone.some((paperRow) => sameTexts(paperRow, row)),
  );
}

/** The body without rules at its ends and without two rules in succession. */
export function tidied(rows: readonly PaperRow[]): PaperRow[] {
  return rows.filter(({ kind }, i) => {
    const next = rows.slice(i + 1).find((row) => row.kind !== 'rule');
    return kind !== 'rule' || (i > 0 && next !== undefined && rows[i - 1]!.kind !== 'rule');
  });
}
