import type { CellReader, Cells } from './cells.js';
import { DtaError } from './error.js';
import type { TextReader } from './text.js';
import type { DtaTexts } from './types.js';

/** Cells whose row is remembered, by a hash of their bytes. */
const slots = 1 << 12;
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
  const values = new Array<string>(cells.count);
  const repeats = new Repeats(cells, width);
  const read = (from: number, to: number): void => {
    const joined = repeats.joinNew(from, to);
    const fresh = decodeJoined(joined, reader, cells.start + from * cells.stride);
    let next = 0;
    for (let row = from; row < to; row++) {
      const repeated = repeats.earlier[row - from]!;
      values[row] = repeated < 0 ? fresh[next++]! : values[repeated]!;
    }
    if (next === fresh.length) return;
    const message = `the text from byte ${cells.start + from * cells.stride} on is not ${reader.encoding}; name its encoding`;
    throw new DtaError('dta-text', message, cells.start);
  };
  return { read, result: () => ({ kind: 'text', values }) };
}

/** Finds cells that repeat an earlier one. Its arrays serve all blocks, as memory for each would be collected often. */
class Repeats {
  /** The row whose bytes a cell of the block repeats, -1 for a new one. */
  earlier = new Int32Array(0);
  #joined = new Uint8Array(0);
  /** The last row, plus 1, of the cells in each slot, and the whole hash of that cell. */
  readonly #lastRows = new Int32Array(slots);
  readonly #hashes = new Int32Array(slots);
  #nrepeats = 0;

  constructor(
    private readonly cells: Cells,
    private readonly width: number,
  ) {}

  /** The bytes of the cells that are new, a NUL after each. */
  joinNew(from: number, to: number): Uint8Array {
    const { bytes, start, stride } = this.cells;
    const { width } = this;
    if (this.earlier.length < to - from) {
      this.earlier = new Int32Array(to - from);
      this.#joined = new Uint8Array((to - from) * (width + 1));
    }
    const [earlier, joined] = [this.earlier, this.#joined];
    const searches = from < trial || this.#nrepeats > worth * from;
    let length = 0;
    for (let row = from; row < to; row++) {
      const offset = start + row * stride;
      const last = searches ? this.#earlierRow(row, offset) : -1;
      earlier[row - from] = last;
      if (last >= 0) continue;
      const limit = offset + width;
      for (let i = offset; i < limit && bytes[i] !== 0; i++) joined[length++] = bytes[i]!;
      joined[length++] = 0;
    }
    return joined.subarray(0, length);
  }

  /** The row of an earlier cell with the text that begins at `offset`, or -1 if none is known. */
  #earlierRow(row: number, offset: number): number {
    const { bytes, view, start, stride } = this.cells;
    const hash = hashOf(view, offset, this.width);
    const slot = (hash ^ (hash >>> 12)) & (slots - 1);
    const last = this.#lastRows[slot]! - 1;
    const isLikely = last >= 0 && this.#hashes[slot] === hash;
    this.#lastRows[slot] = row + 1;
    this.#hashes[slot] = hash;
    if (!isLikely || !sameText(bytes, offset, start + last * stride, this.width)) return -1;
    this.#nrepeats++;
    return last;
  }
}

/** A hash of a text, four bytes at a time. Bytes behind its NUL may be in it, which only hides some repeats. */
function hashOf(view: DataView, offset: number, width: number): number {
  let value = 0;
  let i = 0;
  for (; i + 4 <= width; i += 4) {
    const word = view.getInt32(offset + i);
    value = Math.imul(value ^ word, 0x9e3779b1);
    value ^= value >>> 15;
    // One of the bytes is 0.
    if (((word - 0x01010101) & ~word & 0x80808080) !== 0) return value;
  }
  for (; i < width; i++) value = (Math.imul(value, 31) + view.getUint8(offset + i)) | 0;
  return value;
}

function sameText(bytes: Uint8Array, offset: number, other: number, width: number): boolean {
  for (let i = 0; i < width; i++) {
    const byte = bytes[offset + i];
    if (byte !== bytes[other + i]) return false;
    if (byte === 0) return true;
  }
  return true;
}

function decodeJoined(joined: Uint8Array, reader: TextReader, byteOffset: number): string[] {
  let text: string;
  try {
    text = reader.whole(joined, 0, joined.length);
  } catch (error) {
    if (!(error instanceof DtaError)) throw error;
    throw new DtaError(
      'dta-text',
      error.message.replace('byte 0', `byte ${byteOffset}`),
      byteOffset,
    );
  }
  const values = text.split('\0');
  values.pop();
  return values;
}
