/** Tables from the values of a program. */
import { InputError } from '../core/errors/errors.js';
import type { Column } from './column.js';
import type { TableWarning } from './table-warning.js';
import { type Table, tableOf } from './table.js';
import { alikeCells, alikeNames } from './warnings/look-alikes.js';
import { dayLength, daysTo1970 } from './panel/periods.js';
import { rowNumber } from './place.js';
import { type ArrowTable, tableOfArrow } from './readers/columnar/arrow/arrow-table.js';
import { cellColumn, type ReadColumn, type TypedCell } from './readers/cell-column.js';
import * as said from '../words/errors/data/tables.js';

type Cell = number | bigint | string | boolean | Date | null | undefined;

/** A table of arquero, by shape. */
export interface ArqueroTable {
  numRows(): number;
  columnNames(): string[];
  array(name: string): ArrayLike<unknown>;
}

/**
 * Data from a caller: a table, also one of Arrow or arquero, a `Map` or an object of columns, or row objects. An object
 * may be of an interface or a class; what it holds is checked when it is read.
 */
export type DataInput =
  | Table
  | ArrowTable
  | ArqueroTable
  | ReadonlyMap<string, ArrayLike<Cell>>
  | Readonly<Record<string, ArrayLike<Cell>>>
  | Iterable<object>
  | object;

/**
 * The table in `data`. A `Table` is returned as it is; anything else is copied. null, undefined and NaN are missing,
 * in text also ''. Dates are days if all are at midnight UTC, else times. A column with cells of several types is text,
 * and its numbers are printed. So is a column of integers of which one is a bigint that a number cannot hold exactly.
 * Warnings say so.
 *
 * @throws InputError `bad-data`, `empty-data`, `bad-column`, `column-length` or `bad-cell`
 */
export function toTable(data: DataInput): Table {
  const table = anyTable(data);
  if (table.nrows > 0) return table;
  throw new InputError(said.noRows(), 'data');
}

/**
 * `toTable`, also without rows.
 *
 * @throws InputError `bad-data`, `bad-column`, `column-length` or `bad-cell`
 */
export function anyTable(data: DataInput): Table {
  if (typeof data !== 'object' || data === null) throw notData({ is: 'value', type: typeOf(data) });
  return isTable(data) ? data : readable(() => converted(data));
}

function converted(data: Exclude<DataInput, Table>): Table {
  return isArrow(data) ? tableOfArrow(data, { name: 'data' }) : copied(data);
}

function copied(data: Exclude<DataInput, Table | ArrowTable>): Table {
  const cells = cellsOf(data);
  const nrows = commonLength(cells);
  const columns = new Map<string, Column>();
  const warnings: TableWarning[] = [];
  for (const [name, values] of cells) {
    const read = toColumn(name, values);
    columns.set(name, read.column);
    warnings.push(...read.warnings, ...alikeCells(name, read.column));
  }
  warnings.push(...alikeNames([...columns.keys()]));
  return tableOf({ nrows, columns }, warnings);
}

function isTable(data: DataInput): data is Table {
  return 'columns' in data && data.columns instanceof Map && Number.isSafeInteger(data['nrows']);
}

function isArrow(data: object): data is ArrowTable {
  return has(data, 'getChildAt') && 'schema' in data && 'numRows' in data;
}

function isArquero(data: object): data is ArqueroTable {
  return has(data, 'numRows') && has(data, 'columnNames') && has(data, 'array');
}

function isIterable(data: object): data is Iterable<unknown> {
  return has(data, Symbol.iterator);
}

/** True for an object with a method of this name. */
function has(data: object, method: PropertyKey): boolean {
  return typeof (data as Record<PropertyKey, unknown>)[method] === 'function';
}

function cellsOf(data: object): Map<string, ArrayLike<unknown>> {
  if (isArquero(data)) return new Map(data.columnNames().map((name) => [name, data.array(name)]));
  if (data instanceof Map) return cellsOfColumns(data);
  return isIterable(data) ? cellsOfRows(Array.from(data)) : cellsOfColumns(Object.entries(data));
}

/** What `read` returns; a getter of the data that throws is an error of the data. */
function readable<Cells>(read: () => Cells): Cells {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw notData({ is: 'unreadable', fault: String(error) }, error);
  }
}

function notData(value: said.NoTable, cause?: unknown): InputError {
  return new InputError(said.notData({ found: value }), { of: 'data', cause });
}

function cellsOfRows(rows: readonly unknown[]): Map<string, ArrayLike<unknown>> {
  const names = new Set<string>();
  const wrong = rows.findIndex((row) => typeof row !== 'object' || row === null);
  if (wrong >= 0) throw notData({ is: 'row', type: typeOf(rows[wrong]), row: rowNumber(wrong) });
  const records = rows as readonly Readonly<Record<string, unknown>>[];
  for (const row of records) for (const name of Object.keys(row)) names.add(name);
  const cell = (row: Readonly<Record<string, unknown>>, name: string): unknown =>
    Object.hasOwn(row, name) ? row[name] : undefined;
  return new Map([...names].map((name) => [name, records.map((row) => cell(row, name))]));
}

function cellsOfColumns(columns: Iterable<[unknown, unknown]>): Map<string, ArrayLike<unknown>> {
  const cells = new Map<string, ArrayLike<unknown>>();
  for (const [name, values] of columns) {
    if (typeof name !== 'string') throw notData({ is: 'name', type: typeOf(name) });
    if (!isList(values)) {
      throw new InputError(said.notArray({ column: name, type: typeOf(values) }), 'data');
    }
    cells.set(name, values);
  }
  return cells;
}

/** True for an object with elements up to its length: a length without elements could require any amount of memory. */
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
    const detail = { columns: [first[0], name], lengths: [expected, length] } as const;
    throw new InputError(said.otherLengths(detail), 'data');
  }
  return expected;
}

function toColumn(name: string, cells: ArrayLike<unknown>): ReadColumn {
  if (cells instanceof Float64Array) {
    return { column: { kind: 'number', values: cells.slice() }, warnings: [] };
  }
  const plain = plainNumbers(cells);
  if (plain !== undefined) return { column: { kind: 'number', values: plain }, warnings: [] };
  const values = Array.from(cells, (cell, row) => checkedCell(name, row, cell));
  const { column, warnings } = cellColumn(name, values);
  if (column.kind === 'number') return { column, warnings };
  const { values: texts, integers } = column;
  return { column: { kind: 'text', values: texts, ...(integers && { integers }) }, warnings };
}

/** The values of a column that has numbers and missing cells only, undefined for any other. */
function plainNumbers(cells: ArrayLike<unknown>): Float64Array | undefined {
  const { length } = cells;
  const values = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const cell = cells[i];
    if (typeof cell === 'number') values[i] = cell;
    else if (cell === null || cell === undefined || cell === '') values[i] = NaN;
    else return undefined;
  }
  return values;
}

/** A program writes '' where it has no text. */
function checkedCell(column: string, row: number, cell: unknown): TypedCell {
  if (cell === null || cell === undefined || cell === '') return undefined;
  if (isPlain(cell)) return cell;
  const date = dateOf(cell);
  if (date !== undefined) return date;
  const type = cell instanceof Date ? 'invalid-date' : typeOf(cell);
  throw new InputError(said.badCell({ column, row: rowNumber(row), type }), 'data');
}

function isPlain(cell: unknown): cell is number | bigint | string | boolean {
  return /^(number|bigint|string|boolean)$/.test(typeof cell);
}

function dateOf(cell: unknown): TypedCell {
  if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return undefined;
  const milliseconds = cell.getTime() + daysTo1970 * dayLength;
  return milliseconds % dayLength === 0
    ? { frequency: 'day', count: milliseconds / dayLength }
    : { frequency: 'time', count: milliseconds };
}

function typeOf(value: unknown): said.ValueType {
  if (value === undefined) return 'nothing';
  return value === null ? 'null' : (typeof value as said.ValueType);
}
