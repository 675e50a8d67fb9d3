/** A table with its numbers parsed, and what its columns say about degrees of freedom. */
import type { Engine } from '../../core/engine/engine.js';
import type { AuditField } from '../../results/audit/audit.js';
import { constantNames } from './constants.js';
import { readNotes, type TableNotes } from './notes.js';
import { type Printed, rangeOf, readPrinted, type Rounding } from './printed.js';
import type { Range } from './range.js';
import type { AuditColumn, AuditRow, AuditTable } from './table.js';

export interface TableView {
  readonly engine: Engine;
  readonly table: string;
  readonly notes: TableNotes;
  readonly unnamed: readonly string[];
  readonly columns: readonly ColumnView[];
}

export interface ColumnView {
  readonly engine: Engine;
  readonly table: string;
  readonly column: string;
  readonly notes: TableNotes;
  readonly rows: readonly RowView[];
  /** The text of a statistic of the column. */
  readonly texts: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
  readonly variables: readonly VariableView[];
  /** A statistic of the column as a number. */
  readonly stat: (name: string) => Printed | undefined;
}

export interface RowView {
  readonly row: string;
  readonly texts: Readonly<Partial<Record<AuditField, string>>>;
  readonly number: (field: AuditField) => Printed | undefined;
  /** Not known to be a regressor. */
  readonly extra: boolean;
}

export interface VariableView {
  readonly row: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly stat: (name: string) => Printed | undefined;
}

export function viewOf(
  engine: Engine,
  { table, columns, notes, unnamed = [] }: AuditTable,
): TableView {
  const read = readNotes(notes);
  const decimal = decimalOf(columns);
  return {
    engine,
    table,
    notes: read,
    unnamed,
    columns: columns.map((column) =>
      columnView(
        { engine, table, decimal },
        column,
        readNotes(notes, numberOf(column), wordsOf(column)),
      ),
    ),
  };
}

const numberOf = ({ number, column }: AuditColumn) => String(number ?? column);

/** The head of a column, and the labels of its rows of words that do not say no. */
function wordsOf({ column, words = {} }: AuditColumn): string {
  const said = Object.entries(words).filter(([, text]) => !isNo(text));
  return [column, ...said.flat()].join('; ');
}

/** The texts above a column, one by one. */
export function headsOf({ column, words }: Pick<ColumnView, 'column' | 'words'>): string[] {
  return [column, ...(words['head'] ?? '').split(/,\s*/)].filter((text) => text !== '');
}

/** Whether a cell says that a column lacks something, such as fixed effects. */
export function isNo(text: string): boolean {
  return /^(no?|none|否|无|[-\u2013\u2014xX×\u2717\u2718])?$/i.test(text.trim());
}

/** The decimal mark: a comma if some number of the table can only be read that way. */
function decimalOf(columns: readonly AuditColumn[]): '.' | ',' {
  const texts = columns.flatMap(({ rows, stats, variables }) => [
    ...rows.flatMap(({ printed }) => Object.values(printed)),
    ...Object.values(stats),
    ...Object.values(variables).flatMap((one) => Object.values(one)),
  ]);
  return texts.some((text) =>
    /^[<>]?\s*[-+\u2212]?(0,\d+|\d+,(\d{1,2}|\d{4,}))\s*%?$/.test(text),
  ) &&
    !texts.some(
      (text) => /^[<>]?\s*[-+\u2212]?\d*\.\d+$/.test(text) && !/^\d{1,3}(\.\d{3})+$/.test(text),
    )
    ? ','
    : '.';
}

interface Owner {
  readonly engine: Engine;
  readonly table: string;
  readonly decimal: '.' | ',';
}

function columnView(
  { engine, table, decimal }: Owner,
  { column, rows, stats, variables, words = {} }: AuditColumn,
  notes: TableNotes,
): ColumnView {
  const numbersOf = (texts: Readonly<Partial<Record<string, string>>>) => readerOf(texts, decimal);
  const rowView = ({ row, printed, extra }: AuditRow): RowView => {
    const numbers = numbersOf(printed);
    return {
      row,
      extra: extra === true,
      texts: printed,
      number: (field) => (field === 'stars' ? undefined : numbers(field)),
    };
  };
  return {
    engine,
    table,
    column,
    notes,
    rows: rows.map(rowView),
    texts: stats,
    words,
    stat: numbersOf(stats),
    variables: Object.entries(variables).map(([row, texts]) => ({
      row,
      texts,
      stat: numbersOf(texts),
    })),
  };
}

/** Parses each text at most once. */
function readerOf(texts: Readonly<Partial<Record<string, string>>>, decimal: '.' | ',') {
  const read = new Map<string, Printed | undefined>();
  return (name: string): Printed | undefined => {
    if (!read.has(name)) read.set(name, readPrinted(texts[name] ?? '', decimal));
    return read.get(name);
  };
}

/** The count that a statistic prints; undefined where it prints none. */
export function countOf(column: Pick<ColumnView, 'stat'>, name: string): number | undefined {
  const printed = column.stat(name);
  return printed !== undefined && Number.isSafeInteger(printed.value) ? printed.value : undefined;
}

/** Numbers of a check, all rounded alike: a function of the rounding. */
export function rounded(printed: Printed): (rounding: Rounding) => Range {
  return (rounding) => rangeOf(printed, rounding);
}

export function isInstrumented(column: ColumnView): boolean {
  const { notes, texts } = column;
  if ('instruments' in texts || 'first_stage_f' in texts || 'j' in texts) return true;
  return notes.has.instruments;
}

/** The rows that are regressors, as far as the table says, including the intercept. */
export function regressors({ rows }: Pick<ColumnView, 'rows'>): readonly RowView[] {
  return rows.filter(({ extra }) => !extra);
}

/**
 * Coefficients of the column with its intercept: as printed, by `k`, `params` or both degrees of freedom of F, if these
 * add up to the rows. Undefined if none is printed, or if absorbed effects may be counted in several ways. A single
 * degrees of freedom may belong to a test of some coefficients, or to clusters.
 */
export function nparams(column: ColumnView): number | undefined {
  const { absorbed, errors, between } = column.notes;
  if (absorbed || between) return undefined;
  const printed = countOf(column, 'k') ?? countOf(column, 'params');
  if (printed !== undefined || errors === 'cluster') return printed;
  const [n, df1, df2] = ['n', 'df1', 'df2'].map((name) => countOf(column, name));
  if (n === undefined || df1 === undefined || df2 === undefined) return undefined;
  return df1 + df2 + 1 === n || df1 + df2 === n ? n - df2 : undefined;
}

/**
 * Clusters of unequal size or leverage have fewer degrees of freedom than G - 1 by the rule of Satterthwaite, which CR2
 * errors use (Bell and McCaffrey 2002); down to about this share of them.
 */
const clusterShare = 8;

/**
 * The fewest degrees of freedom that a t of this column may have. If clusters are not counted, or the kind of errors is
 * unknown, there may be few clusters; robust errors may be clustered. A column that prints its intercept may leave out
 * regressors, but not half of its rows' worth.
 */
export function fewestDf(column: ColumnView): number {
  const { errors, fewDf, between } = column.notes;
  if (fewDf || between) return 1;
  const residual = fewestResidualDf(column);
  if (hasRowErrors(column)) return residual;
  const groups = countOf(column, 'groups');
  const isOfGroups = errors === 'windmeijer' || errors === 'cluster';
  if (groups === undefined || !isOfGroups) return 1;
  const fewest = errors === 'windmeijer' ? groups - 1 : Math.floor((groups - 1) / clusterShare);
  return Math.max(1, Math.min(fewest, residual));
}

/** Whether the degrees of freedom are those of the residuals. */
function hasRowErrors(column: ColumnView): boolean {
  const { errors, absorbed } = column.notes;
  if (errors === 'classical') return true;
  return errors === 'heteroskedastic' && countOf(column, 'groups') === undefined && !absorbed;
}

function fewestResidualDf(column: ColumnView): number {
  const n = countOf(column, 'n');
  if (n === undefined) return 1;
  const k = nparams(column);
  if (k !== undefined) return Math.max(1, n - k);
  const listsAll = !column.notes.absorbed && column.rows.some(({ row }) => constantNames.has(row));
  return listsAll ? Math.max(1, Math.ceil((n - regressors(column).length) / 2)) : 1;
}

/**
 * Usual tables have ten degrees of freedom at least, ten rows for each, and as many as a third of the clusters; errors
 * that no clusters share have half the rows, as tables do not keep as many regressors from the reader.
 */
const usualDf = 10;
const usualShare = 3;

/**
 * The fewest degrees of freedom that a t of this column usually has. A table that does not say how many clusters it has,
 * or whether it has any, may have two; few do.
 */
export function usualFewestDf(column: ColumnView): number {
  const n = countOf(column, 'n');
  const groups = countOf(column, 'groups');
  const { fewDf, between } = column.notes;
  const few = fewestDf(column);
  if (n === undefined || fewDf || between) return few;
  if (hasRowErrors(column) && !column.notes.absorbed) return Math.max(few, Math.floor(n / 2));
  const ofGroups = groups === undefined ? usualDf : Math.floor((groups - 1) / usualShare);
  return Math.max(few, Math.min(usualDf, ofGroups, Math.floor(n / usualDf)));
}
