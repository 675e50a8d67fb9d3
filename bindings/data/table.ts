import type { ExtremeWeights } from '../words/errors/weights.js';
import type { InputError } from '../core/errors/errors.js';
import { messageOf } from '../words/text/messages.js';
import type { Prepared } from './steps/facts.js';
import type { Column } from './column.js';
import type { Styles } from './cells/styles.js';
import type { TableWarning } from './table-warning.js';
import { missingCodes, resembledCode } from './cells/missing-codes.js';
import { suggestionOf } from './nearest.js';
import { isNumber, textReason } from './cells/number-text.js';
import { type FileRows, inputError, rowNumber, type Use } from './place.js';
import { infiniteValue, textInColumn, unknownColumn } from '../words/errors/columns.js';

/** Data as models read it: named columns of `nrows` cells each. */
export interface Table {
  readonly nrows: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** Names of the file's columns, if the table has only some of them. */
  readonly names?: readonly string[];
  /** Rows of the file in which the table's rows are, if the first is not row 2 or others lie between them. */
  readonly fileRows?: FileRows;
  /** How the numbers of columns are written that have texts other than the shortest, such as 3.10. */
  readonly rewritten?: ReadonlyMap<string, Styles>;
  /** What a reader of results must know about the data. */
  readonly warnings?: readonly TableWarning[];
  /** What was done to the data before a model, so that it is done once. */
  readonly prepared?: Prepared;
  /** Work shared by fits to this table, if nobody writes to its columns between them. */
  readonly shared?: SharedWork;
}

/** Results of one fit that the next can use. */
export interface SharedWork {
  /** Rows that a filter keeps, by its text. */
  readonly filters: Map<string, Uint8Array>;
  /** The last sample of a regression, under a key for all that it depends on. */
  sample?: { readonly key: string; readonly sample: unknown };
}

/** The table with its warnings, where there are any: each is one line that is short enough to read. */
export function tableOf(table: Omit<Table, 'warnings'>, warnings: readonly TableWarning[]): Table {
  if (warnings.length === 0) return table;
  const lines = warnings.map((tableWarning) => ({
    ...tableWarning,
    message: messageOf(tableWarning.message, ''),
  }));
  return { ...table, warnings: lines };
}

/** The table for many fits, during which nobody writes to its columns. */
export function sharedTable(table: Table): Table {
  return { ...table, shared: { filters: new Map() } };
}

/** The table without the rows of its file, for a step that makes other rows of it. */
export function withoutFileRows({ nrows, columns, warnings, prepared }: Table): Table {
  return { nrows, columns, ...(warnings && { warnings }), ...(prepared && { prepared }) };
}

/**
 * The column `name`.
 *
 * @throws InputError `unknown-column`, which suggests the nearest name
 */
export function findColumn(table: Table, name: string, use: Use): Column {
  const column = table.columns.get(name);
  if (column !== undefined) return column;
  const names = new Set([...(table.names ?? []), ...table.columns.keys()]);
  const operand = name.replace(/^[a-z]\w*\./i, '');
  const meant =
    operand !== name && names.has(operand) ? { near: operand } : suggestionOf(name, names);
  throw inputError(use, unknownColumn({ column: name, meant }));
}

/**
 * The numbers of column `name`, not copied. `use` is the key that needs them, such as `panel.time`.
 *
 * @throws InputError `unknown-column`, or `text-in-numeric-column` with the first text that is not a number
 */
export function numericColumn(table: Table, name: string, use: Use): Float64Array {
  const column = findColumn(table, name, use);
  if (column.kind === 'number') return column.values;
  throw textInNumericColumn(name, column.values, use, table.fileRows);
}

function textInNumericColumn(
  name: string,
  written: readonly string[],
  use: Use,
  fileRows: FileRows | undefined,
): InputError {
  const values = written.map((value) => value.trim());
  const text = firstText(values);
  const reason = text < 0 ? textReason(values) : undefined;
  const row = reason?.row ?? (text < 0 ? values.findIndex((value) => value !== '') : text);
  const cell = values[row]!;
  const told = textInColumn({
    column: name,
    row: rowNumber(row, fileRows),
    cell,
    reason: reason?.loss ?? (text < 0 ? 'decimal-comma' : undefined),
    code: resembledCode(cell),
    hasComma: /^\s*[+-]?(\d{1,3}([. ]\d{3})+|\d*),\d+\s*$/.test(cell),
    hasNames: hasNames(values),
    isDate: text >= 0 && /(?:^|\D)\d{4}(?:[^\d,.]|$)/.test(cell),
  });
  return inputError(use, told);
}

/** Row of the first text that is not a number, nor a missing code unless there is nothing else. */
function firstText(values: readonly string[]): number {
  const isText = (value: string): boolean => value !== '' && !isNumber(value);
  const first = values.findIndex((value) => isText(value) && !missingCodes.includes(value));
  return first < 0 ? values.findIndex(isText) : first;
}

/** True for a column of names, of which a regression takes dummies. */
function hasNames(values: readonly string[]): boolean {
  const isName = (value: string) => /^\p{L}{2}/u.test(value) && resembledCode(value) === undefined;
  return values.every((value) => value === '' || isName(value));
}

/** `numericColumn`, which also throws InputError `infinite-value`. */
export function finiteColumn(table: Table, name: string, use: Use): Float64Array {
  const values = numericColumn(table, name, use);
  const row = firstInfinite(values);
  if (row < 0) return values;
  const detail = { column: name, row: rowNumber(row, table.fileRows), found: values[row]! };
  throw inputError(use, infiniteValue(detail));
}

/** True if no value is NaN or infinite: 0 times either is NaN, and so is the sum of the products. */
export function allFinite(values: Float64Array): boolean {
  let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
  const whole = values.length - (values.length % 4);
  for (let i = 0; i < whole; i += 4) {
    sum0 += 0 * values[i]!;
    sum1 += 0 * values[i + 1]!;
    sum2 += 0 * values[i + 2]!;
    sum3 += 0 * values[i + 3]!;
  }
  for (let i = whole; i < values.length; i++) sum0 += 0 * values[i]!;
  return sum0 + sum1 + sum2 + sum3 === 0;
}

/** Products of four numbers within these limits, as in robust covariances, neither overflow nor underflow. */
const LARGEST = 1e75;
const SMALLEST = 1e-75;

/**
 * The largest absolute value of a column, and the bounds that it is beyond; undefined if sums of products of the values
 * are finite.
 */
export function extreme(values: Float64Array): Omit<ExtremeWeights, 'column'> | undefined {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    if (size > largest) largest = size;
  }
  if (largest === 0 || (largest <= LARGEST && largest >= SMALLEST)) return undefined;
  return { found: largest, lowest: SMALLEST, highest: LARGEST };
}

/** Position of the first infinite value, -1 if there is none. */
export function firstInfinite(values: Float64Array): number {
  if (allFinite(values)) return -1;
  for (let i = 0; i < values.length; i++) if (Math.abs(values[i]!) === Infinity) return i;
  return -1;
}

/** Rows in which no column is missing, in ascending order. Columns have one length, and there is one or more. */
export function completeRows(columns: readonly Float64Array[]): Int32Array {
  const rows: number[] = [];
  const nrows = columns[0]!.length;
  for (let row = 0; row < nrows; row++) {
    if (columns.every((column) => !Number.isNaN(column[row]))) rows.push(row);
  }
  return Int32Array.from(rows);
}
