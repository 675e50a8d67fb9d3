import type { Block, CellReader, Cells } from '../cells.js';
import { JoinedTexts } from './joined-texts.js';
import { KnownTexts } from './known-texts.js';
import type { TextReader } from './text.js';
import type { DtaTexts } from '../types.js';

/** Most texts that are known at once: the processor's cache holds them. */
const most = 1 << 16;
/** After so many cells a variable with few repeats is read without a search for them. */
const trial = 1 << 14;
/** Least share of repeats that a search is worth. */
const worth = 0.25;

/**
 * Reads a variable of text of `width` bytes. A cell with the bytes of an earlier one takes its text, and the new texts
 * of a block are decoded at once, joined by NUL, which no cell contains: a call of the decoder for each cell takes
 * several times as long.
 */
export class CellTexts implements CellReader<DtaTexts> {
  readonly #values: string[];
  readonly #known: KnownTexts;
  readonly #joined: JoinedTexts;
  #texts: string[] = [];
  #numbers = new Int32Array(0);
  #nrepeats = 0;

  constructor(
    private readonly cells: Cells,
    width: number,
    private readonly reader: TextReader,
  ) {
    this.#values = new Array<string>(cells.count);
    this.#known = new KnownTexts(width);
    this.#joined = new JoinedTexts(width);
  }

  read(block: Block): void {
    if (block.from < trial || this.#nrepeats > worth * block.from) this.#readRepeated(block);
    else this.#readEach(block);
  }

  #readRepeated({ view, from, to, start, byteOffset }: Block): void {
    const { offset, stride } = this.cells;
    const nrows = to - from;
    if (this.#known.count + nrows > most) {
      this.#known.clear();
      this.#texts = [];
    }
    if (this.#numbers.length < nrows) this.#numbers = new Int32Array(nrows);
    const numbers = this.#numbers.subarray(0, nrows);
    const before = this.#known.count;
    const place = start + offset;
    this.#known.number(view, place, stride, numbers);
    const nnew = this.#known.count - before;
    for (let row = 0, next = before; next < before + nnew; row++) {
      if (numbers[row] !== next) continue;
      this.#joined.add(view, place + row * stride);
      next++;
    }
    this.#nrepeats += nrows - nnew;
    this.#joined.take(this.#texts, before, this.reader, byteOffset + offset);
    const [values, texts] = [this.#values, this.#texts];
    for (let row = 0; row < nrows; row++) values[from + row] = texts[numbers[row]!]!;
  }

  #readEach({ view, from, to, start, byteOffset }: Block): void {
    const { offset, stride } = this.cells;
    for (let row = from, place = start + offset; row < to; row++, place += stride) {
      this.#joined.add(view, place);
    }
    this.#joined.take(this.#values, from, this.reader, byteOffset + offset);
  }

  result(): DtaTexts {
    return { kind: 'text', values: this.#values };
  }
}
