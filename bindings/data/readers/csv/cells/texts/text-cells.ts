/** The cells of a column as texts. Their type is found when all have been read. */
import type { Column, MissingKinds } from '../../../../column.js';
import { cellText, DOUBLED, type Grid, PLAIN } from '../../grid.js';
import { KnownCells } from './known-cells.js';
import { ShortCells } from './short-cells.js';

/** The cells from which the type of a column is found. */
export interface CellTexts {
  readonly values: readonly string[];
  /** Cells with only spaces, or nothing, between their quotes. */
  readonly quotedBlanks: ReadonlySet<number>;
}

/** Minimum rows of a batch in which cells are looked up: wider tables would need too much memory. */
const FEWEST = 64;
/** After this many cells, a column with few repeats is read without looking cells up. */
const TRIAL = 1 << 13;
/** Minimum share of repeats for which a look-up is worth it. */
const WORTH = 0.25;

/**
 * Equal cells share a number, and the type of a column is found from its distinct cells. The list may contain a cell
 * several times, in the order of first rows; for a column with few repeats it has an entry per row.
 */
export class TextCells implements CellTexts {
  readonly values: string[] = [];
  readonly quotedBlanks = new Set<number>();
  #numbers = new Int32Array(64);
  #length = 0;
  readonly #short = new ShortCells();
  readonly #plain = new KnownCells();
  /** Cells with doubled quotes inside. */
  readonly #doubled = new KnownCells();
  #counts: Int32Array | undefined;

  /** Adds cell `j` of each row. */
  add(grid: Grid, j: number): void {
    const { nrows, width, marks } = grid;
    this.#reserve(this.#length + nrows);
    const nrepeats = this.#length - this.values.length;
    const searches = nrows >= FEWEST && (this.#length < TRIAL || nrepeats > WORTH * this.#length);
    const numbers = this.#numbers;
    const keys = searches ? grid.keys?.(j) : undefined;
    for (let i = 0, cell = j; i < nrows; i++, cell += width) {
      let number: number;
      if (keys !== undefined && keys[4 * i + 3]! >= 0)
        number = this.#numberOfKey(grid, cell, keys, i);
      else if (marks[cell] !== PLAIN && isBlank(grid, cell)) number = this.#addBlank(grid, cell);
      else if (searches) number = this.#numberOf(grid, cell);
      else number = this.values.push(cellText(grid, cell)) - 1;
      numbers[this.#length++] = number;
    }
  }

  #addBlank(grid: Grid, cell: number): number {
    const number = this.values.push(cellText(grid, cell)) - 1;
    this.quotedBlanks.add(number);
    return number;
  }

  #numberOfKey(grid: Grid, cell: number, keys: Int32Array, i: number): number {
    const before = this.#short.find(keys, i);
    if (before >= 0) return before;
    const number = this.values.push(cellText(grid, cell)) - 1;
    this.#short.add(keys, i, number);
    return number;
  }

  #numberOf(grid: Grid, cell: number): number {
    const isDoubled = grid.marks[cell] === DOUBLED;
    const known = isDoubled ? this.#doubled : this.#plain;
    const before = known.find(grid, cell);
    if (before >= 0) return before;
    const value = cellText(grid, cell);
    const { text, bounds } = grid;
    const written = isDoubled ? text.slice(bounds[2 * cell], bounds[2 * cell + 1]) : value;
    const number = this.values.push(value) - 1;
    known.add(written, number);
    return number;
  }

  #reserve(length: number): void {
    if (length <= this.#numbers.length) return;
    const larger = new Int32Array(Math.max(length, 2 * this.#numbers.length));
    larger.set(this.#numbers.subarray(0, this.#length));
    this.#numbers = larger;
  }

  /** The first row of a cell of the list. */
  firstRow(number: number): number {
    return this.#numbers.indexOf(number);
  }

  /** How many rows have a cell of the list. */
  countOf(number: number): number {
    if (this.#counts === undefined) {
      this.#counts = new Int32Array(this.values.length);
      for (let row = 0; row < this.#length; row++) this.#counts[this.#numbers[row]!]!++;
    }
    return this.#counts[number]!;
  }

  /** The column of all rows, from one of the list. */
  expanded(column: Column): Column {
    const numbers = this.#numbers.subarray(0, this.#length);
    const missing = column.missing && { missing: expandedKinds(column.missing, numbers) };
    if (column.kind === 'number') {
      const values = new Float64Array(numbers.length);
      for (let row = 0; row < values.length; row++) values[row] = column.values[numbers[row]!]!;
      return { ...column, values, ...missing };
    }
    const values = new Array<string>(numbers.length);
    for (let row = 0; row < values.length; row++) values[row] = column.values[numbers[row]!]!;
    const nulls = column.nulls && { nulls: expandedBytes(column.nulls, numbers) };
    return { ...column, values, ...nulls, ...missing };
  }
}

/** True if a cell has only spaces, or nothing. */
function isBlank(grid: Grid, cell: number): boolean {
  const [start, end] = [grid.bounds[2 * cell]!, grid.bounds[2 * cell + 1]!];
  if (start === end) return true;
  const first = grid.text.charCodeAt(start);
  // Most cells begin with an ASCII character other than a space.
  return (first <= 32 || first > 126) && cellText(grid, cell).trim() === '';
}

function expandedKinds({ names, codes }: MissingKinds, numbers: Int32Array): MissingKinds {
  return { names, codes: expandedBytes(codes, numbers) };
}

function expandedBytes(bytes: Uint8Array, numbers: Int32Array): Uint8Array {
  const expanded = new Uint8Array(numbers.length);
  for (let row = 0; row < expanded.length; row++) expanded[row] = bytes[numbers[row]!]!;
  return expanded;
}
