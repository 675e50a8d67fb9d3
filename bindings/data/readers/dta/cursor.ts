import { DtaError } from './error.js';
import type { TextReader } from './text.js';

/** Reads a file from front to back. Every read checks that the bytes are there. */
export class Cursor {
  offset = 0;
  littleEndian = true;
  readonly #view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.offset;
  }

  /** Moves over `count` bytes of `what` and returns where they start. */
  take(count: number, what: string): number {
    const start = this.offset;
    if (!(count >= 0) || count > this.left) {
      throw new DtaError(
        'dta-truncated',
        `expected ${count} bytes of ${what} from byte ${start} on, found ${this.left} before the end of the file`,
        start,
      );
    }
    this.offset = start + count;
    return start;
  }

  uint8(what: string): number {
    return this.#view.getUint8(this.take(1, what));
  }

  int16(what: string): number {
    return this.#view.getInt16(this.take(2, what), this.littleEndian);
  }

  uint16(what: string): number {
    return this.#view.getUint16(this.take(2, what), this.littleEndian);
  }

  int32(what: string): number {
    return this.#view.getInt32(this.take(4, what), this.littleEndian);
  }

  uint32(what: string): number {
    return this.#view.getUint32(this.take(4, what), this.littleEndian);
  }

  /** A count of 64 bits. Beyond 2^53 it is not exact, and larger than any file. */
  uint64(what: string): number {
    return Number(this.#view.getBigUint64(this.take(8, what), this.littleEndian));
  }

  /** `count` texts of `width` bytes each, every one ended by a NUL or by its width. */
  texts(count: number, width: number, reader: TextReader, what: string): string[] {
    const start = this.take(count * width, what);
    return Array.from({ length: count }, (_, i) =>
      reader.cell(this.bytes, start + i * width, width),
    );
  }

  /** True if the next bytes are `tag`. */
  startsWith(tag: string): boolean {
    if (tag.length > this.left) return false;
    for (let i = 0; i < tag.length; i++) {
      if (this.bytes[this.offset + i] !== tag.charCodeAt(i)) return false;
    }
    return true;
  }

  /** Moves over `tag`, which must come next. */
  expect(tag: string): void {
    if (!this.startsWith(tag)) {
      throw new DtaError('dta-damaged', `expected ${tag} at byte ${this.offset}`, this.offset);
    }
    this.offset += tag.length;
  }
}
