import { InputError } from '../../../core/errors/errors.js';
import { fieldTooLong, MOST_CHARACTERS, MOST_COLUMNS, tooManyColumns } from '../limits.js';
import { DOUBLED, PLAIN, QUOTED } from './grid.js';
import { badQuotes } from '../../../words/errors/readers/csv.js';

/** How cells and comments are told apart. */
export interface Dialect {
  readonly delimiter: string;
  readonly comment: string | undefined;
}

/** A part of the text: from `start`, in line `line` of the file. */
export interface Part {
  readonly text: string;
  readonly start: number;
  readonly line: number;
  /** Names the file in messages. */
  readonly subject: string;
  /** True if more text follows, so that a quoted cell may be incomplete at the end. */
  readonly isOpen?: boolean;
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;

/** The positions of a batch's cells; reused for the next batch. */
export class CellPlaces {
  /** Start and end of each cell without its quotes. */
  bounds = new Int32Array(1 << 10);
  marks = new Uint8Array(1 << 9);
  /** The line of the file in which each row starts. */
  lines = new Int32Array(0);

  /** Makes room for cells. */
  reserve(ncells: number): void {
    if (ncells <= this.marks.length) return;
    const length = Math.max(ncells, 2 * this.marks.length);
    const [bounds, marks] = [this.bounds, this.marks];
    this.bounds = new Int32Array(2 * length);
    this.bounds.set(bounds);
    this.marks = new Uint8Array(length);
    this.marks.set(marks);
  }

  /** Room for the lines of rows. */
  linesOf(nrows: number): Int32Array {
    if (nrows > this.lines.length) this.lines = new Int32Array(nrows);
    return this.lines;
  }
}

/**
 * Finds the cells of records, one record after the other, by the rules of Papa Parse. It is
 * written here because a parser that makes a string for each cell takes longer than everything else.
 */
export class Scanner {
  ncells = 0;
  /** Line of the file at the position. */
  line: number;
  #position: number;
  readonly #text: string;
  readonly #first: number;

  constructor(
    private readonly part: Part,
    private readonly dialect: Dialect,
    private readonly places = new CellPlaces(),
  ) {
    this.#text = part.text;
    this.#position = part.start;
    this.line = part.line;
    this.#first = dialect.delimiter.charCodeAt(0);
  }

  get bounds(): Int32Array {
    return this.places.bounds;
  }

  get marks(): Uint8Array {
    return this.places.marks;
  }

  /** The place in the text after the records so far. */
  get position(): number {
    return this.#position;
  }

  /** True if a record follows. Comments are left out. */
  hasNext(): boolean {
    const { comment } = this.dialect;
    while (comment !== undefined && this.#text.startsWith(comment, this.#position)) {
      const end = this.#text.indexOf('\n', this.#position);
      this.#position = end < 0 ? this.#text.length : end + 1;
      this.line++;
    }
    return this.#position < this.#text.length;
  }

  /**
   * Adds the cells of the next record and returns their number; returns -1 without moving if the record is incomplete.
   *
   * @throws InputError `bad-quotes`, `field-too-long`, `too-many-columns`
   */
  next(): number {
    const before = this.ncells;
    const { line } = this;
    const from = this.#position;
    const text = this.#text;
    const { length } = text;
    for (;;) {
      const start = this.#position;
      const isQuoted = text.charCodeAt(start) === QUOTE;
      const end = isQuoted ? this.#quoted() : this.#endOf(start);
      if (end < 0) {
        this.#position = from;
        this.line = line;
        this.ncells = before;
        return -1;
      }
      if (!isQuoted) this.#add(start, end, PLAIN, this.line);
      if (this.ncells - before > MOST_COLUMNS) {
        throw tooManyColumns(this.part.subject, { row: this.line });
      }
      if (end < length && text.charCodeAt(end) !== NEWLINE) {
        this.#position = end + this.dialect.delimiter.length;
        continue;
      }
      this.#position = end + 1;
      this.line++;
      return this.ncells - before;
    }
  }

  /** Continues after `nrows` lines that end at `end`. */
  skip(nrows: number, end: number): void {
    this.#position = end;
    this.line += nrows;
  }

  /** Adds a quoted cell and returns the position after the spaces that follow; -1 if the cell is incomplete. */
  #quoted(): number {
    const text = this.#text;
    const { length } = text;
    const start = this.#position + 1;
    const opening = this.line;
    let mark: typeof QUOTED | typeof DOUBLED = QUOTED;
    let close = start;
    for (; close < length; close++) {
      const code = text.charCodeAt(close);
      if (code === NEWLINE) this.line++;
      if (code !== QUOTE) continue;
      if (text.charCodeAt(close + 1) !== QUOTE) break;
      mark = DOUBLED;
      close++;
    }
    if (close >= length) {
      if (this.part.isOpen === true) return -1;
      throw this.#badQuotes(opening, false);
    }
    this.#add(start, close, mark, opening);
    const end = this.#endOf(close + 1);
    if (end === close + 1) return end;
    if (end === length || text.slice(close + 1, end).trim() !== '') {
      throw this.#badQuotes(opening, true);
    }
    return end;
  }

  /** Position of the next delimiter or line end, or the end of the text. */
  #endOf(start: number): number {
    const text = this.#text;
    const first = this.#first;
    const { length } = text;
    const { delimiter } = this.dialect;
    const isOne = delimiter.length === 1;
    let end = start;
    for (; end < length; end++) {
      const code = text.charCodeAt(end);
      if (code === NEWLINE) break;
      if (code === first && (isOne || text.startsWith(delimiter, end))) break;
    }
    return end;
  }

  #add(start: number, end: number, mark: number, line: number): void {
    if (end - start > MOST_CHARACTERS) {
      throw fieldTooLong(this.part.subject, { row: line }, end - start);
    }
    const { places } = this;
    places.reserve(this.ncells + 1);
    places.bounds[2 * this.ncells] = start;
    places.bounds[2 * this.ncells + 1] = end;
    places.marks[this.ncells++] = mark;
  }

  #badQuotes(line: number, isClosed: boolean): InputError {
    return new InputError(badQuotes({ line, isClosed }), this.part.subject);
  }
}
