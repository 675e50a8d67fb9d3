import { InputError } from '../../core/errors/errors.js';
import { cellText, type Grid, PLAIN } from '../readers/csv/grid.js';
import { ShortCells } from '../readers/csv/cells/texts/short-cells.js';
import type { CellTexts } from '../readers/csv/cells/texts/text-cells.js';
import { tooManyTexts } from '../../words/errors/readers/csv.js';

/** Maximum number of distinct texts in a column, and maximum characters of them: they stay in memory. */
const MOST_TEXTS = 1 << 21;
const MOST_CHARACTERS = 1 << 26;

/** Numbers the distinct cells of a text column in the order of appearance. */
export class TextCodes {
  readonly firstRows: number[] = [];
  readonly counts: number[] = [];
  readonly #numbers = new Map<string, number>();
  /** Quoted blank cells, which differ from unquoted ones. */
  readonly #quotedBlanks = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #short = new ShortCells();
  /** The last list of coded texts, and the number of each of its texts and of a missing one, -1 if not yet known. */
  #list: readonly string[] = [];
  #codeOf = new Int32Array(1).fill(-1);
  #codes = new Int32Array(1 << 12);
  #length = 0;
  #row = 0;
  #characters = 0;

  constructor(private readonly name: string) {}

  /** Adds cell `j` of each row. */
  add(grid: Grid, j: number): void {
    const { nrows, width } = grid;
    this.#reserve(nrows);
    const keys = grid.keys?.(j);
    const { counts } = this;
    const codes = this.#codes.subarray(this.#length);
    for (let i = 0, place = j; i < nrows; i++, place += width) {
      const isShort = keys !== undefined && keys[4 * i + 3]! >= 0;
      let code = isShort ? this.#short.find(keys, i) : -1;
      if (code < 0) {
        code = this.#codeOfCell(grid, place, i);
        if (isShort) this.#short.add(keys, i, code);
      }
      counts[code]!++;
      codes[i] = code;
    }
    this.#length += nrows;
    this.#row += nrows;
  }

  /** The code of a cell of row `i` of a grid. */
  #codeOfCell(grid: Grid, place: number, i: number): number {
    const cell = cellText(grid, place);
    const isBlank = grid.marks[place] !== PLAIN && cell.trim() === '';
    const numbers = isBlank ? this.#quotedBlanks : this.#numbers;
    return numbers.get(cell) ?? this.#addText(cell, numbers, this.#row + i);
  }

  /** Adds texts, '' or undefined if missing. */
  addTexts(texts: ArrayLike<string | undefined>): void {
    this.#reserve(texts.length);
    for (let i = 0; i < texts.length; i++) {
      const text = texts[i] ?? '';
      const code = this.#numbers.get(text) ?? this.#addText(text, this.#numbers, this.#row);
      this.counts[code]!++;
      this.#codes[this.#length++] = code;
      this.#row++;
    }
  }

  /** Adds texts by their places in a list; rows that are not present are missing. */
  addCoded(texts: readonly string[], places: ArrayLike<number>, present?: Uint8Array): void {
    const nrows = present?.length ?? places.length;
    this.#reserve(nrows);
    if (texts !== this.#list) this.#codeOf = new Int32Array(texts.length + 1).fill(-1);
    this.#list = texts;
    const codeOf = this.#codeOf;
    let next = 0;
    for (let i = 0; i < nrows; i++) {
      const place = present?.[i] === 0 ? texts.length : places[next++]!;
      if (codeOf[place]! < 0) {
        const text = texts[place] ?? '';
        codeOf[place] = this.#numbers.get(text) ?? this.#addText(text, this.#numbers, this.#row);
      }
      const code = codeOf[place]!;
      this.counts[code]!++;
      this.#codes[this.#length++] = code;
      this.#row++;
    }
  }

  /** The numbers so far, which leave; valid until the next ones are added. */
  take(): Int32Array {
    const codes = this.#codes.subarray(0, this.#length);
    this.#length = 0;
    return codes;
  }

  get texts(): readonly string[] {
    return this.#texts;
  }

  /** The distinct cells. */
  cells(): CellTexts {
    return { values: this.#texts, quotedBlanks: new Set(this.#quotedBlanks.values()) };
  }

  #reserve(count: number): void {
    const length = this.#length + count;
    if (length <= this.#codes.length) return;
    const larger = new Int32Array(Math.max(length, 2 * this.#codes.length));
    larger.set(this.#codes.subarray(0, this.#length));
    this.#codes = larger;
  }

  /** Copies the text, because a substring would keep its whole chunk in memory. */
  #addText(cell: string, numbers: Map<string, number>, row: number): number {
    const text = cell.split('').join('');
    const code = this.#texts.length;
    this.#characters += text.length;
    if (code >= MOST_TEXTS || this.#characters > MOST_CHARACTERS) throw this.#tooMany();
    numbers.set(text, code);
    this.#texts.push(text);
    this.firstRows.push(row);
    this.counts.push(0);
    return code;
  }

  #tooMany(): InputError {
    const most = { texts: MOST_TEXTS, characters: MOST_CHARACTERS };
    return new InputError(tooManyTexts({ column: this.name, ...most }));
  }
}
