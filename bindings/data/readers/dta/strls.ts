import type { CellReader, Cells } from './cells.js';
import type { Cursor } from './cursor.js';
import { DtaError } from './error.js';
import type { Layout } from './layout.js';
import type { TextReader } from './text.js';
import type { DtaTexts } from './types.js';

/** Long texts by the variable and row of the record that holds them, both from 1. */
export type Strls = ReadonlyMap<number, ReadonlyMap<number, string | Uint8Array>>;

const binary = 129;
const text = 130;

/** Reads the long texts of releases 117 to 119: records of a variable, a row, a type, a length and bytes. */
export function readStrls(cursor: Cursor, release: number, reader: TextReader): Strls {
  const strls = new Map<number, Map<number, string | Uint8Array>>();
  cursor.expect('<strls>');
  while (cursor.startsWith('GSO')) {
    cursor.expect('GSO');
    const variable = cursor.uint32('a strL');
    const row = release === 117 ? cursor.uint32('a strL') : cursor.uint64('a strL');
    let rows = strls.get(variable);
    if (rows === undefined) strls.set(variable, (rows = new Map<number, string | Uint8Array>()));
    rows.set(row, readContent(cursor, reader));
  }
  cursor.expect('</strls>');
  return strls;
}

function readContent(cursor: Cursor, reader: TextReader): string | Uint8Array {
  const type = cursor.uint8('a strL');
  const length = cursor.uint32('a strL');
  const start = cursor.take(length, 'a strL');
  if (type === binary) return cursor.bytes.slice(start, start + length);
  if (type !== text) {
    const message = `expected a strL of type ${binary} or ${text} at byte ${start - 5}, found type ${type}`;
    throw new DtaError('dta-damaged', message, start - 5);
  }
  // A NUL ends the text and counts towards its length.
  const end = start + length;
  return reader.whole(cursor.bytes, start, cursor.bytes[end - 1] === 0 ? end - 1 : end);
}

/** Reads a variable of references to long texts. A reference of 0 and 0 is an empty text. */
export function strlReader(
  cells: Cells,
  { release, names }: Layout,
  variable: number,
  strls: Strls,
): CellReader<DtaTexts> {
  const values: (string | Uint8Array)[] = [];
  const read = (from: number, to: number): void => {
    for (let row = from; row < to; row++) {
      const offset = cells.start + row * cells.stride;
      const [v, o] = referenceIn(cells, offset, release);
      const content = v === 0 && o === 0 ? '' : strls.get(v)?.get(o);
      if (content === undefined) {
        const message = `"${names[variable]}", row ${row + 1}: no strL has variable ${v} and row ${o}, to which byte ${offset} refers`;
        throw new DtaError('dta-damaged', message, offset);
      }
      values.push(content);
    }
  };
  return { read, result: () => ({ kind: 'text', values }) };
}

/** Variable and row of a reference: 4 and 4 bytes in release 117, 2 and 6 in 118, 3 and 5 in 119. */
function referenceIn(cells: Cells, start: number, release: number): [number, number] {
  const { view, littleEndian } = cells;
  if (release === 117) {
    return [view.getUint32(start, littleEndian), view.getUint32(start + 4, littleEndian)];
  }
  const bits = view.getBigUint64(start, littleEndian);
  const variableBits = release === 118 ? 16n : 24n;
  const rowBits = 64n - variableBits;
  return littleEndian
    ? [Number(bits & ((1n << variableBits) - 1n)), Number(bits >> variableBits)]
    : [Number(bits >> rowBits), Number(bits & ((1n << rowBits) - 1n))];
}
