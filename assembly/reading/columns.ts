/** Columns of the lines that were found last. */
import { BYTE_BOUNDS, BYTES, COLUMN, PAIR } from './block';
import { decimal } from './decimal';
import { clearStyles } from './styles';

/** Bytes of a key. */
const KEY: i32 = 16;
/** The last byte of the key of a cell that does not fit into a key. */
const LONG: i32 = 0xff;

/** Writes the doubles of a column, NaN where `decimal` returns NaN, and their styles; returns the number of NaN. */
export function numbers(column: i32, width: i32, nrows: i32): i32 {
  clearStyles();
  let nothers = 0;
  let bounds = BYTE_BOUNDS + PAIR * column;
  for (let row = 0; row < nrows; ++row, bounds += PAIR * width) {
    const value = decimal(BYTES + load<i32>(bounds), BYTES + load<i32>(bounds, 4));
    store<f64>(COLUMN + 8 * row, value);
    if (value !== value) ++nothers;
  }
  return nothers;
}

/**
 * Writes a key per cell of a column: up to 15 bytes of text and their number. Different cells have different keys,
 * unless they are too long.
 */
export function keys(column: i32, width: i32, nrows: i32): void {
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  let bounds = BYTE_BOUNDS + PAIR * column;
  for (let row = 0; row < nrows; ++row, bounds += PAIR * width) {
    const start = load<i32>(bounds);
    const count = load<i32>(bounds, 4) - start;
    const isFirst = i8x16.lt_u(places, i8x16.splat(<i8>min(count, KEY)));
    const first = v128.and(v128.load(BYTES + start), isFirst);
    const last = <u8>select<i32>(count, LONG, count < KEY);
    v128.store(COLUMN + KEY * row, i8x16.replace_lane(first, <u8>(KEY - 1), last));
  }
}
