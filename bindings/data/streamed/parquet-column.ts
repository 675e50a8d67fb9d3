/** A column of a Parquet file, group by group. */
import type { FileColumn } from '../readers/parquet/parquet.js';
import { typedColumn } from '../readers/typed-column.js';
import { integerWarnings } from '../readers/typed-warnings.js';
import { Spill } from './spill.js';
import { noNumbers, type StreamedColumn } from './streamed-column.js';
import { TextCodes } from './text-codes.js';

export class ParquetColumn {
  readonly #spill: Spill<'float'> | Spill<'code'>;
  readonly #codes: TextCodes | undefined;
  #parts: Float64Array[] = [];
  #like = noNumbers;
  /** True if the column turned out to be text after its first cells were gone. */
  isLate = false;

  constructor(
    readonly file: FileColumn,
    private readonly blockRows: number,
    private readonly asText = file.type === 'text' || file.type === 'bytes',
  ) {
    this.#codes = asText ? new TextCodes(file.name) : undefined;
    this.#spill = asText ? new Spill('code') : new Spill('float');
  }

  add(cells: ArrayLike<unknown>): void {
    if (this.isLate) return;
    if (cells instanceof Float64Array) {
      this.#parts.push(cells);
      return;
    }
    if (cells instanceof Int32Array || cells instanceof Float32Array) {
      this.#parts.push(new Float64Array(cells));
      return;
    }
    const { type } = this.file;
    const column = typedColumn(this.asText && type === 'integer' ? 'text' : type, cells);
    if (column.kind === 'number') {
      this.#parts.push(column.values);
      this.#like = { ...column, values: new Float64Array(0) };
    } else if (this.#codes === undefined) this.isLate = true;
    else this.#codes.addTexts(column.values);
  }

  /** Writes the cells of a group in blocks. */
  endGroup(): void {
    if (this.#spill.kind === 'code') {
      const codes = this.#codes!.take();
      for (let i = 0; i < codes.length; i += this.blockRows) {
        (this.#spill as Spill<'code'>).add(codes.subarray(i, i + this.blockRows));
      }
      return;
    }
    const numbers = joined(this.#parts);
    this.#parts = [];
    for (let i = 0; i < numbers.length; i += this.blockRows) {
      (this.#spill as Spill<'float'>).add(numbers.subarray(i, i + this.blockRows));
    }
  }

  finish(): StreamedColumn {
    const { name, type } = this.file;
    const codes = this.#codes;
    const shared = { name, spill: this.#spill, codes, missing: new Map<string, number>() };
    if (codes === undefined) {
      return { ...shared, like: this.#like, distinct: undefined, warnings: [] };
    }
    const distinct = { kind: 'text' as const, values: codes.texts };
    const isInteger = type === 'integer';
    const warnings = isInteger
      ? integerWarnings(name, codes.texts, (code) => codes.firstRows[code]!)
      : [];
    return { ...shared, like: distinct, distinct, warnings };
  }

  close(): void {
    this.#spill.close();
  }
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const [first] = parts;
  if (parts.length === 1) return first!;
  const all = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let start = 0;
  for (const part of parts) {
    all.set(part, start);
    start += part.length;
  }
  return all;
}
