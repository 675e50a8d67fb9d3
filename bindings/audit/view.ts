/** A table with its numbers read, and what its columns say of degrees of freedom. */
import type { Engine } from '../core/engine.js';
import type { AuditField } from '../results/audit/audit.js';
import { readNotes, type TableNotes } from './notes.js';
import { type Printed, rangeOf, readPrinted, type Rounding } from './printed.js';
import type { Range } from './range.js';
import type { AuditColumn, AuditRow, AuditTable } from './table.js';

export interface TableView {
  readonly engine: Engine;
  readonly table: string;
  readonly notes: TableNotes;
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
  readonly variables: readonly VariableView[];
  /** A statistic of the column as a number. */
  readonly stat: (name: string) => Printed | undefined;
}

export interface RowView {
  readonly row: string;
  readonly texts: Readonly<Partial<Record<AuditField, string>>>;
  readonly number: (field: AuditField) => Printed | undefined;
}

export interface VariableView {
  readonly row: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly stat: (name: string) => Printed | undefined;
}

export function viewOf(engine: Engine, { table, columns, notes }: AuditTable): TableView {
  const read = readNotes(notes);
  return {
    engine,
    table,
    notes: read,
    columns: columns.map((column) =>
      columnView(engine, table, column, readNotes(notes, String(column.number ?? column.column))),
    ),
  };
}

function columnView(
  engine: Engine,
  table: string,
  { column, rows, stats, variables }: AuditColumn,
  notes: TableNotes,
): ColumnView {
  return {
    engine,
    table,
    column,
    notes,
    rows: rows.map(rowView),
    texts: stats,
    stat: numbersOf(stats),
    variables: Object.entries(variables).map(([row, texts]) => ({
      row,
      texts,
      stat: numbersOf(texts),
    })),
  };
}

function rowView({ row, printed }: AuditRow): RowView {
  const numbers = numbersOf(printed);
  return {
    row,
    texts: printed,
    number: (field) => (field === 'stars' ? undefined : numbers(field)),
  };
}

/** Reads each text at most once. */
function numbersOf(texts: Readonly<Partial<Record<string, string>>>) {
  const read = new Map<string, Printed | undefined>();
  return (name: string): Printed | undefined => {
    if (!read.has(name)) read.set(name, readPrinted(texts[name] ?? ''));
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

export const constantNames = new Set([
  '_cons',
  'Constant',
  'constant',
  '(Intercept)',
  'Intercept',
  'const',
  '常数项',
  '截距',
]);

export function isInstrumented(column: ColumnView): boolean {
  const { notes, texts } = column;
  if ('instruments' in texts || 'first_stage_f' in texts || 'j' in texts) return true;
  return notes.estimator !== undefined;
}

/**
 * Coefficients of the column with its intercept: as printed, by `k`, `params` or the degrees of freedom of F; undefined
 * where none is printed, or absorbed effects are counted in several ways.
 */
export function nparams(column: ColumnView): number | undefined {
  if (column.notes.absorbed) return undefined;
  const df1 = countOf(column, 'df1');
  return (
    countOf(column, 'k') ?? countOf(column, 'params') ?? (df1 === undefined ? undefined : df1 + 1)
  );
}

/**
 * The fewest degrees of freedom that a t of this column may have. Clusters that are not counted, and errors of unknown
 * kind, may be few. A column that prints its intercept may leave out regressors, but not half of its rows' worth.
 */
export function fewestDf(column: ColumnView): number {
  const { errors } = column.notes;
  const residual = fewestResidualDf(column);
  if (errors === 'classical' || errors === 'robust') return residual;
  const groups = countOf(column, 'groups');
  if (groups === undefined || (errors !== 'windmeijer' && errors !== 'cluster')) return 1;
  return Math.max(1, Math.min(groups - 1, residual));
}

function fewestResidualDf(column: ColumnView): number {
  const n = countOf(column, 'n');
  if (n === undefined) return 1;
  const k = nparams(column);
  if (k !== undefined) return Math.max(1, n - k);
  const listsAll = !column.notes.absorbed && column.rows.some(({ row }) => constantNames.has(row));
  return listsAll ? Math.max(1, Math.ceil((n - column.rows.length) / 2)) : 1;
}
