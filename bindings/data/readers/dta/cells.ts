/** The cells of one variable: `count`, `stride` bytes apart, the first at `start`. */
export interface Cells {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly littleEndian: boolean;
  readonly start: number;
  readonly stride: number;
  readonly count: number;
}

/** Decodes a variable, some rows at a time. */
export interface CellReader<T> {
  /** Decodes the rows from `from` up to `to`, which follow those decoded before. */
  read(from: number, to: number): void;
  /** The variable, once all rows are decoded. */
  result(): T;
}
