import type * as Writer from 'hyparquet-writer';
import type { Column } from '../column.js';
import { optionalPackage } from '../optional-package.js';
import { dayLength, daysTo1970 } from '../panel/periods.js';
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

type SchemaElement = NonNullable<Parameters<typeof Writer.parquetWriteBuffer>[0]['schema']>[number];

/** The type of a column in the file, and its cells. */
interface StoredCells {
  readonly type: Pick<SchemaElement, 'type' | 'converted_type'>;
  readonly cells: unknown[];
}

/**
 * A table as a Parquet file, compressed by Snappy. Labels, kinds of missing values and periods are in its metadata.
 *
 * @throws InputError `missing-package` without hyparquet-writer
 */
export async function tableToParquet(table: Table): Promise<WrittenFile> {
  const { parquetWriteBuffer } = await optionalPackage(
    'hyparquet-writer',
    'parquet',
    () => import('hyparquet-writer'),
  );
  const stored = Array.from(table.columns, ([name, column]) => ({
    name,
    ...storedCells(storedColumn(column)),
  }));
  const schema: SchemaElement[] = [
    { name: 'root', num_children: stored.length },
    ...stored.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...type })),
  ];
  const facts = factsJson(table);
  const buffer = parquetWriteBuffer({
    // Dictionaries would merge 0 and -0.
    columnData: stored.map(({ name, cells }) => ({ name, data: cells, encoding: 'PLAIN' })),
    schema,
    ...(facts !== undefined && { kvMetadata: [{ key: factsKey, value: facts }] }),
  });
  return withNotes(new Uint8Array(buffer), longNotes(table));
}

function storedCells(column: Column): StoredCells {
  const cells = (cell: (row: number) => unknown): unknown[] => presentCells(column, cell);
  if (column.kind === 'text') {
    const text = (row: number): string => column.values[row]!;
    if (areLongs(column))
      return { type: { type: 'INT64' }, cells: cells((row) => BigInt(text(row))) };
    if (isBinary(column)) {
      return { type: { type: 'BYTE_ARRAY' }, cells: cells((row) => bytesOf(text(row))) };
    }
    return { type: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, cells: cells(text) };
  }
  const { values, frequency } = column;
  if (column.boolean)
    return { type: { type: 'BOOLEAN' }, cells: cells((row) => values[row] !== 0) };
  if (frequency === 'day') {
    const type = { type: 'INT32', converted_type: 'DATE' } as const;
    return { type, cells: cells((row) => Math.floor(values[row]!) - daysTo1970) };
  }
  if (frequency === 'time') {
    const type = { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' } as const;
    const start = -daysTo1970 * dayLength;
    return { type, cells: cells((row) => BigInt(Math.floor(values[row]!) + start)) };
  }
  return { type: { type: 'DOUBLE' }, cells: cells((row) => values[row]!) };
}
