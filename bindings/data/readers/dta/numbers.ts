import type { Block, CellReader, Cells } from './cells.js';
import type { DtaNumbers, DtaStorage } from './types.js';

type Numeric = Extract<DtaStorage, 'byte' | 'int' | 'long' | 'float' | 'double'>;

/** The 27 missing values are the largest numbers of their type; before release 113 there is one, the very largest. */
function firstMissing(release: number): Record<'byte' | 'int' | 'long', number> {
  return release >= 113
    ? { byte: 101, int: 32741, long: 2147483621 }
    : { byte: 127, int: 32767, long: 2147483647 };
}

/** Reads a variable of numbers. Infinities and NaN, which Stata does not store, are `.`. */
export class NumberReader implements CellReader<DtaNumbers> {
  readonly values: Float64Array;
  readonly first: Record<'byte' | 'int' | 'long', number>;
  #missing: Uint8Array | undefined;

  constructor(
    private readonly storage: Numeric,
    readonly cells: Cells,
    release: number,
  ) {
    this.values = new Float64Array(cells.count);
    this.first = firstMissing(release);
  }

  read(block: Block): void {
    decoders[this.storage](this, block);
  }

  /** Notes that the value of a row is missing. */
  miss(row: number, kind: number): void {
    this.#missing ??= new Uint8Array(this.values.length);
    this.#missing[row] = kind;
    this.values[row] = NaN;
  }

  result(): DtaNumbers {
    return {
      kind: 'number',
      values: this.values,
      ...(this.#missing && { missing: this.#missing }),
    };
  }
}

/**
 * Decode the rows of a block. All variables share these functions; separate functions per variable would each be
 * compiled.
 */
const decoders: Readonly<Record<Numeric, (reader: NumberReader, block: Block) => void>> = {
  byte: (reader, { view, start, from, to }) => {
    const {
      values,
      first: { byte: first },
      cells: { offset, stride },
    } = reader;
    for (let row = from, place = start + offset; row < to; row++, place += stride) {
      const value = view.getInt8(place);
      values[row] = value;
      if (value >= first) reader.miss(row, value - first + 1);
    }
  },
  int: (reader, { view, start, from, to }) => {
    const {
      values,
      first: { int: first },
      cells: { offset, stride, littleEndian },
    } = reader;
    for (let row = from, place = start + offset; row < to; row++, place += stride) {
      const value = view.getInt16(place, littleEndian);
      values[row] = value;
      if (value >= first) reader.miss(row, value - first + 1);
    }
  },
  long: (reader, { view, start, from, to }) => {
    const {
      values,
      first: { long: first },
      cells: { offset, stride, littleEndian },
    } = reader;
    for (let row = from, place = start + offset; row < to; row++, place += stride) {
      const value = view.getInt32(place, littleEndian);
      values[row] = value;
      if (value >= first) reader.miss(row, value - first + 1);
    }
  },
  float: (reader, { view, start, from, to }) => {
    const {
      values,
      cells: { offset, stride, littleEndian },
    } = reader;
    for (let row = from, place = start + offset; row < to; row++, place += stride) {
      const value = view.getFloat32(place, littleEndian);
      values[row] = value;
      if (!(value < 2 ** 127 && value > -Infinity))
        reader.miss(row, floatKind(view.getUint32(place, littleEndian)));
    }
  },
  double: (reader, { view, start, from, to }) => {
    const {
      values,
      cells: { offset, stride, littleEndian },
    } = reader;
    const high = littleEndian ? 4 : 0;
    for (let row = from, place = start + offset; row < to; row++, place += stride) {
      const value = view.getFloat64(place, littleEndian);
      values[row] = value;
      if (!(value < 2 ** 1023 && value > -Infinity)) {
        reader.miss(row, doubleKind(view.getUint32(place + high, littleEndian)));
      }
    }
  },
};

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
