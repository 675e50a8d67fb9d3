import type { Block, CellReader, Cells } from '../cells.js';
import { KnownTexts } from './known-texts.js';
import { notInEncoding, type TextReader } from './text.js';
import type { DtaTexts } from '../types.js';
import { firstZero, wordAt } from '../words.js';

/** Maximum number of known texts: they fit into the processor's cache. */
const most = 1 << 16;
/** After this many cells, a variable with few repeats is read without looking texts up. */
const trial = 1 << 14;
/** Minimum share of repeats for which a look-up is worth it. */
const worth = 0.25;

/**
 * Reads a variable of text of `width` bytes. A cell with the bytes of an earlier one gets its text. The new texts of a
 * block are decoded together, joined by NUL, which no cell contains; calling the decoder per cell takes several times
 * as long.
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

/** Bytes of texts, with a NUL after each, to be decoded at once. */
class JoinedTexts {
  #bytes = new Uint8Array(1 << 10);
  #view = new DataView(this.#bytes.buffer);
  /** Where each text ends, before its NUL. */
  #ends = new Int32Array(1 << 7);
  #length = 0;
  #count = 0;

  /** `width` is that of the cells. */
  constructor(private readonly width: number) {}

  /** Adds the text at `offset`. */
  add(view: DataView, offset: number): void {
    const { width } = this;
    if (this.#length + width + 4 > this.#bytes.length) this.#growBytes();
    if (this.#count === this.#ends.length) this.#growEnds();
    let length = this.#length;
    for (let i = 0; i < width; i += 4) {
      const word = wordAt(view, offset, i, width);
      this.#view.setInt32(length, word, true);
      const zero = firstZero(word);
      if (zero !== 0) {
        length += (31 - Math.clz32(zero)) >> 3;
        break;
      }
      length += 4;
    }
    this.#ends[this.#count++] = length;
    this.#bytes[length++] = 0;
    this.#length = length;
  }

  #growBytes(): void {
    const larger = new Uint8Array(2 * this.#bytes.length + this.width);
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }

  #growEnds(): void {
    const larger = new Int32Array(2 * this.#ends.length);
    larger.set(this.#ends);
    this.#ends = larger;
  }

  /** Moves the texts into `texts` from `place` on; the first one is at `byteOffset` of the file. */
  take(texts: string[], place: number, reader: TextReader, byteOffset: number): void {
    const [length, count] = [this.#length, this.#count];
    [this.#length, this.#count] = [0, 0];
    if (count === 0) return;
    const joined = reader.whole(this.#bytes.subarray(0, length), byteOffset);
    if (joined.length === length) {
      // Each byte is a character, so the texts end where their bytes do.
      for (let i = 0, start = 0; i < count; i++) {
        const end = this.#ends[i]!;
        texts[place + i] = joined.slice(start, end);
        start = end + 1;
      }
      return;
    }
    const split = joined.split('\0');
    if (split.length !== count + 1) throw notInEncoding(reader.encoding, byteOffset);
    for (let i = 0; i < count; i++) texts[place + i] = split[i]!;
  }
}
