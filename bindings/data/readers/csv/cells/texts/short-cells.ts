import { doubled } from './known-cells.js';

/** Initial number of known cells: the table doubles when it is half full. */
const FEW = 1 << 4;
/** Maximum number of known cells: they fit into the processor's cache. */
const MOST = 1 << 16;
/** An odd number whose multiples differ in their upper bits. */
const SPREAD = 0x9e3779b1;

/** The distinct short cells of a column, each with a number, found by their keys. */
export class ShortCells {
  /** Position of a cell plus 1 by the hash of its key; the next free slot after a collision. */
  #slots = new Int32Array(2 * FEW);
  #keys = new Int32Array(4 * FEW);
  #numbers = new Int32Array(FEW);
  #length = 0;
  /** Slot of the last cell that was looked up. */
  #slot = 0;

  /** The number of the cell whose key is the `i`-th, -1 if it is not known: `add` may follow. */
  find(keys: Int32Array, i: number): number {
    const slots = this.#slots;
    const known = this.#keys;
    const last = slots.length - 1;
    const key = 4 * i;
    let slot = hashOf(keys, key) & last;
    for (let place = slots[slot]!; place > 0; place = slots[slot]!) {
      const other = 4 * (place - 1);
      if (
        known[other] === keys[key] &&
        known[other + 1] === keys[key + 1] &&
        known[other + 2] === keys[key + 2] &&
        known[other + 3] === keys[key + 3]
      ) {
        return this.#numbers[place - 1]!;
      }
      slot = (slot + 1) & last;
    }
    this.#slot = slot;
    return -1;
  }

  /** Adds the cell that was looked up last. */
  add(keys: Int32Array, i: number, number: number): void {
    if (this.#length === MOST) this.#forget(hashOf(keys, 4 * i));
    const place = this.#length++;
    if (place === this.#numbers.length) {
      this.#keys = doubled(this.#keys);
      this.#numbers = doubled(this.#numbers);
    }
    this.#keys.set(keys.subarray(4 * i, 4 * i + 4), 4 * place);
    this.#numbers[place] = number;
    this.#slots[this.#slot] = place + 1;
    if (2 * place >= this.#slots.length) this.#rehash();
  }

  #forget(hash: number): void {
    this.#length = 0;
    this.#slots.fill(0);
    this.#slot = hash & (this.#slots.length - 1);
  }

  #rehash(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const last = slots.length - 1;
    for (let place = 0; place < this.#length; place++) {
      let slot = hashOf(this.#keys, 4 * place) & last;
      while (slots[slot]! > 0) slot = (slot + 1) & last;
      slots[slot] = place + 1;
    }
    this.#slots = slots;
  }
}

function hashOf(keys: Int32Array, key: number): number {
  const upper = Math.imul(Math.imul(keys[key]!, SPREAD) ^ keys[key + 1]!, SPREAD);
  const lower = Math.imul(Math.imul(upper ^ keys[key + 2]!, SPREAD) ^ keys[key + 3]!, SPREAD);
  return lower ^ (lower >>> 15);
}
