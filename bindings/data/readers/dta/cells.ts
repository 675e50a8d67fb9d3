/** The position of one variable's cells. */
export interface Cells {
  readonly littleEndian: boolean;
  /** Offset in a row. */
  readonly offset: number;
  /** Bytes of a row. */
  readonly stride: number;
  /** Rows of the file. */
  readonly count: number;
}

/** Rows that are in memory, from row `from` up to row `to`. */
export interface Block {
  readonly view: DataView;
  readonly from: number;
  readonly to: number;
  /** Where the first of the rows starts in `view`. */
  readonly start: number;
  /** Where it starts in the file. */
  readonly byteOffset: number;
}

/** Decodes a variable, block by block. */
export interface CellReader<T> {
  /** Decodes a block whose rows follow those decoded before. */
  read(block: Block): void;
  /** The variable, once all rows are decoded. */
  result(): T;
}
