import { counted } from '../../../core/messages.js';
import {
  type FileMetaData,
  parquetMetadataAsync,
  type ParquetParsers,
  parquetRead,
  parquetSchema,
  type SchemaElement,
  type SchemaTree,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { InputError } from '../../../core/errors.js';
import type { Column } from '../../column.js';
import { factsKey, withFacts } from '../../convert/facts.js';
import { type Table, tableOf } from '../../table.js';
import { damage } from '../damage.js';
import { checkPages } from './pages.js';
import type { ReadOptions } from '../options.js';
import { type Selection, wantedBy, withNames } from '../selection.js';
import { leftOut, typedWarnings } from '../typed-warnings.js';
import { type CellParts, type CellType, columnOfParts } from '../typed-column.js';

export interface ParquetOptions
  extends Pick<Selection, 'columns' | 'usedBy'>, Pick<ReadOptions, 'onProgress'> {
  /** Names the file in messages. */
  readonly name: string;
}

/** Texts stay bytes until here, days and times stay counts. Times are cut to milliseconds. */
export const parsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (count) => Number(count),
  timestampFromMicroseconds: (count) => floorDivide(count, 1000n),
  timestampFromNanoseconds: (count) => floorDivide(count, 1_000_000n),
  dateFromDays: (days) => days,
  jsonFromBytes: (bytes) => decode(bytes),
  stringFromBytes: (bytes) => decode(bytes),
};

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array | null | undefined): string | undefined {
  return bytes ? decoder.decode(bytes) : undefined;
}

function floorDivide(count: bigint, divisor: bigint): number {
  const quotient = count / divisor;
  return Number(count % divisor < 0n ? quotient - 1n : quotient);
}

/**
 * The table of a Parquet file. Row groups are read one at a time, and of them only the columns that are asked for.
 * Decimals are the nearest doubles. Columns of lists and structures are left out.
 *
 * @throws InputError `unreadable-parquet`
 */
export async function readParquet(file: ArrayBuffer, options: ParquetOptions): Promise<Table> {
  try {
    const metadata = await parquetMetadataAsync(file, { geoparquet: false });
    return await readColumns(file, metadata, options);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const message = `${options.name}: cannot be read as Parquet: ${damage(error)}`;
    throw new InputError('unreadable-parquet', message);
  }
}

/** A column of the file: its type, and for a decimal the digits after the point. */
export interface FileColumn {
  readonly name: string;
  readonly type: CellType;
  readonly scale?: number;
}

async function readColumns(
  file: ArrayBuffer,
  metadata: FileMetaData,
  options: ParquetOptions,
): Promise<Table> {
  const { children } = parquetSchema(metadata);
  const isWanted = wantedBy(options);
  const wanted = children.filter(({ element }) => isWanted(element.name));
  const flat = wanted.filter(isFlat).map(({ element }) => describeColumn(element));
  const nrows = Number(metadata.num_rows);
  const parts = new Map<string, { readonly start: number; readonly cells: ArrayLike<unknown> }[]>();
  for (const { name } of flat) parts.set(name, []);
  checkPages(file, metadata, new Set(parts.keys()));
  let rowStart = 0;
  for (const group of flat.length === 0 ? [] : metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    await parquetRead({
      file,
      metadata,
      columns: flat.map(({ name }) => name),
      rowStart,
      rowEnd,
      compressors,
      utf8: false,
      parsers,
      onChunk: ({ columnName, columnData, rowStart: start }) =>
        void parts.get(columnName)?.push({ start, cells: columnData }),
    });
    rowStart = rowEnd;
    const bytes = file.byteLength;
    options.onProgress?.({ bytesRead: Math.round((bytes * rowEnd) / nrows), bytes, rows: rowEnd });
  }
  const columns = new Map<string, Column>();
  for (const column of flat) {
    const cells = inOrder(parts.get(column.name)!);
    const ncells = cells.reduce((sum, { length }) => sum + length, 0);
    if (ncells !== nrows) {
      const message = `${options.name}: expected ${counted(nrows, 'cell')} in column "${column.name}", found ${ncells}; the file is damaged`;
      throw new InputError('unreadable-parquet', message);
    }
    const values = cells.map((part) => scaledCells(part, column.scale));
    columns.set(column.name, columnOfParts(column.type, values));
  }
  const facts = metadata.key_value_metadata?.find(({ key }) => key === factsKey)?.value;
  const others = wanted
    .filter((child) => !isFlat(child))
    .map(({ element }) => leftOut(element.name));
  const names = children.filter(isFlat).map(({ element }) => element.name);
  const table = withNames(withFacts({ nrows, columns }, facts), names);
  return tableOf(table, [...others, ...typedWarnings(columns)]);
}

export function isFlat({ children, element }: SchemaTree): boolean {
  return children.length === 0 && element.repetition_type !== 'REPEATED';
}

/** The type of a column. A decimal loses its type, so that its digits come as a whole number. */
export function describeColumn(element: SchemaElement): FileColumn {
  const { name, scale = 0 } = element;
  if (element.converted_type !== 'DECIMAL') return { name, type: cellType(element) };
  delete element.converted_type;
  delete element.logical_type;
  return { name, type: 'number', scale };
}

const primitives: Readonly<Partial<Record<string, CellType>>> = {
  BOOLEAN: 'boolean',
  INT32: 'integer',
  INT64: 'integer',
  INT96: 'time',
  FLOAT: 'number',
  DOUBLE: 'number',
};

const annotated: Readonly<Partial<Record<string, CellType>>> = {
  DATE: 'day',
  TIMESTAMP: 'time',
  TIMESTAMP_MILLIS: 'time',
  TIMESTAMP_MICROS: 'time',
  FLOAT16: 'number',
  UTF8: 'text',
  STRING: 'text',
  ENUM: 'text',
  JSON: 'text',
  UUID: 'text',
};

/** What the annotation of a column says of its primitive type. Bytes without one are no text. */
function cellType({ type, converted_type, logical_type }: SchemaElement): CellType {
  const annotation = annotated[converted_type ?? ''] ?? annotated[logical_type?.type ?? ''];
  return annotation ?? primitives[type ?? ''] ?? 'bytes';
}

/** Cells in the order of the rows. */
function inOrder(
  parts: { readonly start: number; readonly cells: ArrayLike<unknown> }[],
): CellParts {
  return parts.sort((a, b) => a.start - b.start).map(({ cells }) => cells);
}

/** Decimals of whole numbers: the double nearest to the digits, which the division of a double would miss. */
export function scaledCells(
  cells: ArrayLike<unknown>,
  scale: number | undefined,
): ArrayLike<unknown> {
  if (scale === undefined) return cells;
  return Array.from(cells, (cell) => {
    if (cell === null || cell === undefined) return null;
    const digits = cell instanceof Uint8Array ? wholeOf(cell) : BigInt(cell as number | bigint);
    return Number(`${digits}e-${scale}`);
  });
}

/** The whole number of bytes, the highest first, in two's complement. */
function wholeOf(bytes: Uint8Array): bigint {
  const digits = bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  return BigInt.asIntN(8 * bytes.length, digits);
}
