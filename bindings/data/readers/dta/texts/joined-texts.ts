import { notInEncoding, type TextReader } from './text.js';
import { firstZero, wordAt } from '../words.js';

/** Bytes of texts, with a NUL after each, to be decoded at once. */
export class JoinedTexts {
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
