import type { CellReader, Cells } from './cells.js';
import { DtaError } from './error.js';
import { endOf, type TextReader } from './text.js';
import type { DtaTexts } from './types.js';

const slots = 1 << 12;

/**
 * Reads a variable of text of `width` bytes. A cell with the bytes of an earlier one takes its text, and the new texts
 * of a block are decoded at once, joined by NUL, which no cell contains: a call of the decoder for each cell takes
 * several times as long.
 */
export function cellTexts(cells: Cells, width: number, reader: TextReader): CellReader<DtaTexts> {
  const values = new Array<string>(cells.count);
  /** The last row, plus 1, of the cells with each hash. */
  const lastRows = new Int32Array(slots);
  const read = (from: number, to: number): void => {
    const earlier = new Int32Array(to - from);
    const joined = joinNew(cells, width, { from, to }, lastRows, earlier);
    const fresh = decodeJoined(joined, reader, cells.start + from * cells.stride);
    let next = 0;
    for (let row = from; row < to; row++) {
      const repeated = earlier[row - from]!;
      values[row] = repeated < 0 ? fresh[next++]! : values[repeated]!;
    }
    if (next === fresh.length) return;
    const message = `the text from byte ${cells.start + from * cells.stride} on is not ${reader.encoding}; name its encoding`;
    throw new DtaError('dta-text', message, cells.start);
  };
  return { read, result: () => ({ kind: 'text', values }) };
}

/**
 * The bytes of the cells that are new, a NUL after each. `earlier` receives the row whose bytes a cell repeats, -1 for
 * a new one.
 */
function joinNew(
  cells: Cells,
  width: number,
  rows: { readonly from: number; readonly to: number },
  lastRows: Int32Array,
  earlier: Int32Array,
): Uint8Array {
  const { bytes, start, stride } = cells;
  const joined = new Uint8Array((rows.to - rows.from) * (width + 1));
  let length = 0;
  for (let row = rows.from; row < rows.to; row++) {
    const offset = start + row * stride;
    const end = endOf(bytes, offset, width);
    const slot = hash(bytes, offset, end);
    const last = lastRows[slot]! - 1;
    lastRows[slot] = row + 1;
    const repeats = last >= 0 && sameText(bytes, offset, end, start + last * stride, width);
    earlier[row - rows.from] = repeats ? last : -1;
    if (repeats) continue;
    for (let i = offset; i < end; i++) joined[length++] = bytes[i]!;
    joined[length++] = 0;
  }
  return joined.subarray(0, length);
}

function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = end - start;
  for (let i = start; i < end; i++) value = (Math.imul(value, 31) + bytes[i]!) | 0;
  return (value ^ (value >>> 12)) & (slots - 1);
}

function sameText(
  bytes: Uint8Array,
  start: number,
  end: number,
  other: number,
  width: number,
): boolean {
  const length = end - start;
  for (let i = 0; i < length; i++) if (bytes[start + i] !== bytes[other + i]) return false;
  return length === width || bytes[other + length] === 0;
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
