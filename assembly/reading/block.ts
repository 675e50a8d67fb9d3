/**
 * A block of text in UTF-8 and the tables made of it, each at a fixed address: the module has no other memory. Text is
 * counted in units of UTF-16, as JavaScript does, the block in bytes.
 */

/** Most units of a block; each takes up to three bytes. */
const MOST_UNITS: i32 = 1 << 17;
/** Most cells that are found at once: the processor's cache holds them with their text. */
const MOST_CELLS: i32 = 1 << 15;
/** So many bytes are compared at once, some of which may be after the block. */
export const STEP: i32 = 16;
/** Bytes of the two bounds of a cell. */
export const PAIR: usize = 8;

/** The bytes of the block. */
export const BYTES: usize = memory.data(3 * MOST_UNITS + STEP, 16);
/** Start and end of each cell in units of the text. */
export const BOUNDS: usize = memory.data(8 * MOST_CELLS, 16);
/** The same in bytes of the block. */
export const BYTE_BOUNDS: usize = memory.data(8 * MOST_CELLS, 16);
/** A double or a key of each row. */
export const COLUMN: usize = memory.data(16 * MOST_CELLS, 16);

export function bytesAddress(): usize {
  return BYTES;
}

export function boundsAddress(): usize {
  return BOUNDS;
}

export function columnAddress(): usize {
  return COLUMN;
}

export function mostUnits(): i32 {
  return MOST_UNITS;
}

export function mostCells(): i32 {
  return MOST_CELLS;
}
