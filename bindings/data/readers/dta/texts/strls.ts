import type { Block, CellReader, Cells } from '../cells.js';
import type { Cursor } from '../cursor.js';
import { DtaError } from '../error.js';
import type { Layout } from '../layout.js';
import type { TextReader } from './text.js';
import type { DtaTexts } from '../types.js';
import { badStrl, noStrl } from '../../../../words/errors/readers/dta.js';

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
    const variable = cursor.uint32('strl');
    const row = release === 117 ? cursor.uint32('strl') : cursor.uint64('strl');
    let rows = strls.get(variable);
    if (rows === undefined) strls.set(variable, (rows = new Map<number, string | Uint8Array>()));
    rows.set(row, readContent(cursor, reader));
  }
  cursor.expect('</strls>');
  return strls;
}

function readContent(cursor: Cursor, reader: TextReader): string | Uint8Array {
  const type = cursor.uint8('strl');
  const length = cursor.uint32('strl');
  const start = cursor.offset;
  const bytes = cursor.bytes(length, 'strl');
  if (type === binary) return bytes.slice();
  if (type !== text) {
    const byte = start - 5;
    throw new DtaError(badStrl({ binary, text, byte, found: type }), byte);
  }
  // A NUL ends the text and counts towards its length.
  return reader.whole(bytes.at(-1) === 0 ? bytes.subarray(0, -1) : bytes, start);
}

/** Reads a variable of references to long texts. A reference of 0 and 0 is an empty text. */
export function strlReader(
  cells: Cells,
  { release, names }: Layout,
  variable: number,
  strls: Strls,
): CellReader<DtaTexts> {
  const values = new Array<string | Uint8Array>(cells.count);
  const [variableOf, rowOf] = references(release, cells);
  const { offset, stride } = cells;
  let [v, rows] = [0, strls.get(0)];
  const read = ({ view, start, from, to, byteOffset }: Block): void => {
    for (let row = from, place = start + offset; row < to; row++, place += stride) {
      const o = rowOf(view, place);
      const holder = variableOf(view, place);
      if (holder !== v) [v, rows] = [holder, strls.get(holder)];
      const content = v === 0 && o === 0 ? '' : rows?.get(o);
      if (content === undefined) {
        const byte = byteOffset + place - start;
        const cell = { column: names[variable]!, row: row + 1 };
        throw new DtaError(noStrl({ ...cell, variable: v, other: o, byte }), byte);
      }
      values[row] = content;
    }
  };
  return { read, result: () => ({ kind: 'text', values }) };
}

type Part = (view: DataView, place: number) => number;

/** Variable and row of a reference: 4 and 4 bytes in release 117, 2 and 6 in 118, 3 and 5 in 119. */
function references(release: number, { littleEndian }: Cells): [variable: Part, row: Part] {
  const length = release === 117 ? 4 : release === 118 ? 2 : 3;
  const number =
    (from: number, to: number): Part =>
    (view, place) => {
      let value = 0;
      for (let i = from; i < to; i++) {
        value = 256 * value + view.getUint8(place + (littleEndian ? from + to - 1 - i : i));
      }
      return value;
    };
  return [number(0, length), number(length, 8)];
}
