/** Lines of a block as cells: where each cell starts and ends. */
import { BOUNDS, BYTE_BOUNDS, BYTES, PAIR, STEP } from './block';

const LINE_FEED: u8 = 0x0a;
/** The lead byte of a character. As signed bytes, continuation bytes, 0x80 to 0xBF, are smaller. */
const FIRST_LEAD: i8 = -64;
/** The first byte of characters of four bytes, which are two code units of UTF-16. */
const LONG_LEAD: u8 = 0xf0;

/** Bytes of the block. */
let length: i32 = 0;
/** Where the next line starts, in bytes of the block and in code units of the text. */
let position: i32 = 0;
let unit: i32 = 0;

/** Begins a block of `nbytes` bytes, which starts at code unit `firstUnit` of the text. */
export function begin(nbytes: i32, firstUnit: i32): void {
  length = nbytes;
  position = 0;
  unit = firstUnit;
  memory.fill(BYTES + nbytes, 0, STEP);
}

/** The code unit at which the next line starts. */
export function nextLine(): i32 {
  return unit;
}

/**
 * Finds the cells of the next lines of `width` cells each, at most `most` lines, for which there must be room; returns
 * the number of lines found. Stops before a line with another number of cells, and before a line that continues after
 * the block.
 */
export function lines(width: i32, most: i32, separator: i32): i32 {
  if (most < 1) return 0;
  const separators = i8x16.splat(<i8>separator);
  const feeds = i8x16.splat(LINE_FEED);
  let start = position;
  let startUnit = unit;
  /** Code units of the text minus bytes of the block, up to the current step. */
  let offset = unit - position;
  let to: usize = 0;
  let left = width;
  let count = 0;
  for (let step = position; step < length; step += STEP) {
    const bytes = v128.load(BYTES + step);
    const inner = i8x16.bitmask(i8x16.lt_s(bytes, i8x16.splat(FIRST_LEAD)));
    const long = i8x16.bitmask(i8x16.ge_u(bytes, i8x16.splat(LONG_LEAD)));
    let ends = i8x16.bitmask(v128.or(i8x16.eq(bytes, separators), i8x16.eq(bytes, feeds)));
    for (; ends !== 0; ends &= ends - 1) {
      const before = (ends & -ends) - 1;
      const end = step + popcnt(before);
      const endUnit = end + offset + popcnt(long & before) - popcnt(inner & before);
      const isLast = load<u8>(BYTES + end) === LINE_FEED;
      // Only the last cell of a line may end with a line feed.
      if ((--left === 0) !== isLast) return count;
      storePair(BYTE_BOUNDS + to, start, end);
      storePair(BOUNDS + to, startUnit, endUnit);
      to += PAIR;
      start = end + 1;
      startUnit = endUnit + 1;
      if (!isLast) continue;
      left = width;
      position = start;
      unit = startUnit;
      if (++count === most) return count;
    }
    offset += popcnt(long) - popcnt(inner);
  }
  return count;
}

function storePair(to: usize, start: i32, end: i32): void {
  store<i32>(to, start);
  store<i32>(to, end, 4);
}
