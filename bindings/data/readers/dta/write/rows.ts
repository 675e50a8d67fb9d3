import { rowOf, widthOf } from '../layout.js';
import type { DtaStorage } from '../types.js';
import type { Bytes } from './bytes.js';
import type { DtaColumn } from './types.js';

/** Long texts to write, each once, by variable and row of its first cell, both from 1. */
export type Strls = Map<string, readonly [variable: number, row: number]>;

const firstMissing = { byte: 101, int: 32741, long: 2147483621 } as const;

/** Writes the rows, column after column into their places. */
export function writeRows(
  bytes: Bytes,
  columns: readonly DtaColumn[],
  storages: readonly DtaStorage[],
  nrows: number,
  strls: Strls,
): void {
  const { offsets, rowBytes } = rowOf(storages);
  const start = bytes.skip(nrows * rowBytes);
  columns.forEach((column, j) => {
    const place = (row: number): number => start + offsets[j]! + row * rowBytes;
    if (column.values instanceof Float64Array) {
      writeNumbers(bytes.view, column.values, column.missing, storages[j]!, place);
    } else if (storages[j] === 'strL') {
      writeReferences(bytes.view, column.values, j, place, strls);
    } else {
      const width = widthOf(storages[j]!);
      column.values.forEach((text, row) => bytes.put(text, place(row), width));
    }
  });
}

/** Byte offset of a row's cell. */
type Place = (row: number) => number;

function writeNumbers(
  view: DataView,
  values: Float64Array,
  missing: Uint8Array | undefined,
  storage: DtaStorage,
  place: Place,
): void {
  values.forEach((value, row) => {
    const offset = place(row);
    const letter = (missing?.[row] || 1) - 1;
    const absent = Number.isNaN(value);
    if (storage === 'byte') view.setInt8(offset, absent ? firstMissing.byte + letter : value);
    else if (storage === 'int')
      view.setInt16(offset, absent ? firstMissing.int + letter : value, true);
    else if (storage === 'long')
      view.setInt32(offset, absent ? firstMissing.long + letter : value, true);
    else if (!absent) view.setFloat64(offset, value, true);
    else view.setUint32(offset + 4, 0x7fe00000 + 0x100 * letter, true);
  });
}

/** A reference is the variable in 2 bytes and the row in 6. An empty text refers to nothing, 0 and 0. */
function writeReferences(
  view: DataView,
  values: readonly string[],
  j: number,
  place: Place,
  strls: Strls,
): void {
  values.forEach((text, row) => {
    if (text === '') return;
    let reference = strls.get(text);
    if (reference === undefined) strls.set(text, (reference = [j + 1, row + 1]));
    const offset = place(row);
    view.setUint16(offset, reference[0], true);
    view.setUint32(offset + 2, reference[1] % 2 ** 32, true);
    view.setUint16(offset + 6, Math.floor(reference[1] / 2 ** 32), true);
  });
}
