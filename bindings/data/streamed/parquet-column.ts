/** A column of a Parquet file, page by page. */
import { cellsOf, type Page } from '../readers/columnar/parquet/chunk.js';
import type { FileColumn } from '../readers/columnar/parquet/columns.js';
import { typedColumn } from '../readers/typed-column.js';
import { integerWarnings } from '../readers/typed-warnings.js';
import { Spill } from './spill.js';
import { noNumbers, type StreamedColumn } from './streamed-column.js';
import { TextCodes } from './text-codes.js';

export class ParquetColumn {
  readonly #cells: Numbers | Texts;
  /** True if the column turned out to be text after its first cells were discarded. */
  isLate = false;

  constructor(
    readonly file: FileColumn,
    asText = file.type === 'text' || file.type === 'bytes',
  ) {
    this.#cells = asText ? new Texts(file) : new Numbers(file);
  }

  add(page: Page): void {
    this.isLate ||= !this.#cells.add(page);
  }

  finish(): StreamedColumn {
    return this.#cells.finish();
  }

  close(): void {
    this.#cells.spill.close();
  }
}

class Numbers {
  readonly spill = new Spill('float');
  #like = noNumbers;

  constructor(private readonly file: FileColumn) {}

  /** Adds the cells of a page; false if one is no number. */
  add(page: Page): boolean {
    const { type } = this.file;
    const doubles = type === 'number' || type === 'integer' ? doublesOf(page) : undefined;
    const column = doubles ? undefined : typedColumn(type, cellsOf(page));
    if (column?.kind === 'text') return false;
    if (column !== undefined) this.#like = { ...column, values: new Float64Array(0) };
    this.spill.add(doubles ?? column!.values);
    return true;
  }

  finish(): StreamedColumn {
    const { spill } = this;
    const { name } = this.file;
    const like = this.#like;
    return {
      name,
      spill,
      codes: undefined,
      missing: new Map(),
      like,
      distinct: undefined,
      warnings: [],
    };
  }
}

class Texts {
  readonly spill = new Spill('code');
  readonly #codes: TextCodes;
  #dictionary: ArrayLike<unknown> | undefined;
  #words: readonly string[] = [];

  constructor(private readonly file: FileColumn) {
    this.#codes = new TextCodes(file.name);
  }

  add(page: Page): true {
    const { values, dictionary, present } = page;
    if (dictionary === undefined) this.#codes.addTexts(this.#textsOf(cellsOf(page)));
    else {
      if (dictionary !== this.#dictionary) this.#words = this.#textsOf(dictionary);
      this.#dictionary = dictionary;
      this.#codes.addCoded(this.#words, values as ArrayLike<number>, present);
    }
    this.spill.add(this.#codes.take());
    return true;
  }

  #textsOf(cells: ArrayLike<unknown>): readonly string[] {
    const { type } = this.file;
    return typedColumn(type === 'bytes' ? 'bytes' : 'text', cells).values as readonly string[];
  }

  finish(): StreamedColumn {
    const { spill } = this;
    const codes = this.#codes;
    const { name, type } = this.file;
    const distinct = { kind: 'text' as const, values: codes.texts };
    const rowOf = (code: number) => codes.firstRows[code]!;
    const warnings = type === 'integer' ? integerWarnings(name, codes.texts, rowOf) : [];
    return { name, spill, codes, missing: new Map(), like: distinct, distinct, warnings };
  }
}

/** The numbers of a page, NaN for a missing one; undefined if they are not stored as such. */
function doublesOf({ values, dictionary, present }: Page): Float64Array | undefined {
  const numbers = dictionary ?? values;
  if (!isNumeric(numbers)) return undefined;
  if (dictionary === undefined && present === undefined) {
    return numbers instanceof Float64Array ? numbers : new Float64Array(numbers);
  }
  const places = dictionary && (values as ArrayLike<number>);
  const doubles = new Float64Array(present?.length ?? values.length).fill(NaN);
  let next = 0;
  for (let row = 0; row < doubles.length; row++) {
    if (present !== undefined && present[row] === 0) continue;
    doubles[row] = numbers[places === undefined ? next : places[next]!]!;
    next++;
  }
  return doubles;
}

function isNumeric(cells: ArrayLike<unknown>): cells is Float64Array | Float32Array | Int32Array {
  return (
    cells instanceof Float64Array || cells instanceof Float32Array || cells instanceof Int32Array
  );
}
