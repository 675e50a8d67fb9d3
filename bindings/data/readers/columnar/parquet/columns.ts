/** The columns of a Parquet file: their types, and the conversion of stored cells. */
import type { ParquetParsers, SchemaElement, SchemaTree } from 'hyparquet';
import type { CellType } from '../../typed-column.js';

/** Keeps texts as bytes, and days and times as counts. Times are truncated to milliseconds. */
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

/** A column of the file: its type, and the number of decimals of a decimal. */
export interface FileColumn {
  readonly name: string;
  readonly type: CellType;
  readonly scale?: number;
  readonly isOptional: boolean;
  /** How its values are stored. */
  readonly element: SchemaElement;
}

export function isFlat({ children, element }: SchemaTree): boolean {
  return children.length === 0 && element.repetition_type !== 'REPEATED';
}

/** The type of a column. Decimals are read without their type, so that their digits come as whole numbers. */
export function describeColumn(element: SchemaElement): FileColumn {
  const { name, scale = 0 } = element;
  const isOptional = element.repetition_type !== 'REQUIRED';
  if (element.converted_type !== 'DECIMAL') {
    return { name, type: cellType(element), isOptional, element };
  }
  const whole = { ...element };
  delete whole.converted_type;
  delete whole.logical_type;
  return { name, type: 'number', scale, isOptional, element: whole };
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

/** The cell type given by a column's annotation. Bytes without annotation are not text. */
function cellType({ type, converted_type, logical_type }: SchemaElement): CellType {
  const annotation = annotated[converted_type ?? ''] ?? annotated[logical_type?.type ?? ''];
  return annotation ?? primitives[type ?? ''] ?? 'bytes';
}

/** From this upper word on, a 64-bit integer may exceed 2^53. */
const LARGE = 2 ** 21;

/** 64-bit integers as doubles if all can be represented; other values unchanged. */
export function exactDoubles(values: ArrayLike<unknown>): ArrayLike<unknown> {
  if (!(values instanceof BigInt64Array)) return values;
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  const doubles = new Float64Array(values.length);
  for (let i = 0; i < doubles.length; i++) {
    const high = words[2 * i + 1]!;
    if (high >= LARGE || high < -LARGE) return values;
    doubles[i] = high * 2 ** 32 + (words[2 * i]! >>> 0);
  }
  return doubles;
}

/** Decimals from whole numbers: the double nearest to the digits; dividing doubles would not be exact. */
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

/** The whole number in bytes, highest first, in two's complement. */
function wholeOf(bytes: Uint8Array): bigint {
  const digits = bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  return BigInt.asIntN(8 * bytes.length, digits);
}
