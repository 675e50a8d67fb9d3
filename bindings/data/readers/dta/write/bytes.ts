/** Bytes that grow, little endian. */
export class Bytes {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  length = 0;
  readonly #encoder = new TextEncoder();

  /** Makes room for `count` bytes, which are 0, and returns where they start. */
  skip(count: number): number {
    const start = this.length;
    const needed = start + count;
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
      grown.set(this.#bytes.subarray(0, start));
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    this.length = needed;
    return start;
  }

  /** The view to write to after `skip`. Valid until the next `skip`. */
  get view(): DataView {
    return this.#view;
  }

  uint8(value: number): void {
    const start = this.skip(1);
    this.#view.setUint8(start, value);
  }

  uint16(value: number): void {
    const start = this.skip(2);
    this.#view.setUint16(start, value, true);
  }

  int32(value: number): void {
    const start = this.skip(4);
    this.#view.setInt32(start, value, true);
  }

  uint64(value: number): void {
    const start = this.skip(8);
    this.#view.setBigUint64(start, BigInt(value), true);
  }

  text(text: string): void {
    this.raw(this.#encoder.encode(text));
  }

  raw(bytes: Uint8Array): void {
    const start = this.skip(bytes.length);
    this.#bytes.set(bytes, start);
  }

  /** A text in `width` bytes, filled up with NUL. */
  field(text: string, width: number): void {
    const start = this.skip(width);
    this.put(text, start, width);
  }

  /** Writes a text of at most `width` bytes to a place that `skip` gave. */
  put(text: string, start: number, width: number): void {
    this.#encoder.encodeInto(text, this.#bytes.subarray(start, start + width));
  }

  whole(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }
}
