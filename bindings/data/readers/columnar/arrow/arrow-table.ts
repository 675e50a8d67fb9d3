/** Makes tables from Arrow tables in memory. */
import type * as Arrow from 'apache-arrow';
import type { Column } from '../../../column.js';
import { factsKey, withFacts } from '../facts.js';
import { dayLength } from '../../../panel/periods.js';
import type { TableWarning } from '../../../table-warning.js';
import { type Table, tableOf } from '../../../table.js';
import { columnNames, keptWarnings } from '../../headings.js';
import { type Selection, wantedBy, withNames } from '../../selection.js';
import { type CellType, typedColumn } from '../../typed-column.js';
import { leftOut, typedWarnings } from '../../typed-warnings.js';

export interface ArrowOptions extends Pick<Selection, 'columns' | 'usedBy'> {
  /** Names the file in messages. */
  readonly name: string;
}

/** An Arrow table, recognized by shape, so that it may come from another copy of the library. */
export interface ArrowTable {
  readonly numRows: number;
  readonly schema: {
    readonly fields: readonly { readonly name: string; readonly type: unknown }[];
  };
  getChildAt(index: number): unknown;
}

/** Converts an Arrow table. */
export function tableOfArrow(data: ArrowTable, options: ArrowOptions): Table {
  const table = data as Arrow.Table;
  const columns = new Map<string, Column>();
  const others: TableWarning[] = [];
  const names: string[] = [];
  const isWanted = wantedBy(options);
  const { fields } = table.schema;
  // A damaged or foreign file may lack names.
  const headings = columnNames(fields.map((field) => (field.name as string | null) ?? ''));
  fields.forEach((field, j) => {
    const type = cellType(field.type);
    const name = headings.names[j]!;
    if (type !== undefined) names.push(name);
    if (!isWanted(name)) return;
    if (type === undefined) return void others.push(leftOut(name));
    columns.set(name, typedColumn(type, cellsOf(table.getChildAt(j)!, field.type)));
  });
  const facts = table.schema.metadata?.get(factsKey);
  const read = withFacts({ nrows: table.numRows, columns }, facts);
  return tableOf(withNames(read, names), [
    ...keptWarnings(headings.warnings, columns.keys()),
    ...others,
    ...typedWarnings(columns),
  ]);
}

/** The type of cells; undefined for lists, structures and other types that cannot be columns of a table. */
export function cellType(type: Arrow.DataType): CellType | undefined {
  const value = isDictionary(type) ? type.dictionary : type;
  const name = String(value).replace(/[<[].*$/, '');
  if (/^(Utf8|LargeUtf8|Utf8View)$/.test(name)) return 'text';
  if (/Binary/.test(name)) return 'bytes';
  if (/^U?[Ii]nt\d+$/.test(name)) return 'integer';
  if (/^(Float\d+|Decimal)/.test(name)) return 'number';
  if (name === 'Bool') return 'boolean';
  if (name.startsWith('Date')) return 'day';
  if (name.startsWith('Timestamp')) return 'time';
  // A column of type Null has only missing values.
  return name === 'Null' ? 'number' : undefined;
}

function isDictionary(type: Arrow.DataType): type is Arrow.Dictionary {
  return 'dictionary' in type;
}

function cellsOf(vector: Arrow.Vector, type: Arrow.DataType): ArrayLike<unknown> {
  const name = String(type);
  const convert = name.startsWith('Decimal')
    ? decimalOf((type as Arrow.Decimal).scale)
    : name.startsWith('Date')
      ? (cell: unknown) => Math.floor(Number(cell) / dayLength)
      : name.startsWith('Timestamp')
        ? (cell: unknown) => Math.floor(Number(cell))
        : (cell: unknown) => cell;
  return Array.from({ length: vector.length }, (_, row) => {
    const cell: unknown = vector.get(row);
    return cell === null ? null : convert(cell);
  });
}

/** The double nearest to a decimal, whose digits are 32-bit words in two's complement, the lowest first. */
function decimalOf(scale: number): (cell: unknown) => number {
  return (cell) => {
    const words = cell as Uint32Array;
    const digits = words.reduceRight((value, word) => (value << 32n) | BigInt(word), 0n);
    return Number(`${BigInt.asIntN(32 * words.length, digits)}e-${scale}`);
  };
}
