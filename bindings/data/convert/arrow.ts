import type * as Arrow from 'apache-arrow';
import type { Column } from '../column.js';
import { dayLength, daysTo1970 } from '../panel/periods.js';
import { optionalPackage } from '../optional-package.js';
import type { Table } from '../table.js';
import { factsJson, factsKey, storedColumn } from '../readers/columnar/facts.js';
import {
  areLongs,
  bytesOf,
  isBinary,
  longNotes,
  presentCells,
  withNotes,
  type WrittenFile,
} from './written.js';

/** A table as an Arrow file (Feather 2). Labels, kinds of missing values and periods are in its metadata. */
export async function tableToArrow(table: Table): Promise<WrittenFile> {
  const arrow = await optionalPackage(
    'apache-arrow',
    'data as Arrow',
    () => import('apache-arrow'),
  );
  const vectors = Array.from(
    table.columns,
    ([name, column]) => [name, vectorOf(arrow, storedColumn(column))] as const,
  );
  const fields = vectors.map(([name, { type }]) => new arrow.Field(name, type, true));
  const facts = factsJson(table);
  const metadata = new Map(facts === undefined ? [] : [[factsKey, facts]]);
  const schema = new arrow.Schema(fields, metadata);
  const children = vectors.map(([, { data }]) => data[0]!);
  const data = arrow.makeData({
    type: new arrow.Struct(fields),
    length: table.nrows,
    nullCount: 0,
    children,
  });
  const written = new arrow.Table(schema, new arrow.RecordBatch(schema, data));
  return withNotes(arrow.tableToIPC(written, 'file'), longNotes(table));
}

function vectorOf(arrow: typeof Arrow, column: Column): Arrow.Vector {
  const vector = (cell: (row: number) => unknown, type: Arrow.DataType): Arrow.Vector =>
    arrow.vectorFromArray(presentCells(column, cell), type);
  if (column.kind === 'text') {
    const text = (row: number): string => column.values[row]!;
    if (areLongs(column)) return vector((row) => BigInt(text(row)), new arrow.Int64());
    if (isBinary(column)) return vector((row) => bytesOf(text(row)), new arrow.Binary());
    return vector(text, new arrow.Utf8());
  }
  const { values, frequency } = column;
  if (column.boolean) return vector((row) => values[row] !== 0, new arrow.Bool());
  if (frequency === 'day') {
    return vector(
      (row) => (Math.floor(values[row]!) - daysTo1970) * dayLength,
      new arrow.DateDay(),
    );
  }
  if (frequency === 'time') {
    const start = -daysTo1970 * dayLength;
    return vector((row) => Math.floor(values[row]!) + start, new arrow.TimestampMillisecond());
  }
  return vector((row) => values[row]!, new arrow.Float64());
}
