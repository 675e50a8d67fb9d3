/** JSON as `convert` writes it. */
import { InputError } from '../../../core/errors/errors.js';
import type { Column, ColumnFacts } from '../../column.js';
import type { TableWarning } from '../../table-warning.js';
import { type Table, tableOf } from '../../table.js';
import type { JsonColumn, JsonTable } from './json-table.js';
import { type Frequency, parsePeriod } from '../../panel/periods.js';
import { rowNumber } from '../../place.js';
import { wantedBy, withNames } from '../selection.js';
import { kindsOf } from '../coded-column.js';
import { cellOfType, lengthOfTable } from '../../../words/errors/readers/json.js';

interface ConvertedTable extends JsonTable {
  readonly warnings?: readonly TableWarning[];
}

/** What messages name. */
interface Subject {
  readonly name: string;
  readonly columns?: readonly string[] | undefined;
}

const types = new Set(['number', 'text', 'date', 'boolean', 'integer-text']);
const frequencies = new Set(['day', 'week', 'month', 'quarter', 'half', 'year', 'time']);

/** True for an object with a number of rows and columns that say their names, types and values. */
export function isConverted(value: unknown): value is ConvertedTable {
  if (typeof value !== 'object' || value === null || !('columns' in value)) return false;
  if (!('nrows' in value) || typeof value.nrows !== 'number') return false;
  return Array.isArray(value.columns) && value.columns.every(isColumn);
}

function isColumn(value: unknown): value is JsonColumn {
  if (typeof value !== 'object' || value === null) return false;
  const { name, type, values, frequency } = value as Partial<JsonColumn>;
  return (
    typeof name === 'string' &&
    types.has(String(type)) &&
    Array.isArray(values) &&
    (type !== 'date' || frequencies.has(String(frequency)))
  );
}

/** The table, with the warnings stored in the file. `mark` precedes numbers that a double cannot represent. */
export function convertedTable(table: ConvertedTable, mark: string, subject: Subject): Table {
  const columns = new Map<string, Column>();
  const isWanted = wantedBy({ columns: subject.columns });
  for (const column of table.columns) {
    const { name, values } = column;
    if (values.length !== table.nrows || columns.has(name)) {
      const detail = { column: name, twice: columns.has(name), values: values.length };
      throw new InputError(lengthOfTable({ ...detail, rows: table.nrows }), subject.name);
    }
    if (!isWanted(name)) continue;
    columns.set(name, columnOf(column, mark, subject));
  }
  const names = table.columns.map(({ name }) => name);
  return tableOf(withNames({ nrows: table.nrows, columns }, names), table.warnings ?? []);
}

function columnOf(column: JsonColumn, mark: string, subject: Subject): Column {
  const { label, valueLabels, missing, type } = column;
  const kinds = Object.entries(missing ?? {}).map(([row, kind]) => [Number(row), kind] as const);
  const facts: ColumnFacts = {
    ...(label !== undefined && { label }),
    ...(valueLabels && { valueLabels: new Map(Object.entries(valueLabels)) }),
    ...(missing && { missing: kindsOf(column.name, new Map(kinds), column.values.length) }),
  };
  const isText = type === 'text' || type === 'integer-text';
  return {
    ...facts,
    ...(isText ? textColumn(column, subject) : numberColumn(column, mark, subject)),
  };
}

function numberColumn(column: JsonColumn, mark: string, subject: Subject): Column {
  const { type, frequency } = column;
  const nans = new Set<number>();
  const values = Float64Array.from(column.values, (cell, row) => {
    if (cell === null) return NaN;
    const value = numberOf(cell, column, mark);
    if (value === undefined) throw badValue(column, row, subject);
    if (Number.isNaN(value)) nans.add(row);
    return value;
  });
  return {
    kind: 'number',
    values,
    ...(type === 'date' && { frequency: frequency as Frequency }),
    ...(type === 'boolean' && { boolean: true }),
    ...(nans.size > 0 && { nans }),
  };
}

/** The number of a cell, undefined if the cell is not of the column's type. */
function numberOf(
  cell: NonNullable<JsonColumn['values'][number]>,
  { type, frequency }: JsonColumn,
  mark: string,
): number | undefined {
  if (type === 'boolean') return typeof cell === 'boolean' ? Number(cell) : undefined;
  if (type === 'date') {
    if (typeof cell === 'string') return parsePeriod(frequency as Frequency, cell);
    return typeof cell === 'object' && 'number' in cell ? countOf(cell.number) : undefined;
  }
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string') {
    return cell.startsWith(mark) ? Number(cell.slice(mark.length)) : undefined;
  }
  const word = typeof cell === 'object' && 'number' in cell ? cell.number : '';
  return /^(NaN|-?Infinity|-0)$/.test(word) ? Number(word) : undefined;
}

/** The count of a period that has no date. */
function countOf(word: string): number | undefined {
  const count = Number(word);
  return word.trim() === '' || (Number.isNaN(count) && word !== 'NaN') ? undefined : count;
}

function textColumn(column: JsonColumn, subject: Subject): Column {
  const bytes = new Set<number>();
  const nulls = Uint8Array.from(column.values, (cell) => (cell === null ? 1 : 0));
  const values = column.values.map((cell, row) => {
    if (cell === null) return '';
    if (typeof cell === 'string') return cell;
    if (typeof cell !== 'object' || !('hex' in cell)) throw badValue(column, row, subject);
    bytes.add(row);
    return cell.hex;
  });
  return {
    kind: 'text',
    values,
    nulls,
    ...(column.type === 'integer-text' && { integers: true }),
    ...(bytes.size > 0 && { bytes }),
  };
}

function badValue({ name, type, values }: JsonColumn, row: number, subject: Subject): InputError {
  const value = JSON.stringify(values[row]);
  return new InputError(
    cellOfType({ column: name, row: rowNumber(row), type, found: value }),
    subject.name,
  );
}
