/** The numeric cells of a column, as doubles, as long as all cells are numbers. */
import type { Column, MissingKinds } from '../../../column.js';
import { numberWarning } from '../../../warnings/column-warnings.js';
import { isWhole, lossOf, toNumber } from '../../../cells/number-text.js';
import { cellText, type Grid } from '../grid.js';
import type { CellFormat, ReadColumn } from './context.js';
import { kindOf, KindsBuilder } from './missing.js';
import { noStyles, noteOddStyle } from '../../../cells/styles.js';

/** Numbers beyond 2^53 in a column: the first that its double rounds. */
interface Rounded {
  readonly line: number;
  readonly cell: string;
  readonly value: number;
}

export class NumberCells {
  #values = new Float64Array(64);
  #length = 0;
  #kinds: KindsBuilder;
  #rounded: Rounded | undefined;
  /** How the numbers are written. */
  readonly styles = noStyles();
  /** True if a number has an exponent or is a word, so that not all are whole numbers. */
  #notWhole = false;
  /** True if all numbers taken so far are whole. */
  #takenWhole = true;

  constructor(private readonly format: CellFormat) {
    this.#kinds = new KindsBuilder(format.codes.names);
  }

  /** Adds cell `j` of each row; false if one is not a number, or is one that a double cannot represent. */
  add(grid: Grid, j: number): boolean {
    const { nrows, width, lines } = grid;
    const start = this.#length;
    const values = this.#reserve(start + nrows).subarray(start, start + nrows);
    const { pointed, codes } = this.format;
    if (!pointed) values.fill(NaN);
    const nothers = pointed ? grid.numbers(j, values, this.styles) : nrows;
    const declared = codes.numbers.size > 0;
    for (let i = 0; (nothers > 0 || declared) && i < nrows; i++) {
      const value = values[i]!;
      if (value === value && !(declared && codes.numbers.has(value))) continue;
      if (!this.#addOther(cellText(grid, i * width + j), start + i, lines[i]!)) return false;
    }
    this.#length = start + nrows;
    return true;
  }

  #reserve(length: number): Float64Array {
    if (length <= this.#values.length) return this.#values;
    const larger = new Float64Array(Math.max(length, 2 * this.#values.length));
    larger.set(this.#values.subarray(0, this.#length));
    this.#values = larger;
    return larger;
  }

  #addOther(written: string, row: number, line: number): boolean {
    const { plain, codes } = this.format;
    const cell = written.trim();
    this.#values[row] = NaN;
    if (cell === '') return true;
    const kind = kindOf(cell, codes);
    if (kind > 0) {
      this.#kinds.set(row, kind);
      return true;
    }
    const digits = plain(cell);
    const loss = digits === undefined ? undefined : lossOf(digits);
    if (digits === undefined || loss === 'zeros' || loss === 'range') return false;
    const value = toNumber(digits);
    const declared = codes.numbers.get(value);
    if (declared !== undefined) {
      this.#kinds.set(row, declared);
      return true;
    }
    if (loss === 'digits') this.#rounded ??= { line, cell, value };
    if (!isWhole(digits)) this.#notWhole = true;
    noteOddStyle(this.styles, digits);
    this.#values[row] = value;
    return true;
  }

  /** Removes and returns the cells so far; they are valid until the next ones are added. */
  take(): { readonly values: Float64Array; readonly missing: MissingKinds | undefined } {
    const values = this.#values.subarray(0, this.#length);
    const missing = this.#kinds.finish(this.#length);
    this.#takenWhole &&= allWhole(values);
    this.#kinds = new KindsBuilder(this.format.codes.names);
    this.#length = 0;
    return { values, missing };
  }

  /** The column of the remaining cells; undefined if integers would be rounded. */
  finish(name: string): ReadColumn | undefined {
    const values =
      this.#values.length === this.#length ? this.#values : this.#values.slice(0, this.#length);
    const whole = !this.#notWhole && this.#takenWhole;
    if (this.#rounded !== undefined && whole && allWhole(values)) return undefined;
    const missing = this.#kinds.finish(this.#length);
    const column: Column = { kind: 'number', values, ...(missing && { missing }) };
    const rounded = this.#rounded;
    return { column, warnings: rounded === undefined ? [] : [numberWarning(name, rounded)] };
  }
}

function allWhole(values: Float64Array): boolean {
  return values.every((value) => Number.isNaN(value) || Number.isInteger(value));
}
