import type { Block, CellReader, Cells } from './cells.js';
import type { DtaNumbers, DtaStorage } from './types.js';

type Numeric = Extract<DtaStorage, 'byte' | 'int' | 'long' | 'float' | 'double'>;

/** Decodes the rows of a block into `values`, and calls `missing(row, kind)` where a number is a missing value. */
type Decode = (
  cells: Cells,
  block: Block,
  values: Float64Array,
  missing: (row: number, kind: number) => void,
) => void;

/** The 27 missing values are the largest numbers of their type; before release 113 there is one, the very largest. */
function firstMissing(release: number): Record<'byte' | 'int' | 'long', number> {
  return release >= 113
    ? { byte: 101, int: 32741, long: 2147483621 }
    : { byte: 127, int: 32767, long: 2147483647 };
}

/** Reads a variable of numbers. Infinities and NaN, which Stata does not store, are `.`. */
export function numberReader(
  storage: Numeric,
  cells: Cells,
  release: number,
): CellReader<DtaNumbers> {
  const values = new Float64Array(cells.count);
  const decode = decoders(release)[storage];
  let kinds: Uint8Array | undefined;
  const missing = (row: number, kind: number): void => {
    kinds ??= new Uint8Array(cells.count);
    kinds[row] = kind;
    values[row] = NaN;
  };
  return {
    read: (block) => decode(cells, block, values, missing),
    result: () => ({ kind: 'number', values, ...(kinds && { missing: kinds }) }),
  };
}

function decoders(release: number): Record<Numeric, Decode> {
  const first = firstMissing(release);
  return {
    byte: ({ offset, stride }, { view, start, from, to }, values, missing) => {
      for (let row = from, place = start + offset; row < to; row++, place += stride) {
        const value = view.getInt8(place);
        values[row] = value;
        if (value >= first.byte) missing(row, value - first.byte + 1);
      }
    },
    int: ({ littleEndian, offset, stride }, { view, start, from, to }, values, missing) => {
      for (let row = from, place = start + offset; row < to; row++, place += stride) {
        const value = view.getInt16(place, littleEndian);
        values[row] = value;
        if (value >= first.int) missing(row, value - first.int + 1);
      }
    },
    long: ({ littleEndian, offset, stride }, { view, start, from, to }, values, missing) => {
      for (let row = from, place = start + offset; row < to; row++, place += stride) {
        const value = view.getInt32(place, littleEndian);
        values[row] = value;
        if (value >= first.long) missing(row, value - first.long + 1);
      }
    },
    float: ({ littleEndian, offset, stride }, { view, start, from, to }, values, missing) => {
      for (let row = from, place = start + offset; row < to; row++, place += stride) {
        const value = view.getFloat32(place, littleEndian);
        values[row] = value;
        if (!(value < 2 ** 127)) missing(row, floatKind(view.getUint32(place, littleEndian)));
      }
    },
    double: ({ littleEndian, offset, stride }, { view, start, from, to }, values, missing) => {
      const high = littleEndian ? 4 : 0;
      for (let row = from, place = start + offset; row < to; row++, place += stride) {
        const value = view.getFloat64(place, littleEndian);
        values[row] = value;
        if (!(value < 2 ** 1023)) {
          missing(row, doubleKind(view.getUint32(place + high, littleEndian)));
        }
      }
    },
  };
}

/** Missing floats are 0x7F000000 plus 0x800 for each letter. */
function floatKind(bits: number): number {
  return kindOr1((bits - 0x7f000000) / 0x800);
}

/** The upper half of missing doubles is 0x7FE00000 plus 0x100 for each letter. */
function doubleKind(high: number): number {
  return kindOr1((high - 0x7fe00000) / 0x100);
}

function kindOr1(letter: number): number {
  return Number.isInteger(letter) && letter >= 0 && letter <= 26 ? letter + 1 : 1;
}
