/** The data files in tests/golden/files, what they hold, and that as `convert` writes it. */
import { readdirSync, readFileSync } from 'node:fs';
import type { JsonCell, JsonColumn } from '../../../../bindings/data/readers/json/json-table.js';

const root = new URL('../../../golden/files/', import.meta.url);

interface WrittenColumn {
  readonly name: string;
  readonly type?: string;
  readonly kind?: string;
  readonly values: readonly WrittenCell[];
}

type WrittenCell =
  | null
  | number
  | string
  | boolean
  | Partial<Record<'int64' | 'timestamp' | 'date' | 'decimal' | 'number' | 'hex', string>>;

/** What a column of 5,000 rows is held to. */
interface ColumnSummary {
  readonly name: string;
  readonly nulls: number;
  readonly sum?: number;
  readonly distinct: number;
  readonly at: Readonly<Record<string, WrittenCell>>;
}

export interface FileCase {
  readonly id: string;
  readonly data: string;
  readonly spec: { readonly options?: Readonly<Record<string, unknown>> };
  readonly expected: {
    readonly error?: string;
    readonly nrows: number;
    readonly columns: readonly (WrittenColumn | ColumnSummary)[];
  };
}

export function fileCases(folder: string): FileCase[] {
  const url = new URL(`${folder}/`, root);
  return readdirSync(url)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(new URL(file, url), 'utf8')) as FileCase);
}

/** A copy of the file's bytes, which fills its buffer. */
export function fileBytes(folder: string, { data }: FileCase): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`${folder}/${data}`, root)));
}

export function isSummary(column: WrittenColumn | ColumnSummary): column is ColumnSummary {
  return 'nulls' in column;
}

/** A column as `convert --to json` writes it. */
export function converted({ name, type, kind, values }: WrittenColumn): JsonColumn {
  const declared = type ?? kind ?? '';
  const some = (key: string): boolean =>
    values.some((value) => typeof value === 'object' && value !== null && key in value);
  const cells = values.map(convertedCell);
  if (some('int64')) {
    const texts = cells.map((cell) => (cell === null ? null : String(cell as string | number)));
    return { name, type: 'integer-text', values: texts };
  }
  if (some('timestamp') || declared.startsWith('timestamp')) {
    return { name, type: 'date', frequency: 'time', values: cells };
  }
  if (some('date') || declared === 'date') {
    return { name, type: 'date', frequency: 'day', values: cells };
  }
  if (declared.startsWith('bool')) return { name, type: 'boolean', values: cells };
  const isText = /^(string|text|binary)$/.test(declared);
  return { name, type: isText ? 'text' : 'number', values: cells };
}

export function convertedCell(value: WrittenCell): JsonCell {
  if (value === null || typeof value !== 'object') return value;
  const { int64, timestamp, date, decimal, number, hex } = value;
  if (timestamp !== undefined)
    return timestamp
      .replace(/:\d\dZ$/, '$&.000')
      .replace(/Z(\.000)?$/, '$1')
      .slice(0, 23);
  if (decimal !== undefined) return Number(decimal);
  if (number !== undefined) return { number };
  if (hex !== undefined) return { hex };
  return int64 ?? date!;
}
