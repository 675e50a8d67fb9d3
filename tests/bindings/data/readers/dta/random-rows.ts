/** Files of random rows in the releases with headers of fixed width, and a plain decoder of their cells. */
import type { DtaStorage } from '../../../../../bindings/data/readers/dta/index.js';

export interface Plan {
  readonly release: 112 | 113 | 115;
  readonly littleEndian: boolean;
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly nrows: number;
  /** Different texts of a variable. */
  readonly ntexts: number;
  readonly storages: readonly DtaStorage[];
  readonly seed: number;
}

export interface RandomFile {
  readonly bytes: Uint8Array;
  /** What a row has for each variable: a number, the kind of a missing value, or a text. */
  readonly columns: readonly (readonly (number | string | { readonly kind: number })[])[];
}

const codes: Readonly<Record<string, number>> = {
  byte: 251,
  int: 252,
  long: 253,
  float: 254,
  double: 255,
};
const widths: Readonly<Record<string, number>> = { byte: 1, int: 2, long: 4, float: 4, double: 8 };
const widthOf = (storage: DtaStorage): number => widths[storage] ?? Number(storage.slice(3));

/** Letters of one to three bytes in UTF-8; the other encoding reads the same bytes as other letters. */
const letters = ['a', 'Z', '0', ' ', 'é', 'ß', '省'].map((letter) => Buffer.from(letter));

export function randomFile(plan: Plan): RandomFile {
  const { release, littleEndian, nrows, storages } = plan;
  const draw = drawer(plan.seed);
  const header = headerOf(release, littleEndian, nrows, storages);
  const rowBytes = storages.reduce((sum, storage) => sum + widthOf(storage), 0);
  const rows = new Uint8Array(nrows * rowBytes);
  const view = new DataView(rows.buffer);
  let offset = 0;
  const columns = storages.map((storage) => {
    const width = widthOf(storage);
    const texts = Array.from({ length: plan.ntexts }, () => randomText(width, draw));
    const column = Array.from({ length: nrows }, (_, row) => {
      const place = row * rowBytes + offset;
      const cell = rows.subarray(place, place + width);
      if (!(storage in codes)) {
        fillText(cell, texts[draw(texts.length)]!, draw);
        return decodeText(cell, plan.encoding);
      }
      fillNumber(cell, storage, { littleEndian, draw });
      return decodeNumber(view, place, storage, plan);
    });
    offset += width;
    return column;
  });
  return { bytes: Buffer.concat([header, rows]), columns };
}

type Draw = (count: number) => number;

function drawer(seed: number): Draw {
  let state = seed;
  return (count) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) % count;
  };
}

function headerOf(
  release: number,
  littleEndian: boolean,
  nrows: number,
  storages: readonly DtaStorage[],
): Buffer {
  const nvars = storages.length;
  const counts = new DataView(new ArrayBuffer(6));
  counts.setInt16(0, nvars, littleEndian);
  counts.setInt32(2, nrows, littleEndian);
  const names = storages.map((_, i) => Buffer.from(`v${i}`.padEnd(33, '\0')));
  const format = release >= 115 ? 49 : 12;
  return Buffer.concat([
    Buffer.from([release, littleEndian ? 2 : 1, 1, 0]),
    Buffer.from(counts.buffer),
    Buffer.alloc(81 + 18),
    Buffer.from(storages.map((storage) => codes[storage] ?? widthOf(storage))),
    ...names,
    Buffer.alloc(2 * (nvars + 1) + nvars * (format + 33 + 81) + 5),
  ]);
}

/** Bytes that fill a cell, or end before it does, perhaps with no bytes at all. */
function randomText(width: number, draw: Draw): Buffer {
  const length = draw(3) === 0 ? width : draw(width + 1);
  let text = Buffer.alloc(0);
  for (;;) {
    const longer = Buffer.concat([text, letters[draw(letters.length)]!]);
    if (longer.length > length) return text;
    text = longer;
  }
}

/** Bytes behind the first 0 may be any. */
function fillText(cell: Uint8Array, text: Buffer, draw: Draw): void {
  const [isClean, rest] = [draw(2) === 0, text.length + 1];
  cell.set(text);
  for (let i = rest; i < cell.length && !isClean; i++) cell[i] = draw(256);
}

function decodeText(cell: Uint8Array, encoding: Plan['encoding']): string {
  const end = cell.indexOf(0);
  const bytes = Buffer.from(end < 0 ? cell : cell.subarray(0, end));
  if (encoding === 'utf-8') return bytes.toString();
  // Of the bytes of `letters`, these two are not in Windows-1252 what they are in Latin-1.
  return bytes.toString('latin1').replaceAll('\x9f', 'Ÿ').replaceAll('\x9c', 'œ');
}

/** A missing value, a small number or any bits. */
function fillNumber(
  cell: Uint8Array,
  storage: DtaStorage,
  { littleEndian, draw }: { readonly littleEndian: boolean; readonly draw: Draw },
): void {
  const view = new DataView(cell.buffer, cell.byteOffset, cell.length);
  const [choice, letter] = [draw(4), draw(27)];
  if (choice === 0) for (let i = 0; i < cell.length; i++) cell[i] = draw(256);
  else if (storage === 'byte') view.setInt8(0, choice === 1 ? 101 + letter : draw(100));
  else if (storage === 'int') {
    view.setInt16(0, choice === 1 ? 32741 + letter : draw(3000), littleEndian);
  } else if (storage === 'long') {
    view.setInt32(0, choice === 1 ? 2147483621 + letter : draw(1e6), littleEndian);
  } else if (storage === 'float') {
    if (choice === 1) view.setUint32(0, 0x7f000000 + 0x800 * letter, littleEndian);
    else view.setFloat32(0, draw(1e6) / 7, littleEndian);
  } else if (choice > 1) view.setFloat64(0, draw(1e6) / 7, littleEndian);
  else if (letter === 0) view.setFloat64(0, -Infinity, littleEndian);
  else view.setUint32(littleEndian ? 4 : 0, 0x7fe00000 + 0x100 * letter, littleEndian);
}

function decodeNumber(
  view: DataView,
  place: number,
  storage: DtaStorage,
  { littleEndian, release }: Plan,
): number | { readonly kind: number } {
  const whole = (value: number, first: number, only: number) => {
    if (release < 113) return value === only ? { kind: 1 } : value;
    return value >= first ? { kind: value - first + 1 } : value;
  };
  const real = (value: number, most: number, letter: number) => {
    if (value > -Infinity && value < most) return value;
    return { kind: Number.isInteger(letter) && letter >= 0 && letter <= 26 ? letter + 1 : 1 };
  };
  switch (storage) {
    case 'byte':
      return whole(view.getInt8(place), 101, 127);
    case 'int':
      return whole(view.getInt16(place, littleEndian), 32741, 32767);
    case 'long':
      return whole(view.getInt32(place, littleEndian), 2147483621, 2147483647);
    case 'float': {
      const bits = view.getUint32(place, littleEndian);
      return real(view.getFloat32(place, littleEndian), 2 ** 127, (bits - 0x7f000000) / 0x800);
    }
    default: {
      const high = view.getUint32(place + (littleEndian ? 4 : 0), littleEndian);
      return real(view.getFloat64(place, littleEndian), 2 ** 1023, (high - 0x7fe00000) / 0x100);
    }
  }
}
