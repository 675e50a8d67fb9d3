/**
 * A block of text in UTF-8 and the tables filled from it, each at a fixed address; the module has no other memory.
 * Positions in the text are in UTF-16 code units, as in JavaScript; positions in the block are in bytes.
 */

/** Maximum code units of a block; each takes up to three bytes. */
const MOST_UNITS: i32 = 1 << 17;
/** Maximum number of cells found at once: they and their text fit into the processor's cache. */
const MOST_CELLS: i32 = 1 << 15;
/** Number of bytes compared at once; some may be past the end of the block. */
export const STEP: i32 = 16;
export const PAIR: usize = 8;

/** The bytes of the block. */
export const BYTES: usize = memory.data(3 * MOST_UNITS + STEP, 16);
/** Start and end of each cell, in code units of the text. */
export const BOUNDS: usize = memory.data(8 * MOST_CELLS, 16);
/** Start and end of each cell, in bytes of the block. */
export const BYTE_BOUNDS: usize = memory.data(8 * MOST_CELLS, 16);
/** One double or key per row. */
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
