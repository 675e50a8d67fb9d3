import { InputError } from '../core/errors.js';
import type { Column } from './column.js';
import { type TableWarning, textWarnings } from './column-warnings.js';
import { missingCodes, resembledCode } from './missing-codes.js';
import { suggestion } from './nearest.js';
import { isNumber, type TextReason, textReason } from './number-text.js';
import { inputError, rowNumber, type Use } from './place.js';

/** Data as models read it: named columns of `nrows` cells each. */
export interface Table {
  readonly nrows: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** What a reader of results must know about the data. */
  readonly warnings?: readonly TableWarning[];
}

type Cell = number | bigint | string | null | undefined;

/** Data from a caller: a table, an object of columns, or a list of row objects. */
export type DataInput =
  Table | Readonly<Record<string, ArrayLike<Cell>>> | readonly Readonly<Record<string, unknown>>[];

/**
 * The table in `data`. A `Table` is returned as it is; anything else is copied. null, undefined and NaN are missing,
 * in text also ''. A column with any text is text, and its numbers are printed. So is a column of integers of which one
 * is a bigint that a number cannot hold exactly; a warning says so.
 *
 * @throws InputError `bad-data`, `empty-data`, `bad-column`, `column-length` or `bad-cell`
 */
export function toTable(data: DataInput): Table {
  if (typeof data !== 'object' || data === null) throw notData(describe(data));
  if (isTable(data)) {
    if (data.nrows === 0) throw emptyData();
    return data;
  }
  const cells = readable(() => (Array.isArray(data) ? cellsOfRows(data) : cellsOfColumns(data)));
  const nrows = commonLength(cells);
  if (nrows === 0) throw emptyData();
  const columns = new Map<string, Column>();
  const warnings: TableWarning[] = [];
  for (const [name, values] of cells) {
    const column = toColumn(name, values);
    columns.set(name, column);
    if (column.kind === 'text') warnings.push(...bigIntWarnings(name, values, column.values));
  }
  return tableOf({ nrows, columns }, warnings);
}

/** The table with its warnings, where there are any. */
export function tableOf(table: Omit<Table, 'warnings'>, warnings: readonly TableWarning[]): Table {
  return warnings.length > 0 ? { ...table, warnings } : table;
}

/** The table with copies of these columns, which its caller cannot write to. Names of other columns are ignored. */
export function withCopies(table: Table, names: readonly string[]): Table {
  if (names.length === 0) return table;
  const columns = new Map(table.columns);
  for (const name of names) {
    const column = columns.get(name);
    if (column !== undefined) columns.set(name, copyOf(column));
  }
  return { ...table, columns };
}

function copyOf(column: Column): Column {
  return column.kind === 'number'
    ? { ...column, values: column.values.slice() }
    : { ...column, values: column.values.slice() };
}

/**
 * The column `name`.
 *
 * @throws InputError `unknown-column`, which suggests the nearest name
 */
export function findColumn(table: Table, name: string, use: Use): Column {
  const column = table.columns.get(name);
  if (column !== undefined) return column;
  const message = `unknown column "${name}"${suggestion(name, table.columns.keys())}`;
  throw inputError(use, 'unknown-column', message, { column: name });
}

/**
 * The numbers of column `name`, not copied. `use` is the key that needs them, such as `panel.time`.
 *
 * @throws InputError `unknown-column`, or `text-in-numeric-column` with the first text that is not a number
 */
export function numericColumn(table: Table, name: string, use: Use): Float64Array {
  const column = findColumn(table, name, use);
  if (column.kind === 'number') return column.values;
  throw textInNumericColumn(name, column.values, use);
}

function textInNumericColumn(name: string, written: readonly string[], use: Use): InputError {
  const values = written.map((value) => value.trim());
  const text = firstText(values);
  const reason = text < 0 ? textReason(values) : undefined;
  const row = reason?.row ?? (text < 0 ? values.findIndex((value) => value !== '') : text);
  const cell = values[row]!;
  const why = reason === undefined ? '' : `, which ${lossWords(reason)}`;
  const message = `column "${name}" must hold numbers, found "${cell}" in row ${rowNumber(row)}${why}${codeHint(cell)}${decimalHint(cell)}`;
  return inputError(use, 'text-in-numeric-column', message, {
    column: name,
    row: rowNumber(row),
    cell,
  });
}

/** Row of the first text that is no number, and no missing code unless there is no other. */
function firstText(values: readonly string[]): number {
  const isText = (value: string): boolean => value !== '' && !isNumber(value);
  const first = values.findIndex((value) => isText(value) && !missingCodes.includes(value));
  return first < 0 ? values.findIndex(isText) : first;
}

/** A hint for words that may mean a missing value. */
function codeHint(cell: string): string {
  const code = resembledCode(cell);
  if (code === undefined) return '';
  return `, which resembles the missing code ${code}; if it is missing, set missing: [${JSON.stringify(cell)}]`;
}

/** What a double makes of a number that stays text, and the way out. */
function lossWords({ cell, loss }: TextReason): string {
  const value = Number(cell);
  switch (loss) {
    case 'zeros':
      return `as a number is ${value}; delete the leading zeros to use it as a number`;
    case 'digits':
      return `a double would round to ${value}; round it in the file or divide it to use it as a number`;
    case 'range':
      return `as a double is ${value}; correct it or leave the cell empty`;
  }
}

/** A hint for numbers such as 1,5 or 1.234,5. */
function decimalHint(cell: string): string {
  if (!/^\s*[+-]?(\d{1,3}([. ]\d{3})+|\d*),\d+\s*$/.test(cell)) return '';
  return '; if the comma is a decimal comma, set decimal: "," in data';
}

/** `numericColumn`, which also throws InputError `infinite-value`. */
export function finiteColumn(table: Table, name: string, use: Use): Float64Array {
  const values = numericColumn(table, name, use);
  const row = firstInfinite(values);
  if (row < 0) return values;
  const message = `column "${name}" must be finite, found ${values[row]} in row ${rowNumber(row)}`;
  throw inputError(use, 'infinite-value', message, { column: name, row: rowNumber(row) });
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

/** Products of four numbers within these bounds, as robust covariances sum them, neither overflow nor vanish. */
const LARGEST = 1e75;
const SMALLEST = 1e-75;

/** What is wrong with the size of a column's values as a phrase; undefined if sums of their products are numbers. */
export function extreme(values: Float64Array): string | undefined {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    if (size > largest) largest = size;
  }
  if (largest === 0 || (largest <= LARGEST && largest >= SMALLEST)) return undefined;
  return `must have a largest absolute value between ${SMALLEST} and ${LARGEST}, as products overflow or vanish beyond, found ${largest}; measure it in other units`;
}

/** Position of the first infinite value, -1 if there is none. */
export function firstInfinite(values: Float64Array): number {
  if (allFinite(values)) return -1;
  for (let i = 0; i < values.length; i++) if (Math.abs(values[i]!) === Infinity) return i;
  return -1;
}

function isTable(data: DataInput): data is Table {
  return 'columns' in data && data.columns instanceof Map;
}

/** What `read` returns; a getter of the data that throws is an error of the data. */
function readable<Cells>(read: () => Cells): Cells {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw notData(`values that cannot be read (${String(error)})`);
  }
}

function emptyData(): InputError {
  return new InputError('empty-data', 'data: expected rows, found none');
}

function notData(what: string): InputError {
  return new InputError('bad-data', `data: expected a table, columns or rows, found ${what}`);
}

function cellsOfRows(
  rows: readonly Readonly<Record<string, unknown>>[],
): Map<string, ArrayLike<unknown>> {
  const names = new Set<string>();
  const wrong = Array.from(rows).findIndex((row) => typeof row !== 'object' || row === null);
  if (wrong >= 0) throw notData(`${describe(rows[wrong])} as row ${rowNumber(wrong)}`);
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  return new Map([...names].map((name) => [name, rows.map((row) => row[name])]));
}

function cellsOfColumns(columns: object): Map<string, ArrayLike<unknown>> {
  const cells = new Map<string, ArrayLike<unknown>>();
  for (const [name, values] of Object.entries(columns) as [string, unknown][]) {
    if (!isList(values)) {
      const message = `data: column "${name}" must be an array, found ${describe(values)}`;
      throw new InputError('bad-column', message, { column: name });
    }
    cells.set(name, values);
  }
  return cells;
}

/** True for an object with elements up to its length: a length alone could ask for any amount of memory. */
function isList(values: unknown): values is ArrayLike<unknown> {
  if (Array.isArray(values)) return true;
  if (typeof values !== 'object' || values === null || !('length' in values)) return false;
  const { length } = values;
  return length === 0 || (Number.isSafeInteger(length) && Number(length) - 1 in values);
}

function commonLength(cells: ReadonlyMap<string, ArrayLike<unknown>>): number {
  const [first] = cells;
  if (first === undefined) return 0;
  const expected = first[1].length;
  for (const [name, { length }] of cells) {
    if (length === expected) continue;
    throw new InputError(
      'column-length',
      `data: columns must have the same length, found ${expected} cells in "${first[0]}" and ${length} in "${name}"`,
      { columns: [first[0], name], lengths: [expected, length] },
    );
  }
  return expected;
}

function toColumn(name: string, cells: ArrayLike<unknown>): Column {
  if (cells instanceof Float64Array) return { kind: 'number', values: cells.slice() };
  const values = Array.from(cells, (cell, row) => checkedCell(name, row, cell));
  if (values.some(needsText)) return { kind: 'text', values: values.map(toText) };
  return {
    kind: 'number',
    values: Float64Array.from(values, (v) => (typeof v === 'string' ? NaN : Number(v ?? NaN))),
  };
}

function bigIntWarnings(
  name: string,
  cells: ArrayLike<unknown>,
  texts: readonly string[],
): TableWarning[] {
  if (!Array.prototype.some.call(cells, (cell) => typeof cell === 'bigint')) return [];
  const reason = textReason(texts);
  return reason === undefined ? [] : textWarnings(name, texts, reason);
}

/** True for text, and for an integer that a number cannot hold exactly. */
function needsText(cell: Cell): boolean {
  return typeof cell === 'bigint'
    ? BigInt(Number(cell)) !== cell
    : typeof cell === 'string' && cell !== '';
}

function toText(cell: Cell): string {
  return cell === undefined || cell === null || Number.isNaN(cell) ? '' : String(cell);
}

function checkedCell(column: string, row: number, cell: unknown): Cell {
  if (cell === null || cell === undefined) return undefined;
  if (typeof cell === 'number' || typeof cell === 'string' || typeof cell === 'bigint') return cell;
  const message = `data: column "${column}" must hold numbers or text, found ${describe(cell)} in row ${rowNumber(row)}`;
  throw new InputError('bad-cell', message, { column, row: rowNumber(row) });
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
