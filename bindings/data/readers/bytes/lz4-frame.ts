/**
 * LZ4 frames, which compress Feather files. hyparquet-compressors reads only single blocks, and lz4js 0.2.0 loses four
 * bytes of frames with a checksum.
 *
 * Source: LZ4 Frame Format Description 1.6.2 and LZ4 Block Format Description. Checksums are not checked.
 */
import { tooMany } from './zstd-frame.js';

const magic = 0x184d2204;

const flags = { blockChecksum: 0x10, contentSize: 0x08, contentChecksum: 0x04, dictionary: 0x01 };

/** Minimum length of a match. */
const shortestMatch = 4;

/**
 * Decompresses a frame. Blocks may refer to bytes of earlier blocks.
 *
 * @throws RangeError if the frame is damaged, Error if it has more than `most` bytes
 */
export function decompressLz4Frame(bytes: Uint8Array, most: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 7 || view.getUint32(0, true) !== magic) throw new RangeError('no LZ4 frame');
  const flag = bytes[4]!;
  let offset = 7 + (flag & flags.contentSize ? 8 : 0) + (flag & flags.dictionary ? 4 : 0);
  const output = new Output(most);
  for (;;) {
    const size = view.getUint32(offset, true);
    offset += 4;
    if (size === 0) return output.whole();
    const isStored = size >= 2 ** 31;
    const end = offset + (size % 2 ** 31);
    if (end > bytes.length) throw new RangeError('an LZ4 block goes beyond its frame');
    const block = bytes.subarray(offset, end);
    if (isStored) output.append(block);
    else decompressBlock(block, output);
    offset = end + (flag & flags.blockChecksum ? 4 : 0);
  }
}

/**
 * Decompresses sequences of a token, literals, and the distance and length of a match. The last sequence has no match.
 */
function decompressBlock(block: Uint8Array, output: Output): void {
  let offset = 0;
  const lengthFrom = (bits: number): number => {
    let length = bits;
    for (let more = bits === 15 ? 255 : 0; more === 255; length += more) more = byteAt(offset++);
    return length;
  };
  const byteAt = (i: number): number => {
    const byte = block[i];
    if (byte === undefined) throw new RangeError('an LZ4 block is cut off');
    return byte;
  };
  for (;;) {
    const token = byteAt(offset++);
    const literals = lengthFrom(token >> 4);
    if (offset + literals > block.length) throw new RangeError('an LZ4 block is cut off');
    output.append(block.subarray(offset, offset + literals));
    offset += literals;
    if (offset === block.length) return;
    const distance = byteAt(offset) | (byteAt(offset + 1) << 8);
    offset += 2;
    output.repeat(distance, lengthFrom(token & 15) + shortestMatch);
  }
}

/** A growing list of bytes. */
class Output {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  constructor(private readonly most: number) {}

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Appends `length` bytes, copied from `distance` before the end; they may overlap with the appended bytes. */
  repeat(distance: number, length: number): void {
    if (distance === 0 || distance > this.#length)
      throw new RangeError('an LZ4 match starts too early');
    this.#reserve(length);
    for (let i = 0; i < length; i++, this.#length++) {
      this.#bytes[this.#length] = this.#bytes[this.#length - distance]!;
    }
  }

  whole(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(count: number): void {
    if (this.#length + count > this.most) throw tooMany(this.most, this.#length + count);
    if (this.#length + count <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#length + count, 2 * this.#bytes.length));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}
