import type { Cursor } from './cursor.js';
import { DtaError } from './error.js';
import { type Layout, rowOf, sortNames, widthsOf } from './layout.js';
import type { TextReader } from './texts/text.js';
import type { DtaStorage } from './types.js';
import { badByteOrder, badCount, badType } from '../../../words/errors/readers/dta.js';

const numeric: Readonly<Record<number, DtaStorage>> = {
  251: 'byte',
  252: 'int',
  253: 'long',
  254: 'float',
  255: 'double',
};

/** Letters for storage types in release 110: b, i, l, f and d. */
const letters: Readonly<Record<number, DtaStorage>> = {
  98: 'byte',
  105: 'int',
  108: 'long',
  102: 'float',
  100: 'double',
};

/** Reads the header of releases 110 to 115: fields of fixed width, one after the other. */
export function readFixedHeader(cursor: Cursor, reader: TextReader): Layout {
  const release = cursor.uint8('release');
  const order = cursor.uint8('byte-order');
  if (order !== 1 && order !== 2) {
    throw new DtaError(badByteOrder({ found: order }), 1);
  }
  cursor.littleEndian = order === 2;
  cursor.skip(2, 'file-type');
  const nvars = countOf(cursor.int16('number-of-variables'), 'variables', cursor);
  const nrows = countOf(cursor.int32('number-of-rows'), 'rows', cursor);
  const widths = widthsOf(release);
  const [label] = cursor.texts(1, 81, reader, 'data-label');
  const [timestamp] = cursor.texts(1, 18, reader, 'time-stamp');
  const storages = readStorages(cursor, release, nvars);
  const names = cursor.texts(nvars, widths.name, reader, 'names');
  const positions = Array.from({ length: nvars + 1 }, () => cursor.int16('sort-order'));
  const formats = cursor.texts(nvars, widths.format, reader, 'display-formats');
  const valueLabelNames = cursor.texts(nvars, widths.name, reader, 'names-of-value-labels');
  const labels = cursor.texts(nvars, widths.label, reader, 'labels-of-variables');
  skipCharacteristics(cursor);
  return {
    release,
    littleEndian: cursor.littleEndian,
    nrows,
    label: label!,
    timestamp: timestamp!,
    storages,
    names,
    sortedBy: sortNames(positions, names),
    formats,
    valueLabelNames,
    labels,
    ...rowOf(storages),
    dataOffset: cursor.offset,
  };
}

function countOf(count: number, of: 'variables' | 'rows', { offset }: Cursor): number {
  if (count >= 0) return count;
  throw new DtaError(badCount({ of, found: count }), offset);
}

function readStorages(cursor: Cursor, release: number, nvars: number): DtaStorage[] {
  const start = cursor.offset;
  return Array.from(cursor.bytes(nvars, 'types-of-variables'), (code, i) => {
    const storage = release === 110 ? letters[code] : numeric[code];
    if (storage !== undefined) return storage;
    const width = release === 110 ? code - 127 : code;
    if (width >= 1 && width <= 244) return `str${width}` as const;
    const byte = start + i;
    throw new DtaError(badType({ variable: i + 1, byte, found: code }), byte);
  });
}

/** Skips the characteristics: blocks of a type, a length and bytes, up to a block of type 0. */
function skipCharacteristics(cursor: Cursor): void {
  for (;;) {
    const type = cursor.uint8('characteristics');
    const length = cursor.int32('characteristics');
    if (type === 0 && length === 0) return;
    cursor.skip(length, 'characteristics');
  }
}
