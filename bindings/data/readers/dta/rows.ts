import type { Block, CellReader, Cells } from './cells.js';
import { DtaError } from './error.js';
import { type Layout, widthOf } from './layout.js';
import { NumberReader } from './numbers.js';
import type { Closing, Opening } from './sections.js';
import { strlReader } from './texts/strls.js';
import { CellTexts } from './texts/texts.js';
import type { DtaDescription, DtaNumbers, DtaReadOptions, DtaTexts, DtaVariable } from './types.js';
import { noVariable } from '../../../words/errors/readers/dta.js';

/** Most rows and bytes of a block, so that the processor's cache holds it for all variables. */
const MOST_ROWS = 4096;
const MOST_BYTES = 1 << 17;

/** Decodes the rows of a file block by block, from the first to the last. */
export class RowReader {
  /** Rows of a block. */
  readonly #blockRows: number;
  readonly #layout: Layout;
  readonly #onRows: DtaReadOptions['onRows'];
  readonly #positions: readonly number[];
  readonly #readers: readonly CellReader<DtaNumbers | DtaTexts>[];

  constructor(opening: Opening, { strls }: Closing, { variables, onRows }: DtaReadOptions) {
    const { layout } = opening;
    this.#blockRows = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_BYTES / layout.rowBytes)));
    this.#layout = layout;
    this.#onRows = onRows;
    this.#positions = chosen(layout, variables);
    this.#readers = this.#positions.map((i) => cellReader(opening, strls, i));
  }

  /** Decodes the rows from `from` up to `to`, of which the first starts at `start` of `bytes`. */
  read(bytes: Uint8Array, start: number, from: number, to: number): void {
    const { dataOffset, rowBytes, nrows } = this.#layout;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let row = from; row < to; row += this.#blockRows) {
      const block: Block = {
        view,
        from: row,
        to: Math.min(row + this.#blockRows, to),
        start: start + (row - from) * rowBytes,
        byteOffset: dataOffset + row * rowBytes,
      };
      for (const reader of this.#readers) reader.read(block);
      this.#onRows?.(block.to, nrows);
    }
  }

  /** The variables, once all rows are decoded. */
  variables(): DtaVariable[] {
    return this.#positions.map((i, j) => ({
      ...description(this.#layout, i),
      ...this.#readers[j]!.result(),
    }));
  }
}

/** Positions of the variables to read. */
function chosen({ names }: Layout, wanted: DtaReadOptions['variables']): number[] {
  if (typeof wanted === 'function') return names.flatMap((name, i) => (wanted(name) ? [i] : []));
  const unknown = wanted?.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new DtaError(noVariable({ variable: unknown }));
  }
  return names.flatMap((name, i) => (wanted === undefined || wanted.includes(name) ? [i] : []));
}

function cellReader(
  { layout, reader }: Opening,
  strls: Closing['strls'],
  i: number,
): CellReader<DtaNumbers | DtaTexts> {
  const storage = layout.storages[i]!;
  const cells: Cells = {
    littleEndian: layout.littleEndian,
    offset: layout.offsets[i]!,
    stride: layout.rowBytes,
    count: layout.nrows,
  };
  switch (storage) {
    case 'byte':
    case 'int':
    case 'long':
    case 'float':
    case 'double':
      return new NumberReader(storage, cells, layout.release);
    case 'strL':
      return strlReader(cells, layout, i, strls);
    default:
      return new CellTexts(cells, widthOf(storage), reader);
  }
}

function description(layout: Layout, i: number): DtaDescription {
  return {
    name: layout.names[i]!,
    storage: layout.storages[i]!,
    format: layout.formats[i]!,
    label: layout.labels[i]!,
    valueLabelName: layout.valueLabelNames[i]!,
  };
}
