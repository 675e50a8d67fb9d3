import type { CellReader, Cells } from './cells.js';
import { DtaError } from './error.js';
import { KnownTexts } from './known-texts.js';
import type { TextReader } from './text.js';
import type { DtaTexts } from './types.js';

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
export function cellTexts(cells: Cells, width: number, reader: TextReader): CellReader<DtaTexts> {
  const { start, stride } = cells;
  const values = new Array<string>(cells.count);
  const known = new KnownTexts(cells, width);
  const joined = new JoinedTexts(cells, width);
  let texts: string[] = [];
  let numbers = new Int32Array(0);
  let nrepeats = 0;

  const readRepeated = (from: number, to: number): void => {
    if (numbers.length < to - from) numbers = new Int32Array(to - from);
    if (known.count + to - from > most) {
      known.clear();
      texts = [];
    }
    const before = known.count;
    for (let row = from, offset = start + from * stride; row < to; row++, offset += stride) {
      const { count } = known;
      const number = known.numberOf(offset);
      numbers[row - from] = number;
      if (number === count) joined.add(offset);
    }
    nrepeats += to - from - (known.count - before);
    joined.take(texts, before, reader, start + from * stride);
    for (let row = from; row < to; row++) values[row] = texts[numbers[row - from]!]!;
  };

  const readEach = (from: number, to: number): void => {
    for (let row = from; row < to; row++) joined.add(start + row * stride);
    joined.take(values, from, reader, start + from * stride);
  };

  const read = (from: number, to: number): void => {
    if (from < trial || nrepeats > worth * from) readRepeated(from, to);
    else readEach(from, to);
  };
  return { read, result: () => ({ kind: 'text', values }) };
}

/** Bytes of texts, with a NUL after each, to be decoded at once. */
class JoinedTexts {
  #bytes = new Uint8Array(1 << 10);
  /** Where each text ends, before its NUL. */
  #ends = new Int32Array(1 << 7);
  #length = 0;
  #count = 0;

  constructor(
    private readonly cells: Cells,
    private readonly width: number,
  ) {}

  /** Adds the text at `offset`. */
  add(offset: number): void {
    const { bytes } = this.cells;
    const limit = offset + this.width;
    if (this.#length + this.width >= this.#bytes.length) this.#growBytes();
    if (this.#count === this.#ends.length) this.#growEnds();
    const joined = this.#bytes;
    let length = this.#length;
    for (let i = offset; i < limit && bytes[i] !== 0; i++) joined[length++] = bytes[i]!;
    this.#ends[this.#count++] = length;
    joined[length++] = 0;
    this.#length = length;
  }

  #growBytes(): void {
    const larger = new Uint8Array(2 * this.#bytes.length + this.width);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  #growEnds(): void {
    const larger = new Int32Array(2 * this.#ends.length);
    larger.set(this.#ends);
    this.#ends = larger;
  }

  /** Puts the texts that were added, which leave, into `texts` from `place` on; the first one is at `byteOffset`. */
  take(texts: string[], place: number, reader: TextReader, byteOffset: number): void {
    const [length, count] = [this.#length, this.#count];
    [this.#length, this.#count] = [0, 0];
    if (count === 0) return;
    const joined = decoded(this.#bytes.subarray(0, length), reader, byteOffset);
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
    if (split.length !== count + 1) throw notDecoded(reader, byteOffset);
    for (let i = 0; i < count; i++) texts[place + i] = split[i]!;
  }
}

function decoded(joined: Uint8Array, reader: TextReader, byteOffset: number): string {
  try {
    return reader.whole(joined, 0, joined.length);
  } catch (error) {
    throw error instanceof DtaError ? notDecoded(reader, byteOffset) : error;
  }
}

function notDecoded({ encoding }: TextReader, byteOffset: number): DtaError {
  const message = `the text from byte ${byteOffset} on is not ${encoding}; name its encoding`;
  return new DtaError('dta-text', message, byteOffset);
}
