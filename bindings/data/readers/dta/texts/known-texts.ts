import { firstZero, wordAt } from '../words.js';

/** Initial number of known texts: the table doubles when it is half full. */
const FEW = 1 << 6;

/** The distinct texts of a variable, numbered in order of appearance and found by their bytes, four at a time. */
export class KnownTexts {
  count = 0;
  /** Number of a text plus 1 by its hash, in the next free place if another text has that one. */
  #slots = new Int32Array(2 * FEW);
  #hashes = new Int32Array(FEW);
  /** Words of each text, in as many places as the longest has. */
  #words: Int32Array;
  /** Words of the text that is looked up. */
  readonly #read: Int32Array;
  readonly #nwords: number;

  constructor(private readonly width: number) {
    this.#nwords = Math.ceil(width / 4);
    this.#read = new Int32Array(this.#nwords);
    this.#words = new Int32Array(FEW * this.#nwords);
  }

  /** Numbers the texts at `place` and every `stride` bytes after it; new ones get numbers from `count` on. */
  number(view: DataView, place: number, stride: number, numbers: Int32Array): void {
    for (let i = 0; i < numbers.length; i++) numbers[i] = this.#numberOf(view, place + i * stride);
  }

  #numberOf(view: DataView, offset: number): number {
    const { width } = this;
    const read = this.#read;
    let hash = 0;
    let length = 0;
    for (let i = 0; i < width; i += 4) {
      const word = wordAt(view, offset, i, width);
      const zero = firstZero(word);
      // Bytes after the first 0 do not belong to the text.
      const kept = zero === 0 ? word : word & ((zero >>> 7) - 1);
      read[length++] = kept;
      hash = Math.imul(hash ^ kept, 0x9e3779b1);
      hash ^= hash >>> 15;
      if (zero !== 0) break;
    }
    return this.#find(hash, length);
  }

  #find(hash: number, length: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = hash & last;
    for (let number = slots[slot]!; number > 0; number = slots[slot]!) {
      if (this.#hashes[number - 1] === hash && this.#isRead(number - 1, length)) return number - 1;
      slot = (slot + 1) & last;
    }
    slots[slot] = this.count + 1;
    return this.#add(hash, length);
  }

  #isRead(number: number, length: number): boolean {
    const start = number * this.#nwords;
    for (let i = 0; i < length; i++) if (this.#words[start + i] !== this.#read[i]) return false;
    return true;
  }

  #add(hash: number, length: number): number {
    const number = this.count++;
    if (number === this.#hashes.length) this.#grow();
    this.#hashes[number] = hash;
    this.#words.set(this.#read.subarray(0, length), number * this.#nwords);
    if (2 * this.count > this.#slots.length) this.#rehash();
    return number;
  }

  #grow(): void {
    this.#hashes = doubled(this.#hashes);
    this.#words = doubled(this.#words);
  }

  #rehash(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const last = slots.length - 1;
    for (let number = 0; number < this.count; number++) {
      let slot = this.#hashes[number]! & last;
      while (slots[slot]! > 0) slot = (slot + 1) & last;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }

  clear(): void {
    this.count = 0;
    this.#slots.fill(0);
  }
}

function doubled(words: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * words.length);
  larger.set(words);
  return larger;
}
