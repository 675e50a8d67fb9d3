import type { Grid } from '../../grid.js';

/** Initial number of known cells: the table doubles when it is half full. */
const FEW = 1 << 4;
/** Maximum number of known cells: they fit into the processor's cache. */
const MOST = 1 << 16;

/** The distinct cells of a column, each with a number, found by their characters in the text of the file. */
export class KnownCells {
  /** Position of a cell plus 1 by its hash; the next free slot after a collision. */
  #slots = new Int32Array(2 * FEW);
  #hashes = new Int32Array(FEW);
  #numbers = new Int32Array(FEW);
  readonly #written: string[] = [];
  /** Hash and slot of the last cell that was looked up. */
  #hash = 0;
  #slot = 0;

  /** The number of a cell, -1 if it is not known: `add` may follow. */
  find({ text, bounds }: Pick<Grid, 'text' | 'bounds'>, cell: number): number {
    const start = bounds[2 * cell]!;
    const end = bounds[2 * cell + 1]!;
    let hash = end - start;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    hash ^= hash >>> 15;
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = hash & last;
    for (let place = slots[slot]!; place > 0; place = slots[slot]!) {
      if (this.#hashes[place - 1] === hash) {
        const written = this.#written[place - 1]!;
        if (written.length === end - start && text.startsWith(written, start))
          return this.#numbers[place - 1]!;
      }
      slot = (slot + 1) & last;
    }
    this.#hash = hash;
    this.#slot = slot;
    return -1;
  }

  /** Adds the cell that was looked up last, with its text. */
  add(written: string, number: number): void {
    if (this.#written.length === MOST) this.#forget();
    const place = this.#written.push(written) - 1;
    if (place === this.#hashes.length) {
      this.#hashes = doubled(this.#hashes);
      this.#numbers = doubled(this.#numbers);
    }
    this.#hashes[place] = this.#hash;
    this.#numbers[place] = number;
    this.#slots[this.#slot] = place + 1;
    if (2 * place >= this.#slots.length) this.#rehash();
  }

  #forget(): void {
    this.#written.length = 0;
    this.#slots.fill(0);
    this.#slot = this.#hash & (this.#slots.length - 1);
  }

  #rehash(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const last = slots.length - 1;
    for (let place = 0; place < this.#written.length; place++) {
      let slot = this.#hashes[place]! & last;
      while (slots[slot]! > 0) slot = (slot + 1) & last;
      slots[slot] = place + 1;
    }
    this.#slots = slots;
  }
}

/** A copy with twice the room. */
export function doubled(words: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * words.length);
  larger.set(words);
  return larger;
}
