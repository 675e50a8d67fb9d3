import { DtaError } from './error.js';
import type { TextReader } from './texts/text.js';
import { type DtaPart, noTag, truncatedDta } from '../../../words/errors/readers/dta.js';

/** Thrown if the loaded part of a file ends too early, but the file does not. */
export class PartEnds extends Error {}

/** What part of a file a cursor reads. */
interface Part {
  /** Where the part starts in the file. */
  readonly byteOffset: number;
  /** Bytes of the file. */
  readonly size: number;
}

/** Reads a file, or a part of it, from front to back. Every read checks that the bytes are there. */
export class Cursor {
  /** The place in the file. */
  offset: number;
  littleEndian = true;
  /** Bytes of the file. */
  readonly size: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #start: number;

  constructor(
    bytes: Uint8Array,
    { byteOffset, size }: Part = { byteOffset: 0, size: bytes.length },
  ) {
    this.offset = byteOffset;
    this.size = size;
    this.#start = byteOffset;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.size - this.offset;
  }

  /** Moves over `count` bytes of `what`. */
  skip(count: number, what: DtaPart): void {
    if (!(count >= 0) || count > this.left) {
      const { offset, left } = this;
      throw new DtaError(truncatedDta({ bytes: count, part: what, byte: offset, left }), offset);
    }
    this.offset += count;
  }

  /** The next `count` bytes of `what`. */
  bytes(count: number, what: DtaPart): Uint8Array {
    const place = this.#take(count, what);
    return this.#bytes.subarray(place, place + count);
  }

  /** Moves over `count` bytes and returns where they start in the part. */
  #take(count: number, what: DtaPart): number {
    const place = this.offset - this.#start;
    this.skip(count, what);
    if (place + count > this.#bytes.length) throw new PartEnds();
    return place;
  }

  uint8(what: DtaPart): number {
    return this.#view.getUint8(this.#take(1, what));
  }

  int16(what: DtaPart): number {
    return this.#view.getInt16(this.#take(2, what), this.littleEndian);
  }

  uint16(what: DtaPart): number {
    return this.#view.getUint16(this.#take(2, what), this.littleEndian);
  }

  int32(what: DtaPart): number {
    return this.#view.getInt32(this.#take(4, what), this.littleEndian);
  }

  uint32(what: DtaPart): number {
    return this.#view.getUint32(this.#take(4, what), this.littleEndian);
  }

  /** A count of 64 bits. Beyond 2^53 it is not exact, and larger than any file. */
  uint64(what: DtaPart): number {
    return Number(this.#view.getBigUint64(this.#take(8, what), this.littleEndian));
  }

  /** `count` texts of `width` bytes each, every one ended by a NUL or by its width. */
  texts(count: number, width: number, reader: TextReader, what: DtaPart): string[] {
    const { offset } = this;
    const bytes = this.bytes(count * width, what);
    return Array.from({ length: count }, (_, i) =>
      reader.cell(bytes.subarray(i * width, (i + 1) * width), offset + i * width),
    );
  }

  /** True if the next bytes are `tag`. */
  startsWith(tag: string): boolean {
    if (tag.length > this.left) return false;
    const place = this.offset - this.#start;
    if (place + tag.length > this.#bytes.length) throw new PartEnds();
    for (let i = 0; i < tag.length; i++) {
      if (this.#bytes[place + i] !== tag.charCodeAt(i)) return false;
    }
    return true;
  }

  /** Moves over `tag`, which must come next. */
  expect(tag: string): void {
    if (!this.startsWith(tag)) {
      throw new DtaError(noTag({ tag, byte: this.offset }), this.offset);
    }
    this.offset += tag.length;
  }
}
